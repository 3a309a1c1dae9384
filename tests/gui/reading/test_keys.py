"""What single keys mean while reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from briefing_app.gui.reading.keys import Act, Nudge, Request, nudge, request

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_1, Request(Act.FILE, 1)),
        (Qt.Key.Key_9, Request(Act.FILE, 9)),
        (Qt.Key.Key_Return, Request(Act.FILE_INTO_TARGET)),
        (Qt.Key.Key_N, Request(Act.NEW_SECTION)),
        (Qt.Key.Key_0, None),
        (Qt.Key.Key_P, None),
        (Qt.Key.Key_J, None),
    ],
)
def test_keys_with_a_selection(key: Qt.Key, wanted: Request | None) -> None:
    assert request(press(key), selecting=True) == wanted


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_N, Request(Act.NEXT)),
        (Qt.Key.Key_P, Request(Act.PREVIOUS)),
        (Qt.Key.Key_1, None),
        (Qt.Key.Key_Q, None),
        (Qt.Key.Key_Return, None),
    ],
)
def test_keys_without_a_selection(key: Qt.Key, wanted: Request | None) -> None:
    assert request(press(key), selecting=False) == wanted


def test_only_bare_keys_are_taken_and_the_keypad_counts_as_bare() -> None:
    assert request(press(Qt.Key.Key_F, CTRL), selecting=True) is None
    assert request(press(Qt.Key.Key_3, KEYPAD), selecting=True) == Request(Act.FILE, 3)


def typed(text: str, modifiers: Qt.KeyboardModifier = NONE) -> Request | None:
    key = Qt.Key(ord(text.upper())) if text.isascii() else Qt.Key.Key_unknown
    return request(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text), selecting=True)


def test_letters_without_a_meaning_of_their_own_begin_the_search_for_a_section() -> None:
    assert typed("c") == Request(Act.FIND_SECTION, text="c")
    assert typed("س") == Request(Act.FIND_SECTION, text="س")
    assert typed("/") == Request(Act.FIND_SECTION)
    assert typed("F", SHIFT) == Request(Act.FIND_SECTION, text="F")
    assert typed("f") == Request(Act.FACT)
    assert typed("j") is None
    assert typed("c", CTRL) is None


def test_digits_of_other_scripts_file_too() -> None:
    assert typed("۳") == Request(Act.FILE, 3)
    assert typed("٠") is None


def test_shift_and_the_arrows_move_an_end() -> None:
    assert nudge(press(Qt.Key.Key_Right, SHIFT)) == Nudge(to_right=True, by_word=False)
    assert nudge(press(Qt.Key.Key_Left, SHIFT | CTRL)) == Nudge(to_right=False, by_word=True)
    assert nudge(press(Qt.Key.Key_Right)) is None
    assert nudge(press(Qt.Key.Key_Up, SHIFT)) is None


@pytest.mark.parametrize(("text", "act"), [("+", Act.SUPPORT), ("-", Act.CONTRADICT)])
@pytest.mark.parametrize("modifiers", [NONE, SHIFT, KEYPAD])
def test_signs_are_meant_however_the_keyboard_writes_them(
    text: str, act: Act, modifiers: Qt.KeyboardModifier
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, text)
    assert request(event, selecting=True) == Request(act)
    assert request(event, selecting=False) is None


def test_with_ctrl_the_signs_change_the_text_size_instead() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, CTRL, "+")
    assert request(event, selecting=True) is None
