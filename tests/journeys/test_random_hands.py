"""Random clicks and keys over the whole window: nothing breaks, and undo leads back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from briefing_app import sample
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store

NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = [
    *((getattr(Qt.Key, f"Key_{c}"), NONE) for c in "123456QFSNPTJKAB"),
    *((getattr(Qt.Key, f"Key_{name}"), NONE) for name in ("Return", "Escape", "Delete", "Tab")),
    *((getattr(Qt.Key, f"Key_{name}"), NONE) for name in ("Up", "Down", "Left", "Right", "F2")),
    *((getattr(Qt.Key, f"Key_{name}"), ALT) for name in ("Up", "Down", "Left", "Right")),
    *((getattr(Qt.Key, f"Key_{name}"), SHIFT) for name in ("Right", "Down", "End", "Tab")),
    *((getattr(Qt.Key, f"Key_{c}"), CTRL) for c in "12ZFTM"),
    (Qt.Key.Key_Z, CTRL | SHIFT),
    (Qt.Key.Key_N, CTRL | SHIFT),
    (Qt.Key.Key_D, CTRL | SHIFT),
]
TOP_PX = 90
"""Menu bar and top bar: their menus and file dialogs are left alone."""


def let_go() -> None:
    """Close whatever dialog or menu the hands have opened."""
    for widget in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if isinstance(widget, QDialog):
            widget.reject()
        elif isinstance(widget, QMenu):
            widget.close()


def act(window: MainWindow, chance: random.Random) -> None:
    """One click, drag or key somewhere."""
    x = chance.randrange(window.width())
    y = chance.randrange(TOP_PX, window.height())
    target = window.childAt(x, y) or window
    at = target.mapFrom(window, QPoint(x, y))
    kind = chance.randrange(4)
    left = Qt.MouseButton.LeftButton
    if kind == 0:
        QTest.mouseClick(target, left, chance.choice([NONE, NONE, SHIFT, CTRL]), at)
    elif kind == 1 and target.metaObject().className() == "QWidget":
        end = at + QPoint(chance.randrange(-200, 200), chance.randrange(-60, 60))
        QTest.mousePress(target, left, NONE, at)
        QTest.mouseRelease(target, left, NONE, end)
    else:
        focused = QApplication.focusWidget() or window
        QTest.keyClick(focused, *chance.choice(KEYS))
    QApplication.processEvents()


def contents(store: Store) -> list[object]:
    memo = store.memos.all()[0]
    return [
        memo,
        store.sections.of_memo(memo.id),
        store.entries.cards(memo.id),
        [store.articles.get(id) for id in sorted(store.articles.ids())],
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_hands_break_nothing(qtbot, tmp_path: Path, seed: int) -> None:
    theme = Theme()
    theme.apply()
    session = Session()
    window = MainWindow(session, theme)
    qtbot.addWidget(window)
    assert window.files.open(sample.make_sample(tmp_path / "sample.briefing"))
    window.library.removal.confirm = lambda *_: True
    window.resize(1440, 900)
    window.show()
    before = contents(session.store)
    closing = QTimer(interval=0)
    closing.timeout.connect(let_go)
    closing.start()
    chance = random.Random(seed)
    for _ in range(300):
        act(window, chance)
    closing.stop()
    assert session.store.check() == []
    while session.store.can_undo:
        session.undo()
    assert contents(session.store) == before
    window.close()
