"""What markup says of an article, from the surest place to the least sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing_app.domain.article import Article, Proposal

Page = Callable[..., Article]
JSON_LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"From JSON-LD",'
    '"datePublished":"2020-01-06","publisher":{"name":"Reuters"},"author":"Jane Doe"}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="From OpenGraph | Reuters">'
    '<meta property="og:site_name" content="Reuters">'
    '<meta property="article:published_time" content="2020-01-07T08:00:00+01:00">'
    '<meta property="og:url" content="https://www.reuters.com/b?utm_source=x">'
    '<meta property="og:locale" content="en_GB">'
)


def test_json_ld_comes_before_open_graph(read_page: Page) -> None:
    article = read_page(OPEN_GRAPH + JSON_LD)
    assert (article.headline, article.published) == ("From JSON-LD", "2020-01-06")
    assert article.provenance["headline"] == "JSON-LD"
    assert article.url == "https://www.reuters.com/b"


def test_open_graph_titles_lose_the_outlet(read_page: Page) -> None:
    article = read_page(OPEN_GRAPH)
    assert article.headline == "From OpenGraph"
    assert article.publisher == "Reuters"
    assert article.published == "2020-01-07T08:00:00+01:00"
    assert article.language == "en-GB"


def test_a_dash_within_a_headline_stays(read_page: Page) -> None:
    article = read_page('<meta property="og:title" content="Iran - what comes next">')
    assert article.headline == "Iran - what comes next"


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ('<time datetime="2020-01-06T10:00Z">today</time>', "2020-01-06T10:00:00+00:00"),
        ("<time>January 6, 2020</time>", "2020-01-06"),
        ('<span itemprop="datePublished" content="2020-01-06"></span>', "2020-01-06"),
        ('<p class="byline">By Jane Doe, January 6, 2020</p>', "2020-01-06"),
        ('<time class="updated" datetime="2020-01-09">x</time>', ""),
        ('<aside><time datetime="2020-01-09">x</time></aside>', ""),
        ("<footer>© 2020 Reuters</footer>", ""),
        ('<div class="story-date">January 6, 2020</div>', "2020-01-06"),
        ('<div class="timestamp">Updated January 9, 2020</div>', ""),
    ],
)
def test_the_date_of_publication_is_found_and_no_other(
    read_page: Page, body: str, published: str
) -> None:
    assert read_page("", f"<h1>Head</h1>{body}").published == published


@pytest.mark.parametrize(
    "markup",
    [
        '<a rel="author" href="/jane">Jane Doe</a>',
        '<span itemprop="author">Jane Doe</span>',
        '<div class="article-byline">By Jane Doe</div>',
        '<div class="byline">By Jane Doe | 3 min</div>',
    ],
)
def test_marked_authors_are_the_byline(read_page: Page, markup: str) -> None:
    assert read_page("", f"<h1>Head</h1>{markup}").byline == "Jane Doe"


def test_an_author_that_is_an_address_is_left_out(read_page: Page) -> None:
    head = '<meta property="article:author" content="https://social.example/harbor">'
    assert read_page(head, "<h1>Head</h1>").byline == ""


def test_the_canonical_link_is_the_address_unless_it_leads_home(read_page: Page) -> None:
    link = '<link rel="canonical" href="https://a.example/{}">'
    assert read_page(link.format("x?fbclid=1")).url == "https://a.example/x"
    assert read_page(link.format("")).url == ""
    assert read_page('<link rel="canonical" href="http://[bad">').url == ""


def test_a_page_saved_by_a_browser_tells_where_it_came_from(read_page: Page) -> None:
    head = "<!-- saved from url=(0027)https://www.reuters.com/a/b -->"
    article = read_page(head)
    assert (article.url, article.publisher) == ("https://www.reuters.com/a/b", "Reuters")


def test_a_bare_page_takes_its_heading(read_page: Page) -> None:
    article = read_page("<title>Head of the page - Home</title>", "<h1>Head of the page</h1>")
    assert article.headline == "Head of the page"
    assert article.missing == ("publisher", "published")


def test_a_date_in_the_address_is_only_proposed(read_page: Page) -> None:
    link = '<link rel="canonical" href="https://a.example/world/2020/01/06/story">'
    article = read_page(link)
    assert article.published == ""
    assert article.proposals == (Proposal("published", "2020-01-06", "address"),)
    dated = read_page(link, "<time>January 7, 2020</time>")
    assert (dated.published, dated.proposals) == ("2020-01-07", ())


def test_section_page_and_update_come_with_their_place(read_page: Page) -> None:
    head = (
        '<meta property="article:section" content="World">'
        '<meta property="article:published_time" content="2020-01-06T08:00:00+01:00">'
        '<meta property="article:modified_time" content="2020-01-06T15:15:00+01:00">'
        '<meta name="citation_firstpage" content="A4">'
    )
    article = read_page(head)
    assert (article.news_section, article.print_page) == ("World", "A4")
    assert article.updated == "2020-01-06T15:15:00+01:00"
    assert article.provenance["updated"] == "OpenGraph"


def test_an_update_at_the_time_of_publication_is_none(read_page: Page) -> None:
    head = (
        '<meta property="article:published_time" content="2020-01-06T08:00:00Z">'
        '<meta property="article:modified_time" content="2020-01-06T08:00:00Z">'
    )
    assert read_page(head).updated == ""


def test_a_title_that_is_all_a_page_has_is_taken_and_its_headline_proposed(
    read_page: Page,
) -> None:
    article = read_page("<title>Allies call for restraint - Harbor Ledger</title>")
    assert article.headline == "Allies call for restraint - Harbor Ledger"
    assert article.proposals == (
        Proposal("headline", "Allies call for restraint", "part of the page title"),
    )
