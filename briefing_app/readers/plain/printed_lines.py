"""Lines of a text copied from a printed page: as long as paper allowed, not as a number of letters.

Programs that show PDF files copy them so, without an empty line between paragraphs. Letters of
different widths are all that the text has: a line goes on where the next one begins in lower case,
and about where the others end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing_app.readers.particulars import agency
from briefing_app.readers.particulars.dates import is_date_line
from briefing_app.readers.plain.paragraphs import is_wrapped, join_line

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

_HEAD = 8
"""Lines at the top among which author and date stand."""

_MANY, _MOST_SHARE = 8, 0.5
"""The same in a file, where nothing says that it was copied from print."""

_FEWEST_SPACES, _MOST_WORDY = 3, 0.7
"""In a line of sentences, and the share of the lines that are such."""

_ENDS_WITHIN = re.compile(r"[^\W\d_]{2}[.!?…][”“»\"')]* +[“„«\"'(]?([^\W\d_])")
_LEAST_ENDING = 1 / 12
"""Share of the lines with the end of a sentence inside, or before an empty line: of prose about
every other has one, and none of points, of messages and of poems, which may begin in lower case.
"""

_PAGE = re.compile(
    r"(?:page |seite |p\. ?|- ?)?(?P<first>\d{1,3})(?: ?-| (?:of|von|/) \d{1,3}|\s*[|•·–—]?\s+"
    r"(?P<below>[^\W\d_].{2,80}))?|(?P<above>[^\W\d_].{2,80}?)\s*[|•·–—]?\s+(?P<last>\d{1,3})", re.I
)  # fmt: skip

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
    width = _width(lines)
    if not width or is_wrapped("\n".join(lines)) or not _are_printed(_pairs(lines), width):
        return text
    return "\n\n".join(_joined(lines, width))


def printed_file(text: str) -> tuple[str, list[str]]:
    """The text of a file with its lines joined, and the heads and numbers of its pages; the text as
    it is and none of these unless most of many lines go on in the next. Lines that were wrapped at
    a number of letters are not joined.
    """
    if text.count("\n") < _MANY:
        return text, []
    lines = text.strip().split("\n")
    width = _width(lines)
    if not width:
        return text, []
    pairs = _pairs(lines)
    if sum(line.count(" ") >= _FEWEST_SPACES for line, _ in pairs) < _MOST_WORDY * len(pairs):
        return text, []  # a list of names, addresses, files
    if _ongoing(pairs, width) < max(_MANY, _MOST_SHARE * sum(not _has_ended(x) for x, _ in pairs)):
        return text, []
    if _endings(lines) < _LEAST_ENDING * len(pairs):
        return text, []
    of_pages = _lines_of_pages(lines)
    left = [line for i, line in enumerate(lines) if i not in of_pages]
    heads = [lines[i] for i in sorted(of_pages)]
    if is_wrapped("\n".join(left)):
        return "\n".join(left), heads
    if not _are_printed(pairs, width):
        return text, []
    return "\n\n".join(_joined(left, width)), heads


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(line, following) for line, following in pairwise(lines) if line and following]


def _width(lines: Sequence[str]) -> int:
    """Characters of the longest lines, 0 where that is no width of printed ones."""
    widths = sorted(len(line) for line, _ in _pairs(lines))
    # The heads of a page may go across its columns.
    width = widths[-1 - len(widths) // 10] if widths else 0
    return width if width in _WIDTHS else 0


def _joined(lines: Sequence[str], width: int) -> list[str]:
    words = set(re.findall(r"\w+", "\n".join(lines)))
    paragraphs: list[str] = []
    before = ""
    for i, line in enumerate(lines):
        apart = i < _HEAD and (_is_of_head(before) or _is_of_head(line))
        if before and line and not apart and _goes_on(before, line, width):
            paragraphs[-1] = join_line(paragraphs[-1], line, words)
        elif line:
            paragraphs.append(line)
        before = line
    return paragraphs


def _is_of_head(line: str) -> bool:
    """Whether a line says who wrote an article, or when, or has a label: it stands by itself."""
    return bool(_SPEAKER.match(line) or agency.byline(line) or is_date_line(line))


def _lines_of_pages(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that are a head with the page's number, or that alone; some of them,
    and each with a higher number than the one before.
    """
    heads: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        match = _PAGE.fullmatch(line)
        if match:
            name = match["above"] or match["below"] or ""
            heads.setdefault(name, []).append((i, int(match["first"] or match["last"])))
    found: set[int] = set()
    for of_name in heads.values():
        steps = [after - before for (_, before), (_, after) in pairwise(of_name)]
        if steps and all(step in (1, 2) for step in steps):
            found.update(i for i, _ in of_name)
    return found


def _are_printed(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    within = [pair for pair in pairs if not _has_ended(pair[0])]
    commas = sum(line.endswith(",") for line, _ in within)
    speakers = sum(_SPEAKER.match(line) is not None for line, _ in pairs)
    if len(within) >= _FEW_LINES and commas > _MOST_COMMAS * len(within):
        return False
    if speakers > _MOST_SPEAKERS * len(pairs):
        return False
    least = 1 if width >= _SURE_WIDTH else _LEAST_ONGOING
    return _ongoing(within, width) >= max(least, _LEAST_SHARE * len(within))


def _endings(lines: Sequence[str]) -> int:
    """How many sentences end where no line does, or where a paragraph does."""
    within = sum(any(match[1].isupper() for match in _ENDS_WITHIN.finditer(line)) for line in lines)
    return within + sum(_has_ended(line) for line, below in pairwise(lines) if line and not below)


def _ongoing(pairs: Sequence[tuple[str, str]], width: int) -> int:
    """How many lines end within a sentence that goes on in lower case."""
    return sum(
        following[0].islower() and len(line) >= _LONG * width and not _has_ended(line)
        for line, following in pairs
    )


def _goes_on(line: str, following: str, width: int) -> bool:
    if following.startswith(_POINTS) or not (_has_words(line) and _has_words(following)):
        return False
    if following[0].islower() and not _has_ended(line):
        return len(line) >= _LONG * width
    if _has_ended(line) and following.startswith(_OPENING):
        return False
    least = _ALL if _has_ended(line) else _FULL
    return least * width <= len(line) <= _WIDER * width


def _has_words(line: str) -> bool:
    return any(map(str.isalnum, line))


def _has_ended(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_ENDS)
