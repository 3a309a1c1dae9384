"""The memo's title as a button."""

from __future__ import annotations

from PySide6.QtGui import QAction

from briefing_app.gui.memo.switcher import MemoSwitcher
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


def test_a_long_title_is_shortened_and_told_in_full(qtbot, session: Session, theme: Theme) -> None:
    long = "What the allies said & did after the strike, day by day, " * 3
    session.store.memos.update(session.memo_id, title=long)
    switcher = MemoSwitcher(session, theme, [])
    qtbot.addWidget(switcher)
    switcher.resize(200, 32)
    switcher.show()
    assert switcher.text().endswith("…")
    assert switcher.title == long
    assert long in switcher.accessibleName() and long in switcher.toolTip()


def test_the_newest_memo_comes_first_and_the_commands_last(
    qtbot, session: Session, theme: Theme
) -> None:
    session.store.memos.add("Second & last")
    switcher = MemoSwitcher(session, theme, [QAction("New memo…"), None, QAction("Delete")])
    qtbot.addWidget(switcher)
    switcher.menu().aboutToShow.emit()
    texts = [action.text() for action in switcher.menu().actions()]
    assert texts == ["Second && last", "Window", "", "New memo…", "", "Delete"]
