"""Exports of Factiva in XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "exports" / "factiva-one-article.xml"
TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


def article(**fields: str) -> str:
    known = {
        "headline": "<paragraph>The <hlt>headline</hlt></paragraph>",
        "sourceName": "Example Wire",
        "leadParagraph": f"<paragraph>{TEXT}</paragraph>",
        "tailParagraphs": "<paragraph>Two.</paragraph><paragraph>Three.</paragraph>",
        "publicationDate": "<date>2020-01-07</date>",
        **fields,
    }
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in known.items())
    return f"<ppsarticle><article>{inside}</article></ppsarticle>"


def export(*articles: str) -> bytes:
    return (
        "<?xml version='1.0'?><!DOCTYPE PPS SYSTEM 'pps.dtd'><PPS><ppsArticleResponse "
        "xmlns='http://global.factiva.com/fvs/1.0'><ppsarticleResultSet>"
        f"{''.join(articles)}</ppsarticleResultSet></ppsArticleResponse></PPS>"
    ).encode()


def test_every_element_of_an_article_is_one() -> None:
    second = article(headline="<paragraph>Another</paragraph>", sourceName="Other&nbsp;Wire")
    read = read_bytes("a.xml", export(article(), second))
    assert [(a.headline, a.publisher) for a in read.articles] == [
        ("The headline", "Example Wire"),
        ("Another", "Other Wire"),
    ]
    assert read.articles[0].paragraphs == (TEXT, "Two.", "Three.")
    assert read.articles[0].published == "2020-01-07"


def test_fields_are_those_of_the_database() -> None:
    fields = {
        "byline": "By Jane Doe", "baseLanguage": "DE", "sectionName": "World",
        "pages": "<page>4</page><page>5</page>", "wordCount": "900",
        "publicationDate": "<dateTime>2020-01-07T21:05:00Z</dateTime>",
        "copyright": "(c) 2020 Example",
    }  # fmt: skip
    read = read_bytes("a.xml", export(article(**fields)))
    (found,) = read.articles
    assert (found.byline, found.language, found.news_section) == ("Jane Doe", "de", "World")
    assert (found.print_page, found.published) == ("4, 5", "2020-01-07T21:05:00+00:00")
    assert found.provenance["byline"] == "database field"
    assert [aside.text for aside in found.set_aside] == ["(c) 2020 Example"]
    assert "Text may be missing" in read.warnings[0]


def test_headlines_alone_are_refused() -> None:
    bare = article(leadParagraph="", tailParagraphs="")
    with pytest.raises(UnreadableFile, match="perhaps only headlines"):
        read_bytes("a.xml", export(bare))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.xml", SEED.read_bytes())
