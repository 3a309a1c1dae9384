"""The outline as the tree keeps it, and the fewest moves from one order to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing_app.domain.outline import Placed
from briefing_app.store.cards import Card


@dataclass(eq=False, slots=True)
class Node:
    """A section or an entry at its place; the root is neither.

    key  what Qt's indexes carry; never used again
    row  place among the parent's children: its entries first, then its sub-sections
    """

    key: int
    id: str = ""
    placed: Placed | None = None
    card: Card | None = None
    parent: Node | None = None
    row: int = 0
    entries: list[Node] = field(default_factory=list)
    sections: list[Node] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """True for a section, False for an entry and for the root."""
        return self.placed is not None

    @property
    def is_empty(self) -> bool:
        """True when nothing is filed here or below a sub-section."""
        return not self.entries and not self.sections

    @property
    def size(self) -> int:
        """How many children there are."""
        return len(self.entries) + len(self.sections)

    def child(self, row: int) -> Node:
        """The child in this row."""
        count = len(self.entries)
        return self.entries[row] if row < count else self.sections[row - count]

    def put(self, row: int, nodes: Sequence[Node]) -> None:
        """Make `nodes`, which are all entries or all sections, the children from this row on."""
        if nodes[0].is_section:
            at = row - len(self.entries)
            self.sections[at:at] = nodes
        else:
            self.entries[row:row] = nodes
        for node in nodes:
            node.parent = self
        self._number(row)

    def take(self, first: int, last: int) -> list[Node]:
        """Let go of the children in these rows, which are all entries or all sections."""
        count = len(self.entries)
        kin, at = (self.entries, first) if first < count else (self.sections, first - count)
        end = at + last - first + 1
        nodes = kin[at:end]
        del kin[at:end]
        for node in nodes:
            node.parent = None
        self._number(first)
        return nodes

    def _number(self, start: int) -> None:
        for row, node in enumerate([*self.entries, *self.sections][start:], start):
            node.row = row

    def within(self) -> Iterator[Node]:
        """Everything below, in reading order."""
        yield from self.entries
        for node in self.sections:
            yield node
            yield from node.within()


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Row numbers as ranges (first, last), the last range first."""
    ends: list[int] = []
    for row in sorted(rows, reverse=True):
        if ends and row != ends[-1] - 1:
            yield ends[-1], ends[0]
            ends.clear()
        ends.append(row)
    if ends:
        yield ends[-1], ends[0]


def staying(present: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The most of `present` that can stay where they are while the rest moves to fit `wanted`."""
    rank = {id: index for index, id in enumerate(wanted)}
    ids = [id for id in present if id in rank]
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for id in ids:
        at = bisect_left(tails, rank[id])
        before[id] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [rank[id]], [id]
    found: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
