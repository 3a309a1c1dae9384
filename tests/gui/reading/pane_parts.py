"""What a user sees in the pane, and clicks there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.outline import Entry
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session

KEY = Qt.Key
HURRIED = "“We will not be hurried,”"


def entries(session: Session, section: int) -> list[Entry]:
    return session.store.entries.of_section(session.sections()[section].section.id)


def wait_for_bar(qtbot, pane: ReadingPane) -> None:
    qtbot.waitUntil(pane.tag_bar.isVisible)


def named(pane: QWidget, kind: type, name: str):
    return next(w for w in pane.findChildren(kind) if w.accessibleName() == name)


def click(pane: ReadingPane, place: QPoint) -> None:
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def marked(pane: ReadingPane) -> list[tuple[str, str]]:
    pane.view.grab()
    shapes = pane.view._pointing.shapes
    body = pane.view.body
    return [(body[s.highlight.start : s.highlight.end], s.highlight.number) for s in shapes]
