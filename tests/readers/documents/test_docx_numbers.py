"""Numbers that Word counts before paragraphs."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from tests.readers.documents.test_docx import NAMESPACES, TEXT, docx, relations


def level(place: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(text: str, place: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(body: str, *levels: str, more: str = "", styles: str = "") -> list[str]:
    """The text of a document with one kind of list, and what else its part of lists has."""
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7">{"".join(levels)}'
        f'</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
        "</w:numbering>"
    )
    parts = {
        "word/_rels/document.xml.rels": relations(
            "r1 numbering numbering.xml", "r2 styles styles.xml"
        ),
        "word/numbering.xml": numbering,
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
    }
    first = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
    (article,) = read_bytes("a.docx", docx(first + body, **parts)).articles
    return article.body.split("\n")[1:]


def test_levels_count_for_themselves_and_begin_anew_below_a_higher_one() -> None:
    body = item("Calls") + item("on all", 1) + item("on some", 1) + item("Asks") + item("them", 1)
    two = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
    assert lines(body, *two) == ["1. Calls", "(a) on all", "(b) on some", "2. Asks", "(a) them"]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", ["1.", "2.", "3.", "4."]),
        ("upperRoman", ["I.", "II.", "III.", "IV."]),
        ("lowerRoman", ["i.", "ii.", "iii.", "iv."]),
        ("upperLetter", ["A.", "B.", "C.", "D."]),
        ("decimalZero", ["01.", "02.", "03.", "04."]),
    ],
)
def test_numbers_are_written_as_the_list_says(form: str, numbers: list[str]) -> None:
    found = lines("".join(item("x") for _ in numbers), level(0, form, "%1."))
    assert found == [f"{number} x" for number in numbers]


def test_a_number_may_hold_those_above_it() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = item("One") + item("Scope", 1) + item("Terms", 1)
    assert lines(body, level(0, "upperRoman", "Article %1"), legal) == [
        "Article I One", "1.1 Scope", "1.2 Terms",
    ]  # fmt: skip


def test_dots_and_empty_paragraphs_have_no_number() -> None:
    assert lines(item("x") + item("y"), level(0, "bullet", "•")) == ["x", "y"]
    assert lines(item("x") + item(" ") + item("y"), level(0, "decimal", "%1.")) == ["1. x", "3. y"]


def test_a_list_goes_on_after_other_text_unless_it_begins_anew() -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>" + item("b")
    body += item("c", number=2) + item("d", number=2) + item("none", number=0)
    assert lines(body, level(0, "decimal", "%1."), more=anew) == [
        "1. a", TEXT, "2. b", "5. c", "6. d", "none",
    ]  # fmt: skip


def test_a_list_that_does_not_say_where_it_starts_starts_at_nought() -> None:
    bare = level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', "")
    assert lines(item("x") + item("y"), bare) == ["0. x", "1. y"]


def test_a_style_may_number_its_paragraphs() -> None:
    styles = (
        '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="List"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        for name in ("List", "Own", "Other")
    )
    found = lines(body, level(0, "decimal", "%1)"), styles=styles)
    assert found == ["1) x", "2) x", "x"]


def test_a_list_without_levels_or_with_absurd_ones_numbers_nothing() -> None:
    assert lines(item("x")) == ["x"]
    odd = '<w:lvl w:ilvl="99"/><w:lvl w:ilvl="a"/><w:lvl w:ilvl="0"><w:start w:val="-3"/></w:lvl>'
    assert lines(item("x", 9) + item("y"), odd) == ["x", "y"]
