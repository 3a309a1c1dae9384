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
    NEW_SECTION = auto()
    BAR = auto()
    CANCEL = auto()
    NEXT = auto()
    PREVIOUS = auto()


@dataclass(frozen=True)
class Request:
    """An act; `number` (1 to 9) says which section FILE means."""

    act: Act
    number: int = 0


_SELECTING = {
    Qt.Key.Key_Return: Act.FILE_INTO_TARGET,
    Qt.Key.Key_Enter: Act.FILE_INTO_TARGET,
    Qt.Key.Key_Q: Act.QUOTE,
    Qt.Key.Key_F: Act.FACT,
    Qt.Key.Key_S: Act.SPEAKER,
    Qt.Key.Key_N: Act.NEW_SECTION,
    Qt.Key.Key_Escape: Act.CANCEL,
}
_READING = {Qt.Key.Key_N: Act.NEXT, Qt.Key.Key_P: Act.PREVIOUS, Qt.Key.Key_Escape: Act.CANCEL}


def request(event: QKeyEvent, *, selecting: bool) -> Request | None:
    """What the key asks for, with or without a selected passage; None when it is not ours."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key(event.key())
    if selecting and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return Request(Act.FILE, key - Qt.Key.Key_0)
    act = (_SELECTING if selecting else _READING).get(key)
    return Request(act) if act else None
