"""A composed memo on the page of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from briefing_app.domain.memo import ComposedMemo, Emphasis, Footnote, Paragraph, Role, Run, Table
from briefing_app.gui.memo.looks import LOOKS
from briefing_app.gui.memo.printing import ID, TRIM, Printer


def composed(*blocks: Paragraph | Table, notes: tuple[Footnote, ...] = ()) -> ComposedMemo:
    return ComposedMemo("Memo", "", "", "", "", "", "en", blocks, notes)


def printed(memo: ComposedMemo) -> QTextDocument:
    document = QTextDocument()
    Printer(QTextCursor(document), 1.0).print(memo, "Notes")
    return document


def lines(document: QTextDocument) -> list[QTextBlock]:
    block, found = document.begin(), []
    while block.isValid():
        if block.text():
            found.append(block)
        block = block.next()
    return found


def paragraph(role: Role, *texts: str, id: str = "") -> Paragraph:
    return Paragraph(role, tuple(Run(text) for text in texts), id)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_look_and_is_printed(qapp, role: Role) -> None:
    assert role in LOOKS
    document = printed(composed(paragraph(role, "What happened")))
    assert lines(document)[0].text().endswith("What happened")


def test_blocks_and_notes_come_in_order(qapp) -> None:
    document = printed(
        composed(
            paragraph(Role.TITLE, "INFORMATION MEMO"),
            Paragraph(Role.BULLET, (Run("Ambassadors met."), Run("", note=1))),
            paragraph(Role.HEADING_1, "Sources"),
            notes=(Footnote(1, (Run("Reuters, para. 2."),)),),
        )
    )
    assert [block.text() for block in lines(document)] == [
        "INFORMATION MEMO",
        "•\tAmbassadors met.1",
        "Sources",
        "Notes",
        "1\tReuters, para. 2.",
    ]


def test_a_block_knows_the_row_behind_it(qapp) -> None:
    document = printed(composed(paragraph(Role.BULLET, "The vote.", id="entry-7")))
    assert lines(document)[0].blockFormat().property(ID) == "entry-7"


def test_numbers_count_on_and_start_again_below_the_next_heading(qapp) -> None:
    document = printed(
        composed(
            paragraph(Role.NUMBER, "one"),
            paragraph(Role.NUMBER, "two"),
            paragraph(Role.QUOTE, "between"),
            paragraph(Role.NUMBER, "three"),
            paragraph(Role.HEADING_1, "What to watch"),
            paragraph(Role.NUMBER, "one again"),
        )
    )
    texts = [block.text() for block in lines(document)]
    assert texts[2:] == ["between", "3.\tthree", "What to watch", "1.\tone again"]


def test_a_table_is_printed_cell_by_cell_and_text_goes_on_after_it(qapp) -> None:
    rows = (((Run("S1"),), (Run("Reuters"),)), ((Run("S2"),), (Run("Bloomberg"),)))
    table = Table("Sources", "", (0.3, 0.7), ("ID", "Source"), rows)
    document = printed(composed(table, paragraph(Role.TABLE_NOTE, "Rating: NATO scale")))
    texts = [block.text() for block in lines(document)]
    expected = ["ID", "Source", "S1", "Reuters", "S2", "Bloomberg", "Rating: NATO scale"]
    assert texts == expected


def test_arabic_runs_from_the_right(qapp) -> None:
    document = printed(composed(paragraph(Role.QUOTE, "قال الأمين العام")))
    block = lines(document)[0]
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert block.blockFormat().property(TRIM) == "bar"


def test_emphasis_shows(qapp) -> None:
    runs = tuple(Run(str(emphasis), emphasis) for emphasis in Emphasis)
    document = printed(composed(Paragraph(Role.BODY, runs)))
    iterator = lines(document)[0].begin()
    looks = set()
    while not iterator.atEnd():
        char = iterator.fragment().charFormat()
        looks.add((char.fontWeight(), char.fontItalic(), char.foreground().color().name()))
        iterator += 1
    assert len(looks) == len(Emphasis)
