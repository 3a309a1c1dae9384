"""By keyboard and by screen reader: the whole window and every dialog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QWidget,
)

from briefing_app.domain.article import Article, Original
from briefing_app.gui import actions
from briefing_app.gui import help as help_dialogs
from briefing_app.gui.main_window import MainWindow
from briefing_app.store import Store
from tests.gui.answering import answer
from tests.gui.dialog_scenes import DIALOGS
from tests.gui.legible import illegible, path_of, visible
from tests.gui.scenes import WINDOWS, furnish, reading

LARGE = [
    (1.0, (1100, 700)),
    (1.5, (1440, 900)),
    (1.5, (1100, 700)),
    (2.0, (1440, 900)),
    (2.0, (1100, 700)),
]
"""Text sizes and what the window then has of the screen."""

MOST_STOPS = 60

SCREENS = (
    *("reading", "original page", "original page locked"),
    *("tagging", "finding", "later version", "outline selected", "glance"),
    *("editing more", "memo", "searching", "nothing found", "problem", "empty"),
)


@pytest.fixture
def on_sample(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample, furnished."""
    with Store.open(sample) as store:
        furnish(store)
    assert window.files.open(sample)
    return window


def heard_name(widget: QWidget) -> str:
    """What a screen reader says when the keyboard comes to a widget."""
    # A line within a field (a spin box, an editable list) is heard as the field.
    field = widget.parentWidget()
    is_one = field.focusProxy() is widget or widget.focusProxy() is field
    for heard in (widget, field) if is_one else (widget,):
        found = QAccessible.queryAccessibleInterface(heard)
        assert found is not None
        if name := found.text(QAccessible.Text.Name):
            return name
    return ""


def without_name(root: QWidget) -> list[str]:
    takers = [w for w in visible(root) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takers
    return [path_of(w) for w in takers if not heard_name(w)]


def without_tooltip(root: QWidget) -> list[str]:
    buttons = [w for w in visible(root) if isinstance(w, QAbstractButton)]
    # The button that clears a line is Qt's own and no stop of the keyboard; Esc does the same.
    return [
        path_of(b) for b in buttons if not b.toolTip() and not isinstance(b.parent(), QLineEdit)
    ]


def settle(qtbot, root: QWidget) -> list[str]:
    """What cannot be read once the layouts have come to rest: one makes those around it change."""
    for _ in range(50):
        if not illegible(root):
            break
        qtbot.wait(10)
    return illegible(root)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_of_the_window_has_a_name_and_every_button_a_tooltip(
    qtbot, on_sample: MainWindow, screen: str
) -> None:
    WINDOWS[screen](on_sample)
    assert without_name(on_sample) == []
    assert without_tooltip(on_sample) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_every_button_a_tooltip(
    qtbot, on_sample: MainWindow, name: str
) -> None:
    dialog = DIALOGS[name](on_sample)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert without_name(dialog) == []
    assert without_tooltip(dialog) == []


@pytest.mark.parametrize(
    "show_dialog",
    [
        help_dialogs.show_about,
        help_dialogs.show_news,
        lambda parent: help_dialogs.show_fault(parent, "the report"),
    ],
    ids=["about", "news", "fault"],
)
def test_every_control_of_the_help_has_a_name_and_every_button_a_tooltip(
    on_sample: MainWindow, show_dialog: Callable[[QWidget], None]
) -> None:
    lacking: list[str] = []

    def look(dialog: QDialog) -> None:
        lacking.extend([dialog.windowTitle(), *without_name(dialog), *without_tooltip(dialog)])
        dialog.reject()

    answer(QDialog, look)
    show_dialog(on_sample)
    assert lacking[0]
    assert lacking[1:] == []


def test_no_keys_mean_two_things_in_the_window(on_sample: MainWindow) -> None:
    everywhere: list[str] = []
    local: dict[object, list[str]] = {}
    anywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    for found in [*on_sample.findChildren(QAction), *on_sample.findChildren(QShortcut)]:
        is_action = isinstance(found, QAction)
        sequences = found.shortcuts() if is_action else found.keys()
        context = found.shortcutContext() if is_action else found.context()
        place = everywhere if context in anywhere else local.setdefault(found.parent(), [])
        place += [sequence.toString() for sequence in sequences if not sequence.isEmpty()]
    for button in on_sample.findChildren(QAbstractButton):
        everywhere += [button.shortcut().toString()] if not button.shortcut().isEmpty() else []
    assert len(everywhere) > 20
    assert [keys for keys, count in Counter(everywhere).items() if count > 1] == []
    for parent, keys in local.items():
        assert [k for k, count in Counter(keys).items() if count > 1] == [], parent
        assert not set(keys) & set(everywhere), parent


def test_menus_have_a_letter_each(on_sample: MainWindow) -> None:
    letters = [a.text()[a.text().index("&") + 1].lower() for a in on_sample.menuBar().actions()]
    assert len(letters) == len(set(letters)) == len(actions.MENUS)


@pytest.mark.parametrize(("scale", "size"), LARGE)
@pytest.mark.parametrize("screen", SCREENS)
def test_no_text_of_the_window_is_cut_off_or_covered(
    qtbot, on_sample: MainWindow, screen: str, scale: float, size: tuple[int, int]
) -> None:
    on_sample.resize(*size)
    on_sample.theme.set(scale=scale)
    qtbot.wait(1)
    WINDOWS[screen](on_sample)
    assert settle(qtbot, on_sample) == []
    assert (on_sample.width(), on_sample.height()) == size


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", DIALOGS)
def test_no_text_of_a_dialog_is_cut_off_or_covered(
    qtbot, on_sample: MainWindow, name: str, scale: float
) -> None:
    on_sample.theme.set(scale=scale)
    reading(on_sample)
    dialog = DIALOGS[name](on_sample)
    qtbot.addWidget(dialog)
    dialog.show()
    assert settle(qtbot, dialog) == []


def region(window: MainWindow, widget: QWidget) -> str:
    parts = {
        "library": window.library,
        "reading": window.reading,
        "outline": window.outline,
        "bar": window.top_bar,
    }
    return next(name for name, part in parts.items() if part.isAncestorOf(widget))


def test_tab_goes_from_the_library_over_the_text_to_the_outline_and_the_bar(
    on_sample: MainWindow,
) -> None:
    on_sample.library.search_field.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if seen and focus is seen[0]:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    regions = [region(on_sample, widget) for widget in seen]
    order = list(dict.fromkeys(regions))
    assert order == ["library", "reading", "outline", "bar"]
    # Each region is walked in one go.
    assert regions == sorted(regions, key=order.index)
    assert len(set(map(id, seen))) == len(seen)
    takers = [
        w
        for w in visible(on_sample)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and not w.focusProxy()
    ]
    # Of buttons that exclude one another the keyboard stops at the chosen one.
    groups = [b.group() for b in seen if isinstance(b, QAbstractButton) and b.group()]
    others = [button for group in groups for button in group.buttons()]
    assert [path_of(w) for w in takers if w not in seen and w not in others] == []


def walked(dialog: QDialog) -> list[QWidget]:
    """What Tab comes by, from where the keyboard is when the dialog opens."""
    seen: list[QWidget] = []
    if dialog.focusWidget() is None:
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    at = dialog.focusWidget()
    while at is not None and at not in seen and len(seen) < MOST_STOPS:
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = dialog.focusWidget()
    return seen


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_tab_goes_through_a_dialog_as_it_is_read(qtbot, on_sample: MainWindow, name: str) -> None:
    reading(on_sample)
    dialog = DIALOGS[name](on_sample)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    seen = walked(dialog)
    assert 0 < len(seen) < MOST_STOPS
    tops = {widget: widget.mapTo(dialog, QPoint(0, 0)).y() for widget in seen}
    up = [
        f"{path_of(one)} to {path_of(other)}"
        for one, other in pairwise([*seen, seen[0]])
        if tops[other] + other.height() < tops[one]
    ]
    # Once: from the last one to the first.
    assert len(up) <= 1, up


def test_tab_comes_back_the_same_way(on_sample: MainWindow) -> None:
    field = on_sample.library.search_field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    second = QApplication.focusWidget()
    assert second is not field
    QTest.keyClick(second, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is field


def test_an_article_without_outlet_and_date_says_so_in_words(
    window: MainWindow,
) -> None:
    window.files.new()
    original = Original("a.txt", "text/plain", b"text")
    window.session.store.articles.add(original, [Article("No outlet", "Text.")])
    index = window.library.table.index(0, 0)
    assert "No outlet" in index.data(Qt.ItemDataRole.AccessibleTextRole)
