"""Comparing texts by a few numbers of each (analysis.overlap makes them)."""

from __future__ import annotations

from bisect import bisect_right

Fingerprint = tuple[int, ...]
"""The smallest hashes of a text's shingles, ascending, each below 2**32; () for no text."""

TELLING = 4
"""Hashes that two texts must share before that says anything (fewer where a text has fewer)."""


def shared_part(one: Fingerprint, other: Fingerprint) -> float:
    """How much of the smaller text stands in the larger one, 0 to 1, estimated.

    Both fingerprints hold every hash of their text up to their own largest one, so they are
    compared up to the lesser of the two.
    """
    if not one or not other:
        return 0.0
    limit = min(one[-1], other[-1])
    mine, theirs = one[: bisect_right(one, limit)], other[: bisect_right(other, limit)]
    common = len(set(mine).intersection(theirs))
    if common < min(TELLING, len(one), len(other)):
        return 0.0
    return common / min(len(mine), len(theirs))
