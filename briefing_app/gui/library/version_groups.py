"""Versions of one report in the list: one row, which unfolds to the earlier ones below it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from briefing_app.gui.session import Session
from briefing_app.store.aside import NotNow


class VersionGroups:
    """Which articles are versions of one report, and which of these are shown below the newest.

    Only what is listed counts: a version that a filter keeps out is in no group, and earlier
    ones without their newest stand for themselves.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._newest: dict[str, str] = {}
        self._is_known = False
        self._below: dict[str, list[str]] = {}
        self._unfolded: set[str] = set()

    def forget(self) -> None:
        """Read anew which versions there are, when next arranged; articles came, went or changed.

        Till then all is as it was listed: what is drawn must not have to wait for an answer.
        """
        self._is_known = False

    def arranged(self, ids: list[str]) -> list[str]:
        """The rows to show of these articles: earlier versions below their newest, or folded."""
        newest = self._known()
        self._below = {}
        if not newest:
            return ids
        listed = set(ids)
        below = {id for id in newest if id in listed and newest[id] in listed}
        for id in newest:
            if id in below:
                self._below.setdefault(newest[id], []).append(id)
        rows = [id for id in ids if id not in below]
        for head in self._unfolded & self._below.keys():
            at = rows.index(head) + 1
            rows[at:at] = self._below[head]
        return rows

    def count(self, id: str) -> int:
        """How many versions this row stands for, 0 where it is no newest one of several."""
        return len(self._below[id]) + 1 if id in self._below else 0

    def is_unfolded(self, id: str) -> bool:
        """Whether the earlier versions of this one are shown."""
        return id in self._unfolded

    def head_of(self, id: str) -> str:
        """The newest version, below which this one is listed; "" for one that stands alone."""
        newest = self._newest.get(id, "")
        return newest if newest in self._below else ""

    def unfold(self, id: str, *, is_on: bool) -> None:
        """Show the earlier versions of this newest one, or hide them, when arranged again."""
        if is_on:
            self._unfolded.add(id)
        else:
            self._unfolded.discard(id)

    def _known(self) -> dict[str, str]:
        """Earlier version -> the newest one of the same report; the newer ones come first."""
        if not self._is_known and self._session.has_store:
            store = self._session.store
            with suppress(NotNow), store.at_once():
                self._newest, self._is_known = _newest(store.articles.version_ties()), True
        return self._newest


def _newest(later: Mapping[str, str]) -> dict[str, str]:
    """For each earlier version the last one of the chain, the end of each chain first.

    `later`: the version that follows each; those in a circle, as of a damaged file, are left out.
    """
    steps: dict[str, tuple[int, str]] = {}
    for id in later:
        at, seen = id, {id}
        while at in later and later[at] not in seen:
            at = later[at]
            seen.add(at)
        if at not in later:
            steps[id] = (len(seen), at)
    order = sorted(steps, key=lambda id: steps[id][0])
    return {id: steps[id][1] for id in order}
