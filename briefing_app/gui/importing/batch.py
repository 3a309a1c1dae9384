"""What is stored at once of an import: as much as takes a moment, in a thread."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.importing import Import
from briefing_app.reading_pool import ReadItem
from briefing_app.store import Store

TAKE_S = 0.1
"""How long a batch should take, in a thread: for half of that, at most, who asks something of the
briefing has to wait for it."""

FEWEST, MOST = 12, 160
"""Files in a batch. A commit has to wait for the disk, whatever the number."""


@dataclass(frozen=True)
class Taken:
    """What came of a batch: ids of articles, how many files it had, and how long it took."""

    ids: tuple[str, ...]
    files: int
    seconds: float


def ended_places(batch: Sequence[ReadItem]) -> set[int]:
    """Of the files that are complete with this batch."""
    return {item.place for item in batch if item.read is None}


def take_batch(importing: Import, batch: Sequence[ReadItem], opens_in: Store | None) -> Taken:
    """`opens_in`: where the first one will be opened, and so read; that waits for the disk too."""
    begun_at, done = time.perf_counter(), importing.files_done
    ids = importing.take(batch)
    if opens_in is not None and ids:
        opens_in.articles.mark_read(ids[0])
    return Taken(ids, importing.files_done - done, time.perf_counter() - begun_at)


def fitting(count: int, spent_s: float) -> int:
    """How many files to store at once, after `count` took so long."""
    wanted = int(count * TAKE_S / spent_s) if spent_s > TAKE_S else count + 4
    return min(max(wanted, FEWEST), MOST)
