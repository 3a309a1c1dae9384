"""What single keys mean while reading. Only the reading view and the tag bar listen to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(Enum):
    """What a key asks for."""

    FILE = auto()
    FILE_INTO_TARGET = auto()
    QUOTE = auto()
    FACT = auto()
    SPEAKER = auto()
    SUPPORT = auto()
    CONTRADICT = auto()
    NEW_SECTION = auto()
    FIND_SECTION = auto()
    BAR = auto()
    CANCEL = auto()
    NEXT = auto()
    PREVIOUS = auto()
    OTHER_END = auto()


@dataclass(frozen=True)
class Request:
    """An act; `number` (1 to 9) says which section FILE means, `text` how it begins for FIND."""

    act: Act
    number: int = 0
    text: str = ""


@dataclass(frozen=True)
class Nudge:
    """Move an end of the current highlight: to the right or left, as the eye sees it."""

    to_right: bool
    by_word: bool


_SELECTING = {
    Qt.Key.Key_Return: Act.FILE_INTO_TARGET,
    Qt.Key.Key_Enter: Act.FILE_INTO_TARGET,
    Qt.Key.Key_Q: Act.QUOTE,
    Qt.Key.Key_F: Act.FACT,
    Qt.Key.Key_S: Act.SPEAKER,
    Qt.Key.Key_N: Act.NEW_SECTION,
    Qt.Key.Key_Slash: Act.FIND_SECTION,
    Qt.Key.Key_Escape: Act.CANCEL,
}
_SIGNS = {"+": Act.SUPPORT, "-": Act.CONTRADICT}
_READING = {
    Qt.Key.Key_N: Act.NEXT,
    Qt.Key.Key_P: Act.PREVIOUS,
    Qt.Key.Key_E: Act.OTHER_END,
    Qt.Key.Key_Escape: Act.CANCEL,
}
_OF_LIBRARY = (Qt.Key.Key_J, Qt.Key.Key_K)
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def request(event: QKeyEvent, *, selecting: bool) -> Request | None:
    """What the key asks for, with or without a selected passage; None when it is not ours.

    While selecting, a letter without a meaning of its own begins the search for a section; with
    Shift every letter does.
    """
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if pressed & ~_SHIFT:
        return None
    if selecting and text in _SIGNS:
        return Request(_SIGNS[text])
    if selecting and text.isalpha() and pressed:
        return Request(Act.FIND_SECTION, text=text)
    act = (_SELECTING if selecting else _READING).get(Qt.Key(event.key()))
    if act and (not pressed or act == Act.FIND_SECTION):
        return Request(act)
    if selecting and not pressed and (number := _digit(event)):
        return Request(Act.FILE, number)
    if selecting and text.isalpha() and event.key() not in _OF_LIBRARY:
        return Request(Act.FIND_SECTION, text=text)
    return None


def _digit(event: QKeyEvent) -> int:
    """The digit of a key, in whatever script the keyboard writes it; 0 where it is none."""
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    return int(event.text()) if event.text().isdecimal() else 0


def nudge(event: QKeyEvent) -> Nudge | None:
    """Where the key moves an end of the current highlight; None when it does not."""
    key = event.key()
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or pressed & ~_CONTROL != _SHIFT:
        return None
    return Nudge(key == Qt.Key.Key_Right, bool(pressed & _CONTROL))
