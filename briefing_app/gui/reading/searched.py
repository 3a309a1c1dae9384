"""Where the words of the library's search stand in the open article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from briefing_app.domain.query import Query
from briefing_app.gui.reading.passage import Passage
from briefing_app.store.search import places


class Searched:
    """The found places, in order, and the one that the user went to."""

    def __init__(self, wanted: str | Query = "", body: str = "") -> None:
        self.wanted = wanted
        self.all = [Passage(*place) for place in places(wanted, body)]
        self.current: Passage | None = None

    def between(self, start: int, end: int) -> list[Passage]:
        """Those that touch the code points [start, end)."""
        first = bisect_right(self.all, start, key=lambda place: place.end)
        return self.all[first : bisect_left(self.all, end, key=lambda place: place.start)]

    @property
    def number(self) -> int:
        """Which of the places the current one is, from 1; 0 for none."""
        if self.current is None:
            return 0
        return bisect_left(self.all, self.current.start, key=lambda place: place.start) + 1

    def step(self, by: int, position: int) -> Passage | None:
        """Go on by 1 or -1 from the current place, else from a code point; round at the ends.

        None: nothing was found at all.
        """
        if not self.all:
            return None
        if self.current in self.all:
            index = self.all.index(self.current) + by
        else:
            index = bisect_left(self.all, position, key=lambda place: place.start) - (by < 0)
        self.current = self.all[index % len(self.all)]
        return self.current
