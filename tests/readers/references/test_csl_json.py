"""CSL-JSON lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read, read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.references.csl_json import read_csl_json

SEED = Path(__file__).resolve().parents[3] / "seeds" / "reading-list.json"


def known(record: dict[str, Any]) -> dict[str, str]:
    """What a record says of the one file beside the list."""
    data = json.dumps([{"type": "webpage", "title": "T", "file": "a.txt", **record}]).encode()
    contents = read_csl_json(Incoming("a.json", data, beside={"a.txt": b"text"}.get))
    (inner,) = contents.inner
    assert isinstance(inner, Incoming)
    return dict(inner.known.fields)


def test_the_file_of_a_record_comes_in_with_all_that_the_record_says() -> None:
    (part,) = read(SEED).parts
    assert isinstance(part, ReadFile)
    (article,) = part.articles
    assert article.headline == "Notizen aus einem stillen Lager"
    assert (article.publisher, article.byline) == ("Agentur Nord Magazin", "Hanna Brandt")
    assert (article.published, article.print_page) == ("2020-01-15", "12")
    assert article.provenance["headline"] == "CSL-JSON record"


@pytest.mark.parametrize(
    ("issued", "iso"),
    [
        ({"date-parts": [[2020, 1, 6]]}, "2020-01-06"),
        ({"date-parts": [["2020", "01", "06"]]}, "2020-01-06"),
        ({"date-parts": [[2020, 1]]}, ""), ({"date-parts": [[2020, 13, 6]]}, ""),
        ({"date-parts": []}, ""), ({"date-parts": 5}, ""),
        ({"raw": "6 January 2020"}, "2020-01-06"),
        ({"literal": "2020-01-06"}, "2020-01-06"), ("2020-01-06", "2020-01-06"), (5, ""),
    ],
)  # fmt: skip
def test_a_date_needs_its_day(issued: Any, iso: str) -> None:
    assert known({"issued": issued}).get("published", "") == iso


def test_names_have_particles_and_may_be_those_of_organisations() -> None:
    authors = [
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        {"literal": "The Desk"}, "no object", {},
    ]  # fmt: skip
    assert known({"author": authors})["byline"] == "Vincent van Gogh, The Desk"


def test_markup_in_titles_is_dropped_and_attachments_are_files() -> None:
    record = {"title": "<i>The</i> T &amp; U", "attachments": [{"path": "a.txt"}], "file": None}
    assert known(record)["headline"] == "The T & U"


def test_lists_inside_an_object() -> None:
    data = json.dumps({"items": [{"type": "webpage", "title": "T"}]}).encode()
    assert len(read_bytes("a.json", data).parts) == 1


def test_a_list_without_records_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no records in this list"):
        read_csl_json(Incoming("a.json", b'[1, {"x": 1}]'))
