"""The reading pane without an article."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from briefing_app.gui.reading.nothing_open import NothingOpen


def test_it_says_how_to_begin_and_grows_with_the_text(theme, qtbot) -> None:
    page = NothingOpen(theme)
    qtbot.addWidget(page)
    picture, title, text = page.findChildren(QLabel)
    assert title.text() == "No article open"
    assert "press the number of its section" in text.text()
    before = picture.pixmap().deviceIndependentSize().width()
    theme.scale = 1.5
    page.tint()
    assert picture.pixmap().deviceIndependentSize().width() > before
