"""What undo knows of a change: every row as it was before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

UNDO_STEPS = 200
"""Steps that can be undone; older ones are forgotten."""

UNDO_MEMORY = 256 * 1024 * 1024
"""Bytes of text and originals that undo may hold; the newest step is kept whatever its size."""


class Record(NamedTuple):
    """One row before it was altered or deleted; of an added row only its number and id."""

    table: str
    action: str
    row: tuple


@dataclass
class Step:
    """The records of one change, oldest first."""

    label: str
    records: list[Record]
    group: object = None
    made_at: datetime = field(default_factory=datetime.now)
    weight: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.weight = _weight(self.records)

    def extend(self, records: list[Record]) -> None:
        """Add a later change. Rows that this step can already restore need no second record."""
        fresh = records
        if any(record.action == "update" for record in records):
            fresh = self._unknown(records)
        self.records += fresh
        self.made_at = datetime.now()
        self.weight += _weight(fresh)

    def _unknown(self, records: list[Record]) -> list[Record]:
        known = {(r.table, r.row[0]) for r in self.records if r.action != "delete"}
        gone = {(r.table, r.row[0]) for r in (*self.records, *records) if r.action == "delete"}
        return [
            record
            for record in records
            if record.action != "update"
            or (key := (record.table, record.row[0])) not in known
            or key in gone
        ]


def _weight(records: Iterable[Record]) -> int:
    return sum(len(v) for r in records for v in r.row if isinstance(v, str | bytes))


def trim(steps: deque[Step]) -> None:
    """Forget the oldest steps, of which there are too many or too large ones."""
    weight = sum(step.weight for step in steps)
    while len(steps) > 1 and (len(steps) > UNDO_STEPS or weight > UNDO_MEMORY):
        weight -= steps.popleft().weight
