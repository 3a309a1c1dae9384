"""JSON-LD as pages really write it."""

from __future__ import annotations

import json

from briefing_app.readers.web.json_ld import article_fields

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "The &quot;headline&quot;",
    "datePublished": "2020-01-06T14:03:00Z",
    "dateModified": "2020-01-09",
    "author": [{"@type": "Person", "name": "Jane Doe"}, "John Roe", "https://x.example/u"],
    "publisher": {"@type": "Organization", "name": "Harbor Ledger"},
    "mainEntityOfPage": {"@id": "https://x.example/a"},
    "inLanguage": "en",
    "description": "The deck",
    "articleSection": ["World", "Europe"],
    "pageStart": "4",
    "articleBody": "First.\nSecond &amp; last.",
}


def test_the_fields_of_an_article_are_read() -> None:
    assert article_fields([json.dumps(ARTICLE)]) == {
        "headline": 'The "headline"',
        "byline": "Jane Doe, John Roe",
        "publisher": "Harbor Ledger",
        "published": "2020-01-06T14:03:00Z",
        "updated": "2020-01-09",
        "deck": "The deck",
        "news_section": "World",
        "print_page": "4",
        "body": "First.\nSecond & last.",
        "language": "en",
        "url": "https://x.example/a",
    }


def test_a_graph_with_references_is_followed() -> None:
    graph = [
        {"@type": "WebPage", "name": "Page"},
        {**ARTICLE, "author": {"@id": "#jane"}, "publisher": {"@id": "#org"}},
        {"@id": "#jane", "@type": "Person", "name": "Jane Doe"},
        {"@id": "#org", "@type": "Organization", "name": "Harbor Ledger"},
    ]
    fields = article_fields([json.dumps({"@graph": graph})])
    assert (fields["byline"], fields["publisher"]) == ("Jane Doe", "Harbor Ledger")


def test_the_fullest_of_several_articles_counts() -> None:
    teaser = {"@type": "Article", "headline": "A teaser"}
    fields = article_fields([json.dumps([teaser, ARTICLE, teaser])])
    assert fields["headline"] == 'The "headline"'


def test_almost_json_is_repaired() -> None:
    script = '<!-- {"@type": "http://schema.org/NewsArticle", "headline": "A\nline",} -->'
    assert article_fields([script]) == {"headline": "A line"}


def test_what_is_no_article_or_no_json_gives_nothing() -> None:
    broken = ["", "{", "[" * 100_000, '{"a": ' + "1" * 10_000 + "}", "null", "3", '"x"']
    organisation = json.dumps({"@type": "Organization", "name": "X", "headline": "No"})
    assert article_fields([*broken, organisation]) == {}


def test_fields_of_a_strange_kind_are_left_out() -> None:
    strange = {"@type": ["NewsArticle"], "headline": 7, "author": {"name": {"x": 1}}, "url": []}
    assert article_fields([json.dumps(strange)]) == {}
