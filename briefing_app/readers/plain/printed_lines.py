"""Lines of a text copied from a printed page: as long as paper allowed, not as a number of letters.

Programs that show PDF files copy them so, without an empty line between paragraphs. Letters of
different widths are all that the text has: a line goes on where the next one begins in lower case,
and about where the others end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing_app.readers.plain.text import is_wrapped, join_line

_WIDTHS = range(25, 141)
"""Characters of the longest lines."""

_SURE_WIDTH = 45
"""From here on two lines are enough to tell."""

_LEAST_ONGOING = 3
_LEAST_SHARE = 0.4
"""Of the lines that end within a sentence, those that go on in lower case."""

_LONG, _FULL, _ALL = 0.55, 0.75, 0.9
"""Parts of the width: of a line that goes on in lower case, of one whose sentence has not ended,
and of one whose sentence has."""

_MOST_COMMAS, _FEW_LINES = 0.3, 4
"""Of the lines that end within a sentence, those with a comma there: lines of poems have one, where
paper ends a line anywhere. Of few lines it says nothing.
"""

_SPEAKER = re.compile(r"[^\W\d_][\w.'’ -]{0,30}: +\S")
_MOST_SPEAKERS = 0.5
"""Of the lines, those that begin with who says them: in a chat none goes on the one before."""

_WIDER = 1.3
"""Parts of the width: what is longer is a head across the columns."""

_ENDS = (".", "!", "?", ":", ";", "…")
_CLOSING = "”“»«’\"')]"
_OPENING = tuple('“„«‹‘"')
"""After the end of a sentence: articles begin a paragraph with most of their quotes."""

_POINTS = tuple("•·‣▪◦*-–—")


def without_printed_lines(text: str) -> str:
    """The text with its lines joined to paragraphs; as it is where they are no such lines."""
    lines = [line.strip() for line in text.strip().splitlines()]
    pairs = [(line, following) for line, following in pairwise(lines) if line and following]
    widths = sorted(len(line) for line, _ in pairs)
    # The heads of a page may go across its columns.
    width = widths[-1 - len(widths) // 10] if widths else 0
    if width not in _WIDTHS or is_wrapped("\n".join(lines)) or not _are_printed(pairs, width):
        return text
    words = set(re.findall(r"\w+", text))
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if before and line and _goes_on(before, line, width):
            paragraphs[-1] = join_line(paragraphs[-1], line, words)
        elif line:
            paragraphs.append(line)
        before = line
    return "\n\n".join(paragraphs)


def _are_printed(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    within = [pair for pair in pairs if not _has_ended(pair[0])]
    commas = sum(line.endswith(",") for line, _ in within)
    speakers = sum(_SPEAKER.match(line) is not None for line, _ in pairs)
    if len(within) >= _FEW_LINES and commas > _MOST_COMMAS * len(within):
        return False
    if speakers > _MOST_SPEAKERS * len(pairs):
        return False
    ongoing = sum(
        following[0].islower() and len(line) >= _LONG * width for line, following in within
    )
    least = 1 if width >= _SURE_WIDTH else _LEAST_ONGOING
    return ongoing >= max(least, _LEAST_SHARE * len(within))


def _goes_on(line: str, following: str, width: int) -> bool:
    if following.startswith(_POINTS):
        return False
    if following[0].islower() and not _has_ended(line):
        return len(line) >= _LONG * width
    if _has_ended(line) and following.startswith(_OPENING):
        return False
    least = _ALL if _has_ended(line) else _FULL
    return least * width <= len(line) <= _WIDER * width


def _has_ended(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_ENDS)
