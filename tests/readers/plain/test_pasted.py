"""Text that was copied or saved from a page, with what stood around the article there."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from briefing_app.readers.plain.pasted import (
    by_indentation,
    without_addresses,
    without_quoting,
)

TEXT = "The allies met in Brussels on Monday and spoke about the mission in Iraq at length."
MORE = "“We shall stay as long as Baghdad wants us,” the envoy told reporters after the meeting."
HEADLINE = "Allies keep trainers in Iraq"


def only(*paragraphs: str) -> Article:
    (article,) = read_bytes("a.txt", "\n\n".join(paragraphs).encode()).articles
    return article


@pytest.mark.parametrize(
    "section",
    ["WORLD NEWS", "Middle East", "World | Iraq", "Politik", "News|Conflict",
     "Middle East & Africa | Marching orders"],
)  # fmt: skip
def test_the_name_of_a_section_is_no_headline(section: str) -> None:
    article = only(section, HEADLINE, TEXT, MORE)
    assert (article.headline, article.news_section) == (HEADLINE, section)
    assert article.paragraphs == (TEXT, MORE)


def test_a_short_headline_stays_one() -> None:
    article = only("Iraq on edge", "Parliament asks all foreign troops to leave", TEXT, MORE)
    assert article.headline == "Iraq on edge"
    assert only("World politics", TEXT, MORE).headline == "World politics"


@pytest.mark.parametrize("place", ["first", "last"])
def test_the_address_beside_an_article_is_its_own(place: str) -> None:
    address = "https://www.example.com/a?utm_source=x"
    paragraphs = (HEADLINE, TEXT, MORE)
    article = only(*((address, *paragraphs) if place == "first" else (*paragraphs, address)))
    assert (article.headline, article.url) == (HEADLINE, "https://www.example.com/a")
    assert article.paragraphs == (TEXT, MORE)


def test_buttons_and_lists_of_other_articles_are_no_text() -> None:
    article = only(HEADLINE, "Share\nFacebook\nTwitter\nEmail\n12 comments", TEXT, MORE,
                   "Related articles", "Five things to know\nA long winter in Taji")  # fmt: skip
    assert article.paragraphs == (TEXT, MORE)


def test_the_end_of_an_article_without_a_full_stop_stays() -> None:
    assert only(HEADLINE, TEXT, MORE, "A last word").paragraphs == (TEXT, MORE, "A last word")


@pytest.mark.parametrize(
    ("line", "names"),
    [("Jane Doe, Defence Editor", "Jane Doe"), ("Jane Doe and Rick Roe", "Jane Doe, Rick Roe"),
     ("Jane Doe in Baghdad", "Jane Doe"), ("Hans Muster, Korrespondent", "Hans Muster")],
)  # fmt: skip
def test_names_beside_the_date_are_proposed_as_authors(line: str, names: str) -> None:
    article = only(HEADLINE, line, "Mon 6 Jan 2020 18.42 GMT", TEXT, MORE)
    assert [(p.field, p.value) for p in article.proposals] == [("byline", names)]
    assert (article.byline, article.published[:10]) == ("", "2020-01-06")
    assert article.paragraphs == (TEXT, MORE)


def test_other_short_lines_stay_in_the_text() -> None:
    article = only(HEADLINE, "A vote in Baghdad", "6 January 2020", TEXT, "Donald Trump", MORE)
    assert article.paragraphs == ("A vote in Baghdad", TEXT, "Donald Trump", MORE)
    assert article.proposals == ()


SAVED = """Skip to main content <https://x.example/a#main>

  * Home <https://x.example/>
  * World <https://x.example/world>

  Allies keep trainers in Iraq

By Jane Doe <https://x.example/by/jane-doe>

[image: Soldiers in Taji]

The allies <https://x.example/allies> met in Brussels
<https://x.example/brussels> on Monday.
"""


def test_a_page_saved_as_text_loses_its_menu_and_addresses() -> None:
    article = only(SAVED)
    assert (article.headline, article.byline) == (HEADLINE, "Jane Doe")
    assert article.body == "The allies met in Brussels on Monday."
    assert ("caption", "Soldiers in Taji") in {(s.kind, s.text) for s in article.set_aside}


def test_one_address_in_a_text_is_part_of_it() -> None:
    assert without_addresses("See <https://x.example/> there.") == "See <https://x.example/> there."


def test_lines_that_are_indented_begin_paragraphs() -> None:
    paragraphs = [f"{TEXT} {MORE}", f"{MORE} {TEXT}", f"{TEXT} {TEXT}"]
    wrapped = [textwrap.fill(text, 60, initial_indent="   ") for text in paragraphs]
    assert only("\n".join((HEADLINE, "", *wrapped))).paragraphs == tuple(paragraphs)


@pytest.mark.parametrize(
    "text",
    ["A\n\n    code\n    more\n    and more\n\nB", "A\n  - one\n  - two\n  - three\nB",
     "  A\n\n  B\n\n  C", "plain\nlines\nonly"],
)  # fmt: skip
def test_other_indented_lines_stay_as_they_are(text: str) -> None:
    assert by_indentation(text) == text


def test_a_word_that_is_said_is_no_button() -> None:
    article = only(HEADLINE, TEXT, "Listen.", MORE, "Save")
    assert article.paragraphs == (TEXT, "Listen.", MORE)


def test_a_programme_below_a_reference_is_no_list_of_other_articles() -> None:
    programme = [f"{hour}.00 Panel {hour} on the harbours of the region" for hour in range(9, 16)]
    assert only(HEADLINE, TEXT, "See also", *programme).paragraphs[-7:] == tuple(programme)


def test_lines_below_a_rule_are_no_list_of_other_articles() -> None:
    figures = ("5,000 soldiers in 2019", "2,300 soldiers in 2020")
    assert only(HEADLINE, TEXT, MORE, "* * *", *figures).paragraphs == (TEXT, MORE, *figures)


def test_a_line_with_more_than_a_headline_is_none_of_other_articles() -> None:
    last = "They said that nobody has decided; it is suspended. More in the next one 2/4"
    assert only(HEADLINE, TEXT, MORE, "Share this", last).paragraphs == (TEXT, MORE, last)


def test_a_text_that_is_quoted_as_a_whole_comes_without_the_marks() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in (HEADLINE, "", TEXT, "", f"> {MORE}"))
    assert without_quoting(quoted) == f"{HEADLINE}\n\n{TEXT}\n\n> {MORE}"
    (article,) = read_bytes("a.txt", quoted.encode()).articles
    assert (article.headline, article.paragraphs[0]) == (HEADLINE, TEXT)
    assert without_quoting(f"> {TEXT}\n{MORE}") == f"> {TEXT}\n{MORE}"


def test_sections_may_stand_one_below_the_other() -> None:
    article = only("WORLD", "MIDDLE EAST", HEADLINE, TEXT, MORE)
    assert (article.headline, article.news_section) == (HEADLINE, "WORLD | MIDDLE EAST")
    assert only("Iraq", "Iran", TEXT, MORE).headline == "Iraq"
    deck = "The first round ended without a result"
    assert only("Iran / US talks resume", deck, TEXT, MORE).headline == "Iran / US talks resume"
