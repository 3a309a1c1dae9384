"""RIS lists as databases and reference programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.readers import read, read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.references.ris import read_ris
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "press-cuttings.ris"


def known(record: str, encoding: str = "utf-8") -> dict[str, str]:
    """What a record says of the one file beside the list."""
    data = f"TY  - NEWS\n{record}\nL1  - a.txt\nER  - \n".encode(encoding)
    contents = read_ris(Incoming("a.ris", data, beside={"a.txt": b"text"}.get))
    (inner,) = contents.inner
    assert isinstance(inner, Incoming)
    return dict(inner.known.fields)


def test_the_file_of_a_record_comes_in_with_all_that_the_record_says() -> None:
    found, missing = read(SEED).parts
    assert isinstance(found, ReadFile)
    (article,) = found.articles
    assert article.headline == "Trainers wait, courses rest: a week at the Baghdad school"
    assert article.byline == "Ruth Okafor, Tomas Hale"
    assert (article.publisher, article.published) == ("The Meridian Review", "2020-01-12")
    assert (article.print_page, article.language) == ("A4", "en")
    assert article.url == "https://meridian-review.example/2020/01/12/school"
    assert isinstance(missing, Refusal)
    assert "“Ministers of the quiet rooms”: the record has no text" in missing.error.message


def test_the_first_of_several_fields_counts() -> None:
    fields = known("T1  - Main\nTI  - First\nJO  - The Courier\nPB  - Publisher\nSE  - World")
    assert fields["headline"] == "First"
    assert fields["publisher"] == "The Courier"
    assert fields["news_section"] == "World"


@pytest.mark.parametrize(
    ("date", "iso"),
    [("DA  - 2020/01/06/", "2020-01-06"), ("Y1  - 2020/01/06/Monday", "2020-01-06"),
     ("DA  - 2020-01-06", "2020-01-06"), ("PY  - 2020", ""), ("DA  - 2020//", "")],
)  # fmt: skip
def test_a_year_is_no_date(date: str, iso: str) -> None:
    assert known(date).get("published", "") == iso


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        # EBSCO writes another title of the article where others write the outlet.
        ("TI  - A\nT2  - A biennial exhibition\nJO  - Time\nJF  - The Time", "The Time"),
        ("TI  - A\nT2  - The Courier\nJO  - Cour", "The Courier"),
        ("TI  - A\nJF  - New Example,  Late Edition (East Coast)", "New Example"),
    ],
)
def test_the_outlet_stands_in_one_of_several_fields(record: str, outlet: str) -> None:
    assert known(record)["publisher"] == outlet


@pytest.mark.parametrize(
    "record",
    ["DA  - 2020 Jan 6", "DA  - January 6\nPY  - 2020", "DA  - 6 Jan\nPY  - 2020//",
     "Y1  - 2020/01/06/\nPY  - 2020", "PY  - 2020/01/06/"],
)  # fmt: skip
def test_a_date_is_read_as_several_programs_write_it(record: str) -> None:
    assert known(f"TI  - A\n{record}")["published"] == "2020-01-06"


def test_a_language_may_be_a_name_or_a_tag() -> None:
    assert known("TI  - A\nLA  - English")["language"] == "en"
    assert known("TI  - A\nLA  - de-CH")["language"] == "de-CH"


def test_long_values_go_on_in_the_next_line_and_lines_may_be_short() -> None:
    assert known("TI  - One\nand two\nAU  -\nAB  - x")["headline"] == "One and two"


def test_lists_in_old_encodings_and_with_lines_before_them() -> None:
    assert known("TI  - Zürich wartet und München grüßt Köln", "cp1252")["headline"] == (
        "Zürich wartet und München grüßt Köln"
    )
    data = b"Provider: X\r\nContent: text\r\n\r\nTY  - NEWS\r\nTI  - A\r\nER  - \r\n"
    (part,) = read_bytes("a.txt", data).parts
    assert isinstance(part, Refusal)


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert 2 in outcomes("a.ris", SEED.read_bytes())
