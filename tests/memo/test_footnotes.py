"""The notes as a part of the Word package."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx import Document
from lxml import etree

from briefing_app.domain.memo import ComposedMemo, Footnote, Paragraph, Role, Run
from briefing_app.memo import docx_writer
from tests.memo.docx_lint import W, lint


def written(tmp_path: Path, *notes: tuple[Run, ...]) -> Path:
    references = tuple(Run("", note=number) for number in range(1, len(notes) + 1))
    blocks = (Paragraph(Role.HEADING_1, (Run("Title"),)), Paragraph(Role.BODY, references))
    footnotes = tuple(Footnote(number, runs) for number, runs in enumerate(notes, 1))
    memo = ComposedMemo("Memo", "Subject", "Short", "Unit", "", "", "en", blocks, footnotes)
    docx_writer.write(memo, tmp_path / "memo.docx")
    return tmp_path / "memo.docx"


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def test_notes_stand_behind_the_two_separators(tmp_path: Path) -> None:
    path = written(tmp_path, (Run("First."),), (Run("Second."),))
    notes = part(path, "word/footnotes.xml").findall(f"{W}footnote")
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2"]
    assert ["".join(note.itertext()) for note in notes[2:]] == ["First.", "Second."]


def test_links_in_notes_belong_to_the_notes_part(tmp_path: Path) -> None:
    path = written(tmp_path, (Run("Site", url="https://a.example/x"),))
    relations = part(path, "word/_rels/footnotes.xml.rels")
    assert [r.get("Target") for r in relations] == ["https://a.example/x"]
    assert lint(path) == []


def test_a_memo_without_notes_is_sound_too(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert lint(path) == []
    assert len(part(path, "word/footnotes.xml")) == 2


def test_the_notes_survive_a_copy_by_python_docx(tmp_path: Path) -> None:
    path = written(tmp_path, (Run("First."),))
    Document(str(path)).save(str(tmp_path / "copy.docx"))
    assert "First." in "".join(part(tmp_path / "copy.docx", "word/footnotes.xml").itertext())
