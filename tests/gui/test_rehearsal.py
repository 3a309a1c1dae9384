"""What is done before it is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.rehearsal import rehearse
from briefing_app.gui.theme import Theme


def test_all_of_the_window_is_dressed_and_looks_as_before(
    qtbot, window: MainWindow, theme: Theme
) -> None:
    before = window.grab().toImage()
    timers = len(window.findChildren(QTimer))
    rehearse(window, theme)
    polished = Qt.WidgetAttribute.WA_WState_Polished
    qtbot.waitUntil(lambda: all(w.testAttribute(polished) for w in window.findChildren(QWidget)))
    qtbot.waitUntil(lambda: len(window.findChildren(QTimer)) == timers)
    assert window.grab().toImage() == before
    assert window.session.article_id == ""
