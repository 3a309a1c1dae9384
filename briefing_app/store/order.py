"""Positions of rows among their siblings. They ascend, but may leave gaps."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.store.journal import Journal


def make_room(journal: Journal, table: str, siblings: Sequence[tuple[str, int]], index: int) -> int:
    """Position for a new row at `index` among `siblings` (id, position), which are in order.

    Moves the later ones along when need be.
    """
    if not siblings:
        return 0
    if index >= len(siblings):
        return siblings[-1][1] + 1
    index = max(0, index)
    position = siblings[index][1]
    if index and siblings[index - 1][1] < position - 1:
        return position - 1
    for id, old in siblings[index:]:
        journal.write(f"UPDATE {table} SET position = ? WHERE id = ?", [old + 1, id])
    return position


def renumber(journal: Journal, table: str, rows: Sequence[tuple[str, int]]) -> None:
    """Number the rows (id, present position) from 0 in the order given."""
    for position, (id, old) in enumerate(rows):
        if position != old:
            journal.write(f"UPDATE {table} SET position = ? WHERE id = ?", [position, id])
