"""Correcting an article's text: what an edit is, and where passages stand after it.

Pure functions: the store records with them what the user corrects, and the window shows with
them what a correction would alter before it is made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from briefing_app.domain import selector
from briefing_app.domain.article import Correction
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.words import WORD

_NEWLINES = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_TOKENS = re.compile(rf"{WORD.pattern}|\s+|.", re.DOTALL)

_AROUND = 12
"""Characters told on either side of an edit that only alters spaces or line breaks."""


@dataclass(frozen=True)
class Followed:
    """An excerpt before and after an edit; `after` is None where nothing is left of it."""

    before: Excerpt
    after: Excerpt | None

    @property
    def is_altered(self) -> bool:
        """Whether the wording of the passage is another one."""
        return self.after is None or self.after.exact != self.before.exact


def tidy(body: str) -> str:
    """A body as it must be: NFC, one paragraph a line, none empty, no control characters."""
    body = _SPACES.sub(" ", _NEWLINES.sub("\n", body))
    body = unicodedata.normalize("NFC", _UNSEEN.sub("", body))
    return "\n".join(line for line in (line.strip() for line in body.split("\n")) if line)


def edit(body: str, start: int, end: int, text: str) -> Correction | None:
    """The least edit that has code points [start, end) of a tidy body read `text`.

    None: nothing would change. Raises ValueError: there is no such range.
    """
    if not 0 <= start <= end <= len(body):
        raise ValueError(f"no range [{start}, {end}) in a text of {len(body)} characters")
    low, high = paragraphs(body, start, end)
    lines = tidy(body[low:start] + text + body[end:high])
    if not lines and high < len(body):
        high += 1  # a paragraph that is gone takes one line break with it
    elif not lines:
        low = max(0, low - 1)
    if not lines:
        return Correction(low, body[low:high], "") if low < high else None
    return difference(body, body[:low] + lines + body[high:])


def paragraphs(body: str, start: int, end: int) -> tuple[int, int]:
    """The code points [start, end) widened to the whole paragraphs that they touch."""
    high = body.find("\n", end)
    return body.rfind("\n", 0, start) + 1, len(body) if high < 0 else high


def wording(body: str, made: Correction) -> tuple[str, str]:
    """What an edit of `body` replaces and what it puts there, in whole words."""
    low, high = _whole_words(body, made)
    is_break = not (made.removed + made.inserted).strip()
    if is_break:
        low = max(0, low - _AROUND)
        low, high = _whole_words(body, Correction(low, body[low : high + _AROUND], ""))
    after = applied(body, made)
    was, now = body[low:high], after[low : high + len(after) - len(body)]
    return (was.strip(), now.strip()) if is_break else _without_common_words(was, now)


def _without_common_words(one: str, other: str) -> tuple[str, str]:
    """Two texts without the words that both begin and end with."""
    left, right = re.findall(r"\S+\s*", one), re.findall(r"\S+\s*", other)
    while left and right and left[0].strip() == right[0].strip():
        del left[0], right[0]
    while left and right and left[-1].strip() == right[-1].strip():
        del left[-1], right[-1]
    return "".join(left).strip(), "".join(right).strip()


def difference(old: str, new: str) -> Correction | None:
    """The one edit that makes `new` of `old`, without what both begin and end with."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    left = shorter - head
    tail = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    removed, inserted = old[head : len(old) - tail], new[head : len(new) - tail]
    if not inserted:
        head = _paragraph_start(old, head, len(removed))
        removed = old[head : head + len(removed)]
    elif not removed:
        head = _paragraph_start(new, head, len(inserted))
        inserted = new[head : head + len(inserted)]
    return Correction(head, removed, inserted)


def _paragraph_start(text: str, at: int, size: int) -> int:
    """Where paragraphs begin that are taken out, or put in, if it is whole ones; else `at`.

    Of two paragraphs that begin alike the second one's beginning would be taken for what stays
    of the first, and a passage in it would lose its first words.
    """
    if "\n" not in text[at : at + size]:
        return at
    for start in range(at, -1, -1):
        end = start + size
        begins = (start == 0 or text[start - 1] == "\n") and text[end - 1] == "\n"
        ends = text[start] == "\n" and (end == len(text) or text[end] == "\n")
        if begins or ends:
            return start
        if text[start - 1] != text[end - 1]:
            break
    return at


def applied(body: str, made: Correction) -> str:
    """The text after an edit of it."""
    end = made.position + len(made.removed)
    return body[: made.position] + made.inserted + body[end:]


def taken_back(
    corrections: Sequence[Correction], index: int
) -> tuple[Correction, tuple[Correction, ...]] | None:
    """The edit that undoes one of an article's corrections, and the others without it.

    None: a later one altered the same words.
    """
    wrong = corrections[index]
    shift = len(wrong.removed) - len(wrong.inserted)
    at = wrong.position
    rest = list(corrections[:index])
    for later in corrections[index + 1 :]:
        if later.position >= at + len(wrong.inserted):
            rest.append(replace(later, position=later.position + shift))
        elif later.position + len(later.removed) <= at:
            rest.append(later)
            at += len(later.inserted) - len(later.removed)
        else:
            return None
    return Correction(at, wrong.inserted, wrong.removed), tuple(rest)


def follow(excerpts: Iterable[Excerpt], body: str, made: Correction) -> list[Followed]:
    """Where the excerpts of a text stand after an edit, in the order given.

    Passages before it stay and those behind it shift. A passage of which words were altered
    takes in the words that replace them; what is only added at its bounds is left outside.
    """
    after = applied(body, made)
    blocks = _blocks(body, after, made)
    return [Followed(one, _followed(one, blocks, after)) for one in excerpts]


def pages_after(page_starts: Iterable[int], made: Correction) -> tuple[int, ...]:
    """Where the original's pages begin after an edit."""
    end = made.position + len(made.removed)
    shift = len(made.inserted) - len(made.removed)
    return tuple(
        at if at <= made.position else at + shift if at >= end else made.position
        for at in page_starts
    )


@dataclass(frozen=True)
class _Block:
    """Words that gave way to others: [start, end) became [new_start, new_end)."""

    start: int
    end: int
    new_start: int
    new_end: int


def _blocks(body: str, after: str, made: Correction) -> list[_Block]:
    """An edit word by word, in order; words that it left alone between others are in no block.

    Paragraphs are compared first: comparing the words of a whole text takes seconds.
    """
    low, high = _whole_words(body, made)
    old = body[low:high].splitlines(keepends=True)
    new = after[low : high + len(after) - len(body)].splitlines(keepends=True)
    blocks: list[_Block] = []
    for lines in _replaced(old, low, new, low):
        pair = body[lines.start : lines.end], after[lines.new_start : lines.new_end]
        pieces = [text.splitlines(keepends=True) for text in pair]
        if len(pieces[0]) != len(pieces[1]):
            pieces = [[text] for text in pair]
        at, new_at = lines.start, lines.new_start
        for one, other in zip(*pieces, strict=True):
            blocks += _replaced(_TOKENS.findall(one), at, _TOKENS.findall(other), new_at)
            at, new_at = at + len(one), new_at + len(other)
    return blocks


def _replaced(old: Sequence[str], at: int, new: Sequence[str], new_at: int) -> Iterator[_Block]:
    """What differs between two sequences of pieces of text that start at these places."""
    starts, new_starts = _starts(old, at), _starts(new, new_at)
    # Spaces are everywhere: comparing by them costs much and tells nothing.
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield _Block(starts[i1], starts[i2], new_starts[j1], new_starts[j2])


def _whole_words(body: str, made: Correction) -> tuple[int, int]:
    """The edit's range widened to the words that it cuts into."""
    low, high = made.position, made.position + len(made.removed)
    line_start = body.rfind("\n", 0, low) + 1
    line_end = body.find("\n", high)
    line_end = len(body) if line_end < 0 else line_end
    cuts_first, cuts_last = not _has_breaks_at(made, 0), not _has_breaks_at(made, -1)
    for word in WORD.finditer(body, line_start, line_end):
        if cuts_first and word.start() <= made.position <= word.end():
            low = min(low, word.start())
        if cuts_last and word.start() <= made.position + len(made.removed) <= word.end():
            high = max(high, word.end())
    return low, high


def _has_breaks_at(made: Correction, place: int) -> bool:
    """Whether an edit begins, or ends, with a line break before it as after it."""
    return all(text[place] == "\n" for text in (made.removed, made.inserted) if text)


def _starts(tokens: Iterable[str], at: int) -> list[int]:
    """Where each token starts, and where the last one ends."""
    starts = [at]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _followed(excerpt: Excerpt, blocks: list[_Block], after: str) -> Excerpt | None:
    start = _moved(excerpt.start, blocks, is_start=True)
    end = _moved(excerpt.end, blocks, is_start=False)
    while start < end and after[start].isspace():
        start += 1
    while start < end and after[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    quote = selector.make(after, start, end).quote
    return replace(
        excerpt, start=start, end=end, exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix
    )


def _moved(at: int, blocks: list[_Block], is_start: bool) -> int:
    """Where a bound of a passage is afterwards; within altered words, the bound of the new ones."""
    shift = 0
    for block in blocks:
        if block.start > at:
            break
        if block.start <= at < block.end if is_start else block.start < at <= block.end:
            return block.new_start if is_start else block.new_end
        if is_start or block.start < at:
            shift = block.new_end - block.end
    return at + shift
