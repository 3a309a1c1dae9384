"""ninjs in its three versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import read, read_bytes
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "agentur-ausbildung.json"
TEXT = "The ambassadors met in Brussels on Monday and spoke about the mission in Iraq."
ITEM = {"uri": "urn:x:1", "headline": "Ambassadors meet", "body_text": TEXT}


def only(item: Any) -> Article:
    (article,) = read_bytes("a.json", json.dumps(item).encode()).articles
    return article


def test_version_2_comes_in_with_all_that_it_says() -> None:
    read_file = read(SEED)
    (article,) = read_file.articles
    assert read_file.warnings == ()
    assert article.headline == (
        "Bundeswehr bringt einen Teil der Ausbilder aus dem Irak nach Jordanien"
    )
    assert article.deck == "Die Mission ruht, beendet ist sie nicht"
    assert (article.publisher, article.byline) == ("Agentur Nord", "Hanna Brandt, Ole Petersen")
    assert (article.dateline, article.language) == ("Berlin", "de")
    assert article.published == "2020-01-07T11:05:00+01:00"
    assert article.updated == "2020-01-07T13:40:18+01:00"
    assert len(article.paragraphs) == 8
    assert article.paragraphs[3] == "Was der Bundestag sagt"


def test_version_1_names_its_forms_by_their_endings() -> None:
    article = only(
        {
            "uri": "http://example.com/1", "versioncreated": "2013-07-09T10:37:00Z",
            "headline_main": "Ambassadors meet", "byline": "By Jane Doe", "located": "Brussels",
            "body_text": f"{TEXT} Two.", "body_xhtml": f"<p>{TEXT}</p><p>Two.</p>",
            "description_text": "A short account.", "copyrightholder": "AFP",
        }
    )  # fmt: skip
    assert article.headline == "Ambassadors meet"
    assert article.paragraphs == (TEXT, "Two.")
    assert (article.byline, article.dateline, article.publisher) == (
        "Jane Doe", "Brussels", "Agence France-Presse",
    )  # fmt: skip
    assert article.published == "2013-07-09T10:37:00+00:00"
    assert article.deck == "A short account."
    assert article.url == "http://example.com/1"


def test_version_3_writes_its_fields_with_capitals() -> None:
    article = only(
        {
            "uri": "urn:x:3", "versionCreated": "2020-01-06T10:00:00Z",
            "infoSources": [{"name": "Reuters", "role": "x"}],
            "headlines": [{"role": "x", "value": "Short"}, {"role": "main", "value": "Long one"}],
            "bodies": [
                {"role": "main", "contentType": "text/plain", "value": f"{TEXT} Two."},
                {"role": "nitf", "contentType": "application/nitf+xml", "value": "<x>" + TEXT * 9},
                {"role": "r", "contentType": "application/xhtml+xml",
                 "value": f"<p>{TEXT}</p><p>Two.</p>"},
            ],
        }
    )  # fmt: skip
    assert (article.headline, article.publisher) == ("Long one", "Reuters")
    assert article.paragraphs == (TEXT, "Two.")


def test_a_body_with_markup_that_is_cut_short_gives_way() -> None:
    whole = "\n\n".join(f"Paragraph {n}. {TEXT}" for n in range(6))
    assert len(only({**ITEM, "body_text": whole, "body_html": f"<p>{TEXT}"}).paragraphs) == 6


def test_articles_of_a_list_and_of_a_package_all_come_in() -> None:
    package = {
        **ITEM,
        "associations": {"a": {**ITEM, "headline": "Second"}, "b": {"type": "video"}},
    }
    listed = [package, {**ITEM, "headline": "Third"}]
    articles = read_bytes("a.json", json.dumps(listed).encode()).articles
    assert [article.headline for article in articles] == ["Ambassadors meet", "Second", "Third"]


def test_a_kill_notice_is_said_aloud() -> None:
    data = json.dumps({**ITEM, "pubstatus": "canceled"}).encode()
    (warning,) = read_bytes("a.json", data).warnings
    assert warning.startswith("“Ambassadors meet” was withdrawn by its agency")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"uri": "x", "type": "picture", "versioncreated": "2020-01-06"}, "it is a picture"),
        ({"uri": "x", "type": "planning", "pubStatus": "usable"}, "a plan of coverage"),
        ({"uri": "x", "body_text": ""}, "no article text here"),
        ({"uri": "x", "body_text": 5, "headlines": "x", "bodies": {"a": 1}}, "no article text"),
        ([{"bodies": [1, None, {"value": None}]}], "no article text here"),
    ],
)
def test_what_holds_no_article_is_refused(item: Any, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_bytes("a.json", json.dumps(item).encode())


@pytest.mark.parametrize("data", [b'{"a": 1}', b"[1, 2]", b"{}", b'{"headline": "x"}'])
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat, match="neither news in ninjs nor a list of references"):
        read_bytes("a.json", data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"pubstatus": "usable", ',
        b'{"pubstatus": ' + b"[" * 100_000,
        b'{"pubstatus": ' + b"9" * 10_000 + b"}",
    ],
)
def test_json_that_is_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="not readable JSON"):
        read_bytes("a.json", data)


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.json", SEED.read_bytes())
