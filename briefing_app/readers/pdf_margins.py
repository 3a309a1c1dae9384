"""Running headers, footers and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing_app.readers.pdf_columns import rows_of
from briefing_app.readers.pdf_file import Page, Piece

_EDGE = 0.14
"""Part of a page's height, at the top and at the bottom, in which running lines stand."""

_REPEATED = 3
"""Pages on which a line has to stand; both pages of a document of two."""

_NUMBER = re.compile(
    r"\W*(page|seite|p\.|pg\.?|página|pagina|стр\.|صفحة|صفحه|ص)?\s*([ivxlc]{1,6}|\d{1,4})"
    r"(\s*(of|von|de|di|sur|/|\||من|از)\s*\d{1,4})?\W*",
    re.I,
)
_ADDRESS = re.compile(r"(?P<url>(https?://|www\.)\S{3,500})(\s+\S?\d{1,4}(\s?/\s?\d{1,4})?)?\W*")
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d\d( ?[AP]\.?M\.?)?(\W.*|$)", re.I
)
"""What browsers print above a page: the day and hour of printing, and the page's title."""


@dataclass(frozen=True)
class Margins:
    """What was found at the edges: each line once, and the web address among them, "" for none."""

    lines: tuple[str, ...]
    url: str


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], Margins]:
    """The pages without their running lines, and these."""
    edges = [list(_edge_rows(page)) for page in pages]
    counts = Counter(key for rows in edges for key in {row.key for row in rows})
    least = min(_REPEATED, max(len(pages), 2))
    lines: dict[str, None] = {}
    left: list[Page] = []
    url = ""
    for page, rows in zip(pages, edges, strict=True):
        running = [row for row in rows if counts[row.key] >= least or row.is_running_alone]
        dropped = {id(piece) for row in running for piece in row.pieces}
        for row in running:
            url = url or next(filter(None, map(_address_in, row.pieces)), "")
            if not _NUMBER.fullmatch(row.text):
                lines.setdefault(row.text)
        kept = [p for p in page.pieces if id(p) not in dropped] if dropped else page.pieces
        left.append(page._replace(pieces=kept))
    return left, Margins(tuple(_each_once(lines)), url)


def _address_in(piece: Piece) -> str:
    match = _ADDRESS.fullmatch(piece.text)
    return match["url"] if match else ""


@dataclass(frozen=True)
class _Row:
    """A line at the edge; the key is alike on all pages; the outermost has nothing beyond it."""

    pieces: Sequence[Piece]
    key: tuple[bool, int, str]
    is_outermost: bool

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_running_alone(self) -> bool:
        """Whether it needs no second page to be known as a running line."""
        text = self.text
        known = _NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text) or _PRINTED.fullmatch(text)
        return self.is_outermost and known is not None


def _edge_rows(page: Page) -> Iterator[_Row]:
    pieces = page.pieces
    if not pieces:
        return
    base = min(0.0, min(p.bottom for p in pieces))
    upper, lower = base + page.height * (1 - _EDGE), base + page.height * _EDGE
    for is_top, edge in (
        (True, [p for p in pieces if p.bottom >= upper]),
        (False, [p for p in pieces if p.top <= lower]),
    ):
        rows = rows_of(edge)
        for number, row in enumerate(rows if is_top else reversed(rows)):
            text = re.sub(r"\d+", "#", " ".join(p.text for p in row)).casefold()
            yield _Row(row, (is_top, round(row[0].size), text), is_outermost=number == 0)


def _each_once(lines: Iterable[str]) -> Iterator[str]:
    """Lines that differ in more than their numbers."""
    seen: set[str] = set()
    for line in lines:
        key = re.sub(r"\d+", "#", line)
        if key not in seen:
            seen.add(key)
            yield line
