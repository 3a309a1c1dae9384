"""Paragraphs of plain text, whose lines may have been wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from briefing_app.readers.mail.wrapping import columns_of, is_wide

_WRAPPED_WIDTHS = range(32, 121)
_MOST = 0.9
"""Share of the lines that are no wider: a long address or a heading breaks no rule."""

_HANGING = 8
"""Columns left free where a comma must not begin a line, or some Latin letters stay together."""


def rejoined(texts: Sequence[list[str]]) -> list[list[str]]:
    """The paragraphs of several texts that were wrapped alike: some alone are too short to tell."""
    whole = ["\n".join(lines).strip("\n") for lines in texts]
    usual = _wrap_width([block for text in whole for block in _blocks(text)])
    return [split_paragraphs(text, usual) for text in whole]


def split_paragraphs(text: str, usual: int = 0) -> list[str]:
    """Paragraphs of canonical text in order.

    They are separated by empty lines; wrapped lines within are joined, lines that were not
    wrapped are paragraphs of their own. `usual` is the width where the text is too short to tell.
    """
    blocks = _blocks(text)
    width = _wrap_width(blocks) or usual
    if not width:
        return [line for block in blocks for line in block]
    words = set(re.findall(r"\w+", text))
    return [line for block in blocks for line in _unwrap(block, width, words)]


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text, which begins and ends with one, were wrapped at a width."""
    return _wrap_width(_blocks(text)) > 0


def join_line(paragraph: str, line: str, words: Container[str]) -> str:
    """The paragraph with another of its lines.

    words  of the text: they tell whether a hyphen at the end of a line belongs to its word
    """
    if _is_parted(paragraph, line):
        return _join_hyphenated(paragraph, line, words)
    return f"{paragraph} {line}"


def _blocks(text: str) -> list[list[str]]:
    # "\n{2,}" would say the same, but be looked for at every character.
    return [block.split("\n") for block in re.split(r"\n\n+", text) if block]


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """Characters at which lines were wrapped, 0 where they were not."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    fitting = [pair for pair in pairs if columns_of(pair[0]) in range(_WRAPPED_WIDTHS.stop)]
    width = max((columns_of(line) for line, _ in fitting), default=0)
    if len(fitting) < 3 or width not in _WRAPPED_WIDTHS or len(fitting) < _MOST * len(pairs):
        return 0
    pairs = fitting
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= 0.7 * len(pairs) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    if is_wide(following[0]):
        return width - _HANGING < columns_of(line) <= width
    length = columns_of(line)
    return length <= width < length + 1 + columns_of(following.partition(" ")[0])


def _unwrap(block: Sequence[str], width: int, words: Container[str]) -> list[str]:
    paragraphs = [[block[0]]]
    for before, line in pairwise(block):
        if not _is_full(before, line, width):
            paragraphs.append([line])
        elif _is_parted(before, line):
            paragraphs[-1][-1] = _join_hyphenated(paragraphs[-1][-1], line, words)
        elif is_wide(before[-1]) and is_wide(line[0]):
            paragraphs[-1][-1] += line
        else:
            paragraphs[-1].append(line)
    return [" ".join(parts) for parts in paragraphs]


def _is_parted(before: str, line: str) -> bool:
    """Whether a word may be parted between two lines."""
    return bool(re.search(r"[^\W\d_]-$", before)) and line[:1].islower()


def _join_hyphenated(head: str, tail: str, words: Container[str]) -> str:
    """Join a word parted at a line end; the hyphen goes only if the text has the word without."""
    first = re.search(r"\w+-$", head)
    second = re.match(r"\w+", tail)
    if first and second and first[0][:-1] + second[0] in words:
        return head[:-1] + tail
    return head + tail
