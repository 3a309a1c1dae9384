"""The linter sees the faults that it is there for: each is planted into a sound memo."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.memo.docx_lint import lint

DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
SETTINGS = "word/settings.xml"
DRAWN = '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="x" id="7"/></w:drawing></w:r></w:p>'
TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"

# part, what is there, what is put in its place (once), what the linter is to say
FAULTS = [
    (DOCUMENT, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Nothing"/>', "style: "),
    (STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nothing"/>', "style: "),
    (STYLES, 'w:styleId="Lead"', 'w:styleId="Title"', "style: Title is there 2 times"),
    (NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>', "list: a list"),
    (STYLES, '<w:numId w:val="2"/>', '<w:numId w:val="99"/>', "list: "),
    (NUMBERING, '<w:num w:numId="2"', '<w:num w:numId="1"', "list: an id is there twice"),
    (DOCUMENT, 'footnoteReference w:id="1"', 'footnoteReference w:id="99"', "note: 99 is referred"),
    (DOCUMENT, '<w:footnoteReference w:id="1"/>', "<w:t>1</w:t>", "note: nothing refers to 1"),
    (NOTES, '<w:footnote w:id="2"', '<w:footnote w:id="1"', "note: an id is there twice"),
    (NOTES, 'w:type="separator"', "", "note: a separator is missing"),
    (DOCUMENT, '<w:bookmarkEnd w:id="2"/>', "", "bookmark: starts and ends"),
    (DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "bookmark: starts and"),
    (DOCUMENT, 'w:name="_bi_e1"', 'w:name="_bi_e2"', "bookmark: _bi_e2 is there 2 times"),
    (DOCUMENT, 'w:name="_bi_e1"', 'w:name="1 e"', "bookmark: 1 e is no name"),
    (DOCUMENT, 'w:name="_bi_e1"', f'w:name="{"x" * 41}"', "is no name"),
    (DOCUMENT, 'w:name="_src_S1"', 'w:name="other"', "bookmark: a link leads to _src_S1"),
    (DOCUMENT, "</w:p></w:tc>", "</w:p><w:tcPr/></w:tc>", "table: a cell"),
    (DOCUMENT, "<w:gridCol ", "<w:gridCol/><w:gridCol ", "table: a row"),
    (DOCUMENT, "</w:body>", "<w:p/></w:body>", "body: the section properties are not last"),
    ("word/footer1.xml", 'w:fldCharType="end"', 'w:fldCharType="separate"', "field: "),
    ("word/footer1.xml", 'w:fldCharType="begin"', 'w:fldCharType="end"', "field: "),
    (DOCUMENT, ">What happened<", ">What\nhappened<", "text: "),
    (DOCUMENT, ">What happened<", ">What\thappened<", "text: "),
    (CORE, "2021-03-09T00:00:00Z", "9 March 2021", "core: "),
    (TYPES, 'PartName="/word/footnotes.xml"', 'PartName="/word/notes.xml"', "type: "),
    (TYPES, "wordprocessingml.styles+xml", "wordprocessingml.settings+xml", "type: word/styles"),
    (DOCUMENT_RELS, "footnotes.xml", "nothing.xml", "relation: nothing.xml"),
    (DOCUMENT_RELS, 'Id="rLink1"', 'Id="rLink2"', "relation: rLink1 is not declared"),
    (DOCUMENT_RELS, "https://www.harborledger", "https://www harborledger", "is no address"),
    (DOCUMENT_RELS, "https://www.harborledger", "javascript:harborledger", "is no address"),
    (DOCUMENT_RELS, "ferries?id=1", "ferries%zz", "is no address"),
    (DOCUMENT_RELS, "ferries?id=1", "x" * 2001, "relation: an address is too long"),
    (DOCUMENT_RELS, 'Id="rId1"', 'Id="rLink1"', "relation: an id is there twice"),
    (DOCUMENT, "<w:body>", "<w:body><", "xml: "),
    (DOCUMENT, "<w:body>", f"<w:body>{DRAWN}{DRAWN}", "drawing: 7 is there 2 times"),
    (SETTINGS, '<w:footnote w:id="-1"/>', "", "note: the settings do not agree"),
    (SETTINGS, "<w:zoom", "<w:attachedTemplate/><w:zoom", "trace: attachedTemplate"),
    (DOCUMENT, "<w:body>", '<w:body><w:ins w:author="Jane"/>', "trace: author Jane"),
    (DOCUMENT, "<w:body>", r'<w:body><w:x w:y="C:\arms.png"/>', "trace: a path"),
    ("word/footer1.xml", "> PAGE <", "> DDEAUTO x <", "trace: a field fetches DDEAUTO"),
]


def altered(source: Path, target: Path, change: Callable[[str, str], str]) -> None:
    """A copy of a .docx with `change(member, text)` in place of each text."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))


def test_the_golden_memo_is_sound(golden_docx: Path) -> None:
    assert lint(golden_docx) == []


@pytest.mark.parametrize(("part", "there", "instead", "says"), FAULTS)
def test_a_planted_fault_is_seen(
    golden_docx: Path, tmp_path: Path, part: str, there: str, instead: str, says: str
) -> None:
    planted = []

    def plant(name: str, text: str) -> str:
        if name != part or there not in text:
            return text
        planted.append(name)
        return text.replace(there, instead, 1)

    altered(golden_docx, tmp_path / "faulty.docx", plant)
    assert planted == [part]
    assert [problem for problem in lint(tmp_path / "faulty.docx") if says in problem]


def test_a_doctype_is_seen(golden_docx: Path, tmp_path: Path) -> None:
    def plant(name: str, text: str) -> str:
        return text.replace("<w:styles ", "<!DOCTYPE x><w:styles ", 1) if name == STYLES else text

    altered(golden_docx, tmp_path / "faulty.docx", plant)
    assert lint(tmp_path / "faulty.docx") == ["xml: word/styles.xml has a DTD"]


def test_a_member_that_is_there_twice_is_seen(golden_docx: Path, tmp_path: Path) -> None:
    path = tmp_path / "faulty.docx"
    altered(golden_docx, path, lambda _, text: text)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(STYLES, "<x/>")
    assert "zip: a member is there twice" in lint(path)


def test_a_package_that_begins_with_another_part_is_seen(golden_docx: Path, tmp_path: Path) -> None:
    path = tmp_path / "faulty.docx"
    with zipfile.ZipFile(golden_docx) as old, zipfile.ZipFile(path, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    assert "zip: [Content_Types].xml is not first" in lint(path)
