"""Documents that nobody looks at any more go in small steps."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor, QTextDocument
from shiboken6 import isValid

from briefing_app.gui.memo.clearing import A_SLICE, Clearing


def with_tables(paragraphs: int) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in range(paragraphs):
        cursor.insertText(f"Paragraph {number} says what the allies said that day.")
        if number % 7 == 0:
            table = cursor.insertTable(12, 3)
            table.cellAt(3, 1).firstCursorPosition().insertText("In a cell. " * 30)
            cursor.setPosition(table.lastPosition() + 1)
        cursor.insertBlock()
    cursor.endEditBlock()
    return document


def test_long_documents_are_emptied_step_by_step_and_deleted(qtbot) -> None:
    clearing, document, other = Clearing(), with_tables(700), with_tables(3)
    sizes = [document.characterCount()]

    def watch() -> None:
        if isValid(document):
            sizes.append(document.characterCount())

    watching = QTimer(interval=0)
    watching.timeout.connect(watch)
    watching.start()
    clearing.add(document)
    clearing.add(other)
    assert clearing.is_busy
    qtbot.waitUntil(lambda: not (isValid(document) or isValid(other)), timeout=20_000)
    watching.stop()
    assert not clearing.is_busy
    steps = [before - after for before, after in pairwise(sizes)]
    assert min(steps) >= 0
    assert 0 < max(steps) < A_SLICE * 2 < sizes[0]


def test_an_empty_document_goes_too(qtbot) -> None:
    clearing, document = Clearing(), QTextDocument()
    with qtbot.waitSignal(document.destroyed, timeout=5_000):
        clearing.add(document)
    assert not clearing.is_busy
