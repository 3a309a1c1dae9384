"""Fields that fetch show their last result as plain text; those that name a user are gone."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from lxml import etree

from briefing_app.memo.office_template.fields import W, plain_fields
from briefing_app.memo.word_xml import NAMESPACES, field

FETCHING = [
    "INCLUDEPICTURE &quot;http://spy.example/x.png&quot;",
    "INCLUDETEXT C:\\\\x.docx",
    "includetext x",
    "DDEAUTO cmd &quot;/k calc&quot;",
    "DDE excel x",
    "LINK Excel.Sheet x",
    "DATABASE \\d x",
    "HYPERLINK &quot;file:///C:/x.exe&quot;",
    "HYPERLINK javascript:x",
    "MACROBUTTON Run x",
    "DOCPROPERTY Clerk",
    "DOCVARIABLE clerk",
]
NAMING = ["AUTHOR", "LASTSAVEDBY", "USERNAME", "userinitials \\* Upper", "FILENAME \\p"]
KEPT = [
    "PAGE",
    "NUMPAGES",
    "DATE \\@ d",
    "STYLEREF Title",
    "FILENAME",
    "HYPERLINK &quot;https://ministry.example/&quot;",
    "HYPERLINK \\l &quot;Address&quot;",
    "IF 1 = 1 a b",
    "INCLUDED",
]


def paragraph(inner: str) -> etree._Element:
    return parse_xml(f"<w:p {NAMESPACES}><w:r><w:t>a </w:t></w:r>{inner}</w:p>")


def told(root: etree._Element) -> tuple[str, int]:
    """The words, and how many marks and instructions of fields there are."""
    marks = list(root.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"))
    return "".join(root.itertext(f"{W}t")), len(marks)


def simple(instruction: str) -> str:
    inner = "<w:r><w:t>shown</w:t></w:r>"
    return f'<w:fldSimple w:instr=" {instruction} ">{inner}</w:fldSimple>'


def split(instruction: str) -> str:
    """As Word writes it after an edit: the instruction in pieces."""
    whole = field(instruction, "shown")
    first, rest = instruction[:3], instruction[3:]
    pieces = f"{first}</w:instrText></w:r><w:r><w:instrText>{rest}"
    return whole.replace(instruction, pieces, 1)


WAYS = [lambda code: field(code, "shown"), simple, split]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", FETCHING)
def test_a_field_that_fetches_leaves_what_it_shows(code: str, way: object) -> None:
    root = paragraph(way(code))  # type: ignore[operator]
    assert plain_fields(root) == (True, False)
    assert told(root) == ("a shown", 0)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", NAMING)
def test_a_field_that_names_somebody_leaves_nothing(code: str, way: object) -> None:
    root = paragraph(way(code))  # type: ignore[operator]
    assert plain_fields(root) == (False, True)
    assert told(root) == ("a ", 0)


@pytest.mark.parametrize("code", KEPT)
def test_any_other_field_stays(code: str) -> None:
    root = paragraph(field(code, "shown"))
    before = etree.tostring(root)
    assert plain_fields(root) == (False, False)
    assert etree.tostring(root) == before


def test_a_field_within_a_field_is_found() -> None:
    inner = field("INCLUDETEXT x", "words")
    outer = field("PAGE", "1").replace("<w:r><w:t>1</w:t></w:r>", inner)
    root = paragraph(outer)
    assert plain_fields(root) == (True, False)
    assert told(root) == ("a words", 4)


def test_a_field_whose_kind_is_worked_out_by_another_one_is_taken_for_one_that_fetches() -> None:
    hidden = field("QUOTE 68 68 69", "DDE")
    code = '<w:r><w:instrText xml:space="preserve"> X </w:instrText></w:r>'
    outer = field("X", "shown").replace(code, hidden)
    root = paragraph(outer)
    assert plain_fields(root) == (True, False)
    assert told(root) == ("a shown", 0)


def test_a_field_that_does_not_end_is_taken_out_as_far_as_it_goes() -> None:
    whole = field("DDE cmd x", "shown")
    root = paragraph(whole[: whole.rindex("<w:r>")])
    assert plain_fields(root) == (True, False)
    assert told(root) == ("a shown", 0)


def test_a_field_in_one_run_leaves_the_rest_of_the_run() -> None:
    run = (
        '<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t><w:fldChar w:fldCharType="begin"/>'
        '<w:instrText>DDE a b</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>y</w:t>'
        '<w:fldChar w:fldCharType="end"/><w:t>z</w:t></w:r>'
    )
    root = paragraph(run)
    assert plain_fields(root) == (True, False)
    assert told(root) == ("a xyz", 0)
    assert root.find(f"{W}r/{W}rPr/{W}b") is not None
