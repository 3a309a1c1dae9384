"""Short questions to a library in C, put with as little ado as Python allows."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from ctypes import PYFUNCTYPE, byref, c_void_p, cast, create_string_buffer, memset
from itertools import repeat
from struct import Struct
from typing import Any

_AT_ONCE = 500
"""Things that one place for answers has room for: the lines of most pages."""


def quick(function: Any, result: Any = None) -> Any:
    """A function of pdfium that is over at once: no other thread need run meanwhile, and its
    arguments need no conversion."""
    return PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)


class Question:
    """A function of pdfium that writes what it knows of one character, put for many in a row.

    One place for the answers serves all files: pdfium works in one thread at a time.
    """

    def __init__(self, function: Any, answer: str, *places: int) -> None:
        """`places`: where in an answer the function writes, if not at its beginning only."""
        self._ask = quick(function)
        self._answer = Struct(answer)
        size = self._answer.size
        self._room = create_string_buffer(size * _AT_ONCE)
        self._pointers = [
            [byref(self._room, start + place) for start in range(0, len(self._room), size)]
            for place in places or (0,)
        ]

    def answers(self, layer: Any, positions: Sequence[int]) -> list[tuple[float, ...]]:
        """What is so of each of the characters."""
        found: list[tuple[float, ...]] = []
        for start in range(0, len(positions), _AT_ONCE):
            some = positions[start : start + _AT_ONCE]
            size = self._answer.size * len(some)
            memset(self._room, 0, size)
            deque(map(self._ask, repeat(layer), some, *self._pointers), 0)
            found += self._answer.iter_unpack(memoryview(self._room)[:size])
        return found
