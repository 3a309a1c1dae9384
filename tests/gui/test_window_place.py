"""The window where it was, at the next start."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from briefing_app.gui import window_place
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


def divided(qtbot) -> tuple[QMainWindow, QSplitter]:
    window = QMainWindow()
    qtbot.addWidget(window)
    split = QSplitter()
    for _ in range(2):
        split.addWidget(QWidget())
    window.setCentralWidget(split)
    return window, split


def test_a_first_window_has_its_usual_size(qtbot) -> None:
    window, split = divided(qtbot)
    window_place.restore(window, split)
    assert (window.width(), window.height()) == window_place.SIZE_PX


def test_size_and_division_come_back(qtbot) -> None:
    window, split = divided(qtbot)
    window.resize(700, 500)
    window.show()
    split.setSizes([200, 500])
    kept = split.sizes()
    window_place.keep(window, split)
    again, its_split = divided(qtbot)
    window_place.restore(again, its_split)
    again.show()
    assert (again.width(), again.height()) == (700, 500)
    assert its_split.sizes() == kept


def test_the_window_comes_back_where_it_was(qtbot, theme: Theme, window: MainWindow) -> None:
    window.resize(1100, 700)
    window.close()
    again = MainWindow(Session(), theme)
    qtbot.addWidget(again)
    assert again.height() == 700
