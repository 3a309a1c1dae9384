"""The Word document: package, properties, styles, head and foot, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import Emphasis, Paragraph, Role
from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo import build
from briefing_app.memo.docx_writer import to_bytes
from briefing_app.memo.form import load
from tests.memo.briefings import FIELDS, golden, with_articles
from tests.memo.docx_lint import W

ROOT = Path(__file__).resolve().parents[2]
BUILT_IN = {
    Role.TITLE: "Title",
    Role.HEADING_1: "Heading 1",
    Role.HEADING_2: "Heading 2",
    Role.QUOTE: "Quote",
    Role.BULLET: "List Bullet",
    Role.NUMBER: "List Number",
    Role.BODY: "Normal",
}

Printed = Callable[[Briefing], Path]


def xml(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def test_paragraphs_have_words_own_styles(golden_docx: Path) -> None:
    document = docx.Document(str(golden_docx))
    styles = [p.style.name for p in document.paragraphs]
    blocks = [b for b in build(golden()).blocks if isinstance(b, Paragraph)]
    assert len(styles) == len(blocks)
    for style, block in zip(styles, blocks, strict=True):
        assert style == BUILT_IN.get(block.role, style)
    assert set(BUILT_IN.values()) <= set(styles)
    notes = {"footnote text", "footnote reference", "Hyperlink", "Header", "Footer", "Caption"}
    assert notes <= {style.name for style in document.styles}


def test_the_properties_tell_the_memo_and_no_user(golden_docx: Path) -> None:
    core = docx.Document(str(golden_docx)).core_properties
    assert core.title == FIELDS["subject"]
    assert core.language == "en-US"
    assert core.category == "UNCLASSIFIED"
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("",) * 4
    assert core.created.replace(tzinfo=None) == datetime(2021, 3, 9)
    with zipfile.ZipFile(golden_docx) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything


@pytest.mark.parametrize("date", ["", "soon", "2021-02-31", "31 Brumaire 1799"])
def test_without_a_day_the_properties_have_a_fixed_one(printed: Printed, date: str) -> None:
    core = docx.Document(str(printed(with_articles(date=date).done()))).core_properties
    assert core.created.replace(tzinfo=None) == datetime(1980, 1, 1)


def test_head_and_foot_carry_banner_title_date_and_pages(golden_docx: Path) -> None:
    section = docx.Document(str(golden_docx)).sections[0]

    def told(part: object) -> list[str]:
        return [p.text.replace("\u00a0", " ") for p in part.paragraphs]  # type: ignore[attr-defined]

    assert section.different_first_page_header_footer
    assert told(section.first_page_header) == ["UNCLASSIFIED"]
    assert told(section.header) == ["UNCLASSIFIED", f"{FIELDS['subject']}\t9 March 2021"]
    for foot in (section.first_page_footer, section.footer):
        assert told(foot) == ["Briefing Cell\tPage 1 of 1", "UNCLASSIFIED"]
        codes = [e.text.strip() for e in foot._element.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]


def test_without_a_mark_there_is_no_banner(printed: Printed) -> None:
    section = docx.Document(str(printed(with_articles(handling="Internal use").done()))).sections[0]
    assert [p.text for p in section.first_page_header.paragraphs] == [""]
    assert [p.text for p in section.footer.paragraphs] == ["\tPage 1 of 1"]


def test_every_entry_has_its_bookmark(golden_docx: Path) -> None:
    marks = [
        mark.get(f"{W}name")
        for mark in xml(golden_docx, "word/document.xml").iter(f"{W}bookmarkStart")
    ]
    entries = {f"_bi_{entry.id}" for entry in golden().entries}
    assert entries <= set(marks)
    assert {mark for mark in marks if mark.startswith("_src_")} == {
        f"_src_S{n}" for n in range(1, 5)
    }


def test_word_asks_nothing_when_it_opens_the_memo(golden_docx: Path) -> None:
    with zipfile.ZipFile(golden_docx) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    for unwanted in (b"updateFields", b"attachedTemplate", b"<w:sdt", b"vbaProject"):
        assert unwanted not in everything
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_each_section_numbers_its_list_anew(printed: Printed) -> None:
    draft = with_articles()
    for title in ("One", "Two", "Three"):
        draft.section(title, Layout.NUMBERED)
        draft.entry(Kind.TEXT, "first")
        draft.quote("wire", "It would be wrong to panic")
        draft.entry(Kind.TEXT, "second")
    path = printed(draft.done())
    lists = []
    for paragraph in xml(path, "word/document.xml").iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "ListNumber":
            number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
            lists.append("style" if number is None else number.get(f"{W}val"))
    assert lists == ["style", "style", "4", "4", "5", "5"]
    restarts = xml(path, "word/numbering.xml").findall(f"{W}num/{W}lvlOverride/{W}startOverride")
    assert [restart.get(f"{W}val") for restart in restarts] == ["1", "1"]


def test_the_same_memo_gives_the_same_bytes() -> None:
    assert to_bytes(build(golden())) == to_bytes(build(golden()))


def test_the_bytes_hang_on_no_hash_seed_and_no_time_zone(golden_docx: Path) -> None:
    code = (
        "import sys; from tests.memo.briefings import golden; "
        "from briefing_app.memo import build; from briefing_app.memo.docx_writer import to_bytes; "
        "sys.stdout.buffer.write(to_bytes(build(golden())))"
    )
    for seed, zone in (("1", "Asia/Tehran"), ("4242", "America/New_York")):
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code]
        environment = os.environ | changed
        found = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
        assert found.stdout == golden_docx.read_bytes()


@pytest.mark.parametrize(("lines", "breaks"), [(2, False), (18, True), (24, False)])
def test_annexes_begin_a_page_only_where_the_last_one_is_rather_full(
    printed: Printed, lines: int, breaks: bool
) -> None:
    draft = with_articles()
    draft.section("Facts", Layout.PARAGRAPHS)
    draft.fact("wire", "The island has food for eleven days")
    for number in range(lines):
        draft.entry(Kind.TEXT, f"Line {number}.")
    found = xml(printed(draft.done()), "word/document.xml").findall(f".//{W}pageBreakBefore")
    assert bool(found) is breaks


def test_the_decision_line_has_room_to_sign_on(printed: Printed) -> None:
    briefing = with_articles().done()
    memo = build(replace(briefing, memo=replace(briefing.memo, form="action")))
    (line,) = (b for b in memo.blocks if isinstance(b, Paragraph) and b.role is Role.DECISION)
    blanks = [run.text for run in line.runs if run.emphasis is Emphasis.BLANK]
    assert len(blanks) == 4
    assert set("".join(blanks)) == {"_"}
    leaders = load("action").file("styles.xml").read_text(encoding="utf-8")
    assert leaders.count('w:leader="underscore"') == len(blanks)
