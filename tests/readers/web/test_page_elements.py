"""What elements of a page say: headline and its variants, decks, dates of update, unsure dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing_app.domain.article import Article, Proposal
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.page_elements import deck

Page = Callable[..., Article]
DECK = "Ministers meet on Friday to decide what becomes of the mission in Iraq"


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_a_heading_in_other_words_than_the_head_is_proposed(read_page: Page) -> None:
    head = og("og:title", "NATO Iraq mission: allies suspend training after strike")
    article = read_page(head, "<h1>Allies suspend their training mission in Iraq</h1>")
    assert article.headline == "NATO Iraq mission: allies suspend training after strike"
    assert article.proposals == (
        Proposal("headline", "Allies suspend their training mission in Iraq", "page heading"),
    )


@pytest.mark.parametrize(
    "heading", ["Allies suspend training – in Iraq!", "Reuters", "Harbor Ledger Online Edition"]
)
def test_the_same_words_or_the_name_of_the_site_are_no_variant(
    read_page: Page, heading: str
) -> None:
    head = og("og:title", "Allies suspend training in Iraq") + og("og:site_name", "Reuters")
    assert read_page(head, f"<h1>{heading}</h1>").proposals == ()


@pytest.mark.parametrize(
    "markup",
    [f"<p class='article__standfirst'>{DECK}</p>", f"<div class='dek'>{DECK}</div>",
     f"<h2 class='subheadline'>{DECK}</h2>", f"<p class='chapo'>{DECK}</p>"],
)  # fmt: skip
def test_a_standfirst_below_the_headline_is_the_deck(markup: str) -> None:
    tree = html_tree.parse(f"<h1>Head</h1>{markup}<p>The text.</p>")
    assert deck(tree, "") == DECK


def test_a_description_counts_where_the_page_shows_it() -> None:
    shown = html_tree.parse(f"<h1>Head</h1><p>{DECK}.</p>")
    hidden = html_tree.parse("<h1>Head</h1><p>The text begins here and goes on.</p>")
    assert deck(shown, DECK) == f"{DECK}."
    assert deck(hidden, DECK) == ""


@pytest.mark.parametrize(
    "markup",
    ["<p class='lead'>By Jane Doe and John Roe, Brussels bureau</p>",
     "<p class='intro'>January 6, 2020, 14:03, updated on January 7</p>",
     "<div class='summary'><a href='/x'>Another story of the same day in Iraq</a></div>",
     "<p class='deck'>Short</p>"],
)  # fmt: skip
def test_bylines_dates_and_links_are_no_deck(markup: str) -> None:
    assert deck(html_tree.parse(f"<h1>Head</h1>{markup}"), "") == ""


def test_a_deck_that_is_the_first_paragraph_stays_in_the_text_alone(read_page: Page) -> None:
    long = f"{DECK}, diplomats of three allies told the agency on Monday in Brussels."
    article = read_page(og("og:description", long), f"<h1>Head</h1><p>{long}</p>")
    assert article.paragraphs[0] == long
    assert article.deck == ""


@pytest.mark.parametrize(
    ("markup", "published", "updated"),
    [
        ("<time datetime='2020-01-06'>x</time><time class='updated' datetime='2020-01-09'>x</time>",
         "2020-01-06", "2020-01-09"),
        ("<p class='byline'>By Jane Doe, Jan 6, 2020. Updated January 7, 2020, 3.15 p.m. GMT</p>",
         "2020-01-06", "2020-01-07T15:15:00+00:00"),
        ("<div class='story-date'>Updated: 9 January 2020 | Published: 6 January 2020</div>",
         "2020-01-06", "2020-01-09"),
        ("<span itemprop='dateModified' content='2020-01-09'></span>", "", "2020-01-09"),
    ],
)  # fmt: skip
def test_publication_and_update_are_kept_apart(
    read_page: Page, markup: str, published: str, updated: str
) -> None:
    article = read_page("", f"<h1>Head</h1>{markup}")
    assert (article.published, article.updated) == (published, updated)


@pytest.mark.parametrize(
    ("language", "day", "other"),
    [
        ("en-US", "2020-03-04", "2020-04-03 with the day"),
        ("en-GB", "2020-04-03", "2020-03-04 with the month"),
        ("", "2020-04-03", "2020-03-04 with the month"),
    ],
)
def test_a_date_that_can_be_read_two_ways_is_proposed(language: str, day: str, other: str) -> None:
    from briefing_app.readers import read_bytes

    text = "<p>The alliance met in Brussels on Monday and spoke about the mission in Iraq.</p>" * 3
    page = f"<html lang='{language}'><h1>Head</h1><p class='byline'>By Jane Doe 3/4/2020</p>{text}"
    (article,) = read_bytes("a.html", page.encode()).articles
    assert article.published == ""
    assert article.proposals == (Proposal("published", day, f"byline, or {other} first"),)


def test_a_date_of_digits_is_sure_where_the_day_always_comes_first() -> None:
    from briefing_app.readers import read_bytes

    page = f"<html lang='fr'><h1>Head</h1><p class='byline'>Par Anne Dubois, 3/4/2020</p>{TEXT}"
    (article,) = read_bytes("a.html", page.encode()).articles
    assert article.published == "2020-04-03"


TEXT = "<p>The alliance met in Brussels on Monday and spoke about the mission in Iraq.</p>" * 3


@pytest.mark.parametrize(
    "markup",
    [
        "<li><a href='/b'>A story of another day</a> <time datetime='2019-05-01'></time></li>",
        "<blockquote>A message <time datetime='2019-05-01'>May 1</time></blockquote>",
        "<div class='comments'><span class='timestamp'>May 1, 2019</span></div>",
        "<a href='/b'><b>Another story of another day</b> <time datetime='2019-05-01'></time></a>",
    ],
)
def test_dates_of_teasers_messages_and_comments_are_not_the_article_s(
    read_page: Page, markup: str
) -> None:
    assert read_page("", f"<h1>Head</h1>{TEXT}{markup}").published == ""


def test_a_date_that_is_a_link_to_the_article_itself_counts(read_page: Page) -> None:
    link = "<a href='/2020/01/06/head'><time datetime='2020-01-06'>6 January 2020</time></a>"
    assert read_page("", f"<h1>Head</h1>{link}{TEXT}").published == "2020-01-06"


def test_authors_side_by_side_are_all_named_and_those_of_teasers_are_not(read_page: Page) -> None:
    signed = "<p>By <a rel='author' href='/j'>Jane Doe</a> and <a rel='author'>John Roe</a></p>"
    teaser = (
        "<li><a href='/other'>Another story of another day</a> <a rel='author'>Ann Other</a></li>"
    )
    page = f"<h1>Head</h1>{signed}{TEXT}<ul>{teaser}</ul>"
    assert read_page("", page).byline == "Jane Doe, John Roe"


def test_an_author_who_is_guessed_far_from_the_headline_is_only_proposed(read_page: Page) -> None:
    guessed = "<div class='story_author_name'>Ann Other</div>"
    near = read_page("", f"<h1>A headline of its own</h1>{guessed}{TEXT}")
    far = read_page("", f"<h1>A headline of its own</h1>{TEXT * 5}{guessed}")
    assert near.byline == "Ann Other"
    assert far.byline == ""
    assert [(item.field, item.value) for item in far.proposals] == [("byline", "Ann Other")]
