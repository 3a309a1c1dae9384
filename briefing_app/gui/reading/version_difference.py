"""What changed from one version of an article to the next, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.domain import correcting, selector
from briefing_app.domain.excerpt import Excerpt
from briefing_app.errors import QuoteNotFound
from briefing_app.gui.reading.passage import Passage, snapped
from briefing_app.gui.word_difference import ADDED, GONE, SAME, changes

Stretch = tuple[str, str]
"""SAME, GONE or ADDED, and the words."""

ALIKE = 0.4
"""Paragraphs less alike than this (0..1) are no versions of one another."""

LONGEST = 5_000
"""Paragraphs with more characters are compared as a whole: word by word takes too long."""


def paragraphs(before: str, now: str) -> Iterator[list[Stretch]]:
    """The stretches of each paragraph in reading order; those of a gone paragraph come first."""
    old, new = before.split("\n"), now.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag == "equal":
            yield from ([(SAME, text)] for text in new[b_start:b_end])
        else:
            yield from _rewritten(old[a_start:a_end], new[b_start:b_end])


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Stretch]]:
    """Paragraphs that differ: each new one beside the first old one that it is like."""
    at = 0
    for text in new:
        twin = next((n for n in range(at, len(old)) if _is_alike(old[n], text)), None)
        if twin is None:
            yield [(ADDED, text)]
            continue
        yield from ([(GONE, gone)] for gone in old[at:twin])
        yield list(changes(old[twin], text))
        at = twin + 1
    yield from ([(GONE, gone)] for gone in old[at:])


def _is_alike(old: str, new: str) -> bool:
    if max(len(old), len(new)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


LONGER, LETTERS_MORE = 1.3, 40
"""How much longer a passage may be in the later version, the more generous of the two; beyond
that, whole sentences came in place of its words."""


@dataclass(frozen=True)
class LeftBehind:
    """An excerpt of the older version. `now`: where the later one says much the same, or None."""

    excerpt: Excerpt
    now: Passage | None

    def is_altered(self, body: str) -> bool:
        """True where the later version, of this body, says it in other words."""
        return self.now is not None and body[self.now.start : self.now.end] != self.excerpt.exact


def left_behind(excerpts: Sequence[Excerpt], before: str, now: str) -> list[LeftBehind]:
    """What became of the excerpts of the older version, of body `before`, in the later one."""
    made = correcting.difference(before, now)
    followed = correcting.follow(excerpts, before, made) if made else []
    after = [one.after for one in followed] if made else excerpts
    return [
        LeftBehind(excerpt, _now(excerpt, replacing, now))
        for excerpt, replacing in zip(excerpts, after, strict=True)
    ]


def _now(excerpt: Excerpt, replacing: Excerpt | None, body: str) -> Passage | None:
    """Where a body says what an excerpt says; None where it says nothing like that.

    replacing  where its words are, or those that came in their places, if its paragraph stayed
               where it was; all of them are meant, and the first or the last may be new
    """
    try:
        at = selector.locate(excerpt.selector, body)
    except QuoteNotFound:
        return None
    if body[at.start : at.end] == excerpt.exact:
        return Passage(at.start, at.end)
    if replacing is not None and replacing.start <= at.start < at.end <= replacing.end:
        longest = max(len(excerpt.exact) * LONGER, len(excerpt.exact) + LETTERS_MORE)
        if len(replacing.exact) <= longest:
            return snapped(body, replacing.start, replacing.end)
    return snapped(body, at.start, at.end)
