"""Long documents are laid out in small steps."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from briefing_app.gui.memo.laying import Laying


def long_document(paragraphs: int) -> QTextDocument:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in range(paragraphs):
        cursor.insertText(f"Paragraph {number} says what the allies said that day. " * 6)
        cursor.insertBlock()
    cursor.endEditBlock()
    return document


def test_all_of_it_is_laid_out_step_by_step(qtbot) -> None:
    view, laying, heights = QTextBrowser(), Laying(), []
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    document = long_document(1500)
    view.setDocument(document)
    laying.moved.connect(heights.append)
    with qtbot.waitSignal(laying.ended, timeout=20_000):
        laying.start(document)
        assert laying.is_busy
    assert len(heights) > 2
    assert heights == sorted(heights)
    assert abs(laying.height - document.size().height()) < 40
    assert view.verticalScrollBar().maximum() > laying.height - 500


def test_another_document_lets_the_first_go(qtbot) -> None:
    view, laying = QTextBrowser(), Laying()
    qtbot.addWidget(view)
    first, second = long_document(500), long_document(5)
    view.setDocument(first)
    laying.start(first)
    view.setDocument(second)
    with qtbot.waitSignal(laying.ended, timeout=20_000):
        laying.start(second)
    assert not laying.is_busy
    assert abs(laying.height - second.size().height()) < 40
