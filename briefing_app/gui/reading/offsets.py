"""Python counts code points, Qt counts UTF-16 units; this is the only place that converts."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# Qt turns the first three into paragraph ends, drops a byte order mark (of either order) at the
# start of a text and lone surrogates anywhere, and takes U+FFFC for an image.
# Shown one for one instead.
_UNSAFE = re.compile("[\ufdd0\ufdd1\u2029\ufffc\ufeff\ufffe\r\0\ud800-\udfff]")


class Offsets:
    """Maps positions of one text between code points and UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """The UTF-16 position of a code point."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code point at a UTF-16 position; inside a surrogate pair, the one it belongs to."""
        before = bisect_left(self._units, unit)
        inside = before and self._units[before - 1] + 1 == unit
        return self._points[before - 1] if inside else unit - before


def showable(text: str) -> str:
    """The text with what Qt would drop or take for a paragraph end replaced, one for one."""
    return _UNSAFE.sub("\ufffd", text)
