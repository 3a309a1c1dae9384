"""Drops on the window, as another program makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui.files import BriefingFiles
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.drop import DropTarget
from briefing_app.gui.intake.intake import Intake
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store

OFFERED = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
TEXT = "BRUSSELS (Reuters) - Allies met on Monday.\n\nThey called for restraint."


class Window(QMainWindow):
    """A reading view above, a line to write in below."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        root = QWidget()
        column = QVBoxLayout(root)
        self.reader, self.line = QTextBrowser(), QLineEdit()
        column.addWidget(self.reader)
        column.addWidget(self.line)
        self.setCentralWidget(root)
        self.resize(600, 400)
        self.importer = Importer(session, self)
        files, preferences = BriefingFiles(session, self), Preferences(theme, self)
        self.intake = Intake(session, self.importer, files, preferences, self)
        self.target = DropTarget(self, self.intake, theme)


@pytest.fixture
def window(session: Session, theme: Theme, qtbot) -> Window:
    window = Window(session, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def place(widget: QWidget) -> QPointF:
    return QPointF(widget.mapTo(widget.window(), widget.rect().center()))


def drag(window: Window, data: QMimeData, at: QPointF) -> list[QDropEvent]:
    """Enter and move; returns the events as they came back."""
    events = [
        QDragEnterEvent(at.toPoint(), OFFERED, data, *HELD),
        QDragMoveEvent(at.toPoint(), OFFERED, data, *HELD),
    ]
    for event in events:
        event.ignore()
        QApplication.sendEvent(window.windowHandle(), event)
    return events


def drop(window: Window, data: QMimeData, at: QPointF) -> QDropEvent:
    event = QDropEvent(at, OFFERED, data, *HELD)
    event.ignore()
    QApplication.sendEvent(window.windowHandle(), event)
    return event


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    for number in range(3):
        (folder / f"article {number}.txt").write_text(f"Headline {number}\n\n{TEXT} {number}")
    return folder


@pytest.mark.parametrize("over", ["reader", "line"])
def test_files_and_folders_are_copied_wherever_they_fall(
    window: Window, session: Session, folder: Path, over: str, qtbot
) -> None:
    data, at = files(folder), place(getattr(window, over))
    events = drag(window, data, at)
    with qtbot.waitSignal(window.importer.finished):
        events.append(drop(window, data, at))
    assert all(event.isAccepted() for event in events)
    # A source that hears of a move may delete the user's file.
    assert {event.dropAction() for event in events} == {Qt.DropAction.CopyAction}
    assert session.store.articles.count() == 3
    assert len(list(folder.iterdir())) == 3


def test_the_overlay_covers_the_window_and_counts_what_is_named(
    window: Window, folder: Path
) -> None:
    drag(window, files(*folder.iterdir()), place(window.reader))
    assert window.target.isVisible()
    assert window.target.geometry() == window.centralWidget().rect()
    assert window.target.text == "Drop to import 3 files"


def test_leaving_takes_the_overlay_away(window: Window, folder: Path) -> None:
    drag(window, files(folder), place(window.reader))
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert not window.target.isVisible()


def test_the_overlay_goes_with_a_program_that_ended_while_it_dragged(
    window: Window, folder: Path
) -> None:
    """Such a program says no word of it; the mouse is free again."""
    drag(window, files(folder), place(window.reader))
    assert window.target.isVisible()
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    assert not window.target.isVisible()
    assert window.target.text == ""


def test_the_overlay_is_drawn_in_the_accent_colour(
    window: Window, folder: Path, theme: Theme
) -> None:
    drag(window, files(folder), place(window.reader))
    image = window.target.grab().toImage()
    points = (image.pixelColor(x, 22) for x in range(40, image.width() - 40))
    assert theme.color("accent") in points


def test_dropped_text_becomes_an_article(window: Window, session: Session, qtbot) -> None:
    data = QMimeData()
    data.setText(f"Allies call for restraint\n\n{TEXT}")
    with qtbot.waitSignal(window.importer.finished):
        drop(window, data, place(window.reader))
    row = session.store.articles.rows(session.store.articles.ids())[0]
    assert row.headline == "Allies call for restraint"


def test_text_dropped_on_a_line_that_is_written_in_stays_there(
    window: Window, session: Session
) -> None:
    data = QMimeData()
    data.setText("Jens Stoltenberg")
    drag(window, data, place(window.line))
    drop(window, data, place(window.line))
    assert window.line.text() == "Jens Stoltenberg"
    assert not window.importer.is_running
    assert session.store.articles.count() == 0


def test_cards_dragged_within_the_window_are_none_of_its_business(window: Window) -> None:
    data = QMimeData()
    data.setData("application/x-briefing-outline", QByteArray(b"[]"))
    data.setText("a card")
    events = drag(window, data, place(window.reader))
    assert not any(event.isAccepted() for event in events)
    assert not window.target.isVisible()


def test_a_read_only_briefing_takes_nothing(window: Window, session: Session, folder: Path) -> None:
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    events = drag(window, files(folder), place(window.reader))
    assert not any(event.isAccepted() for event in events)


def test_addresses_of_the_network_are_no_files(window: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.html")])
    data.setData("text/x-other", QByteArray(b""))
    entered = QDragEnterEvent(QPoint(50, 50), OFFERED, data, *HELD)
    assert entered.type() == QEvent.Type.DragEnter
    QApplication.sendEvent(window.windowHandle(), entered)
    assert "articles" not in window.target.text
