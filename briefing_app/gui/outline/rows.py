"""The rows that are open to the eye, one below the other, and where each begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from briefing_app.gui.outline.nodes import Node


class OpenRows:
    """Rows by number from 0 at the top. Heights and places are device-independent px.

    All questions take the time of a look-up or of a binary search, however many rows there are.
    """

    def __init__(self, nodes: Sequence[Node] = (), heights: Iterable[int] = ()):
        self.nodes = nodes
        self._tops = list(accumulate(heights, initial=0))
        self._numbers = {node.key: number for number, node in enumerate(self.nodes)}

    @property
    def height(self) -> int:
        """Of all rows together."""
        return self._tops[-1]

    def number(self, node: Node | None) -> int:
        """The number of a node's row, -1 while it is folded away or not there."""
        return self._numbers.get(node.key, -1) if node else -1

    def span(self, number: int) -> tuple[int, int]:
        """Where a row begins, and where the next one does."""
        return self._tops[number], self._tops[number + 1]

    def at(self, y: int) -> int:
        """The number of the row at this height, -1 above and below all rows."""
        return bisect_right(self._tops, y) - 1 if 0 <= y < self.height else -1

    def between(self, top: int, bottom: int) -> range:
        """Numbers of the rows that touch the stretch from `top` down to `bottom`."""
        if not self.nodes or bottom < 0 or top >= self.height:
            return range(0)
        first = self.at(max(0, top))
        return range(first, self.at(min(bottom, self.height - 1)) + 1)


def open_nodes(parent: Node, is_open: Callable[[Node], bool]) -> list[Node]:
    """What lies below a node, in reading order, without what is in folded sections."""
    found = list(parent.entries)
    for section in parent.sections:
        found.append(section)
        if is_open(section):
            found += open_nodes(section, is_open)
    return found
