"""Running headers, footers and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from briefing_app.readers.pdf.columns import rows_of
from briefing_app.readers.pdf.file import Page
from briefing_app.readers.pdf.pieces import Piece

_EDGE = 0.14
"""Part of a page's height, at the top and at the bottom, in which running lines stand."""

_MARGIN = 0.055
"""The same, in which browsers print."""

_REPEATED = 3
"""Pages on which a line has to stand; both pages of a document of two."""

_NEAR = 8
"""Pages, among which these are: chapters change, and pages of pictures have no running lines."""

_MOST_ROWS = 5
_SAME_PLACE = 12.0
"""Points within which a running line keeps its height on the page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(page|seite|p\.|pg\.?|página|pagina|стр\.|صفحة|صفحه|ص)?\s*(\d{1,4}|(?=[ivx])x{0,3}(ix|iv|v?i{0,3}))"
    r"(\s*(of|von|de|di|sur|/|\||من|از)\s*\d{1,4})?\W*",
    re.I,
)
_ADDRESS = re.compile(r"(?P<url>(https?://|www\.)\S{3,500})(\s+\S?\d{1,4}(\s?/\s?\d{1,4})?)?\W*")
_STAMP = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d\d( ?[AP]\.?M\.?)?"
_PRINTED = re.compile(
    rf"{_STAMP}(\W.*|$)|"
    rf"((page|seite|página) )?\d{{1,4}} ?(/|of|von|de|di|sur) ?\d{{1,4}} +{_STAMP}",
    re.I,
)
"""What browsers print above and below a page: the day and hour of printing, its title."""

_STAMPED = re.compile(_STAMP, re.I)


_Key = tuple[int, int, str]


@dataclass(frozen=True)
class Margins:
    """What was found at the edges: each line once, and the web address among them, "" for none."""

    lines: tuple[str, ...]
    url: str


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], Margins]:
    """The pages without their running lines, and these."""
    edges = [_edge_rows(page) for page in pages]
    repeated = _repeated(edges)
    lines: dict[str, None] = {}
    left: list[Page] = []
    url = ""
    for page, rows in zip(pages, edges, strict=True):
        running = [
            row
            for edge in rows
            for row in takewhile(lambda r: r.key in repeated or _runs_alone(r), edge)
        ]
        if not running:
            left.append(page)
            continue
        dropped = {id(piece) for row in running for piece in row.pieces}
        for row in running:
            url = url or next(filter(None, map(_address_in, row.pieces)), "")
            if not _NUMBER.fullmatch(row.text):
                lines.setdefault(row.text)
        left.append(page._replace(pieces=[p for p in page.pieces if id(p) not in dropped]))
    return left, Margins(tuple(_each_once(lines)), url)


def _repeated(edges: Sequence[tuple[list[_Row], list[_Row]]]) -> set[_Key]:
    """What stands on several pages that are near one another: "A. Yes." may stand anywhere."""
    on: dict[_Key, list[int]] = {}
    for page, (top, bottom) in enumerate(edges):
        for key in {row.key for row in (*top, *bottom)}:
            on.setdefault(key, []).append(page)
    least = min(_REPEATED, max(len(edges), 2))
    return {
        key
        for key, found in on.items()
        if any(last - first < _NEAR for first, last in zip(found, found[least - 1 :], strict=False))
    }


def _address_in(piece: Piece) -> str:
    match = _ADDRESS.fullmatch(piece.text)
    return match["url"] if match and not match["url"].endswith(("…", "...")) else ""


def is_stamped(line: str) -> bool:
    """Whether a running line says when the page was printed."""
    return _STAMPED.search(line) is not None


class _Row(NamedTuple):
    """A line at the edge; the key is alike on all pages; the outermost has nothing beyond it."""

    pieces: Sequence[Piece]
    text: str
    key: _Key
    is_outermost: bool
    is_in_margin: bool


def _runs_alone(row: _Row) -> bool:
    """Whether it needs no second page to be known as a running line."""
    if not row.is_outermost:
        return False
    text = row.text
    if _NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text) or _PRINTED.fullmatch(text):
        return True
    # Not the last lines of columns, of which one is an address.
    return (
        row.is_in_margin
        and len(row.pieces) > 1
        and any(_ADDRESS.fullmatch(piece.text) for piece in row.pieces)
    )


def _edge_rows(page: Page) -> tuple[list[_Row], list[_Row]]:
    """The lines at the top and at the bottom, each from the edge inwards."""
    pieces = page.pieces
    if not pieces:
        return [], []
    bottoms = [piece.bottom for piece in pieces]
    base = min(0.0, *bottoms)
    upper, lower = base + page.height * (1 - _EDGE), base + page.height * _EDGE
    top = rows_of([p for p, edge in zip(pieces, bottoms, strict=True) if edge >= upper])
    bottom = rows_of([p for p in pieces if p.top <= lower])[::-1]
    top, bottom = top[:_MOST_ROWS], bottom[:_MOST_ROWS]
    margin = _MARGIN * page.height
    return (
        [_row(p, n, p[0].bottom > base + page.height - margin) for n, p in enumerate(top)],
        [_row(p, n, p[0].top < base + margin) for n, p in enumerate(bottom)],
    )


def _row(pieces: Sequence[Piece], number: int, is_in_margin: bool) -> _Row:
    first = pieces[0]
    text = first.text if len(pieces) == 1 else " ".join([piece.text for piece in pieces])
    key = (
        round(first.bottom / _SAME_PLACE),
        round(first.top - first.bottom),
        text if _is_of_table(pieces, text, number) else _DIGITS.sub("#", text).casefold(),
    )
    return _Row(pieces, text, key, number == 0, is_in_margin)


def _is_of_table(pieces: Sequence[Piece], text: str, number: int) -> bool:
    """Whether a line is of figures only: what differs in these is not alike."""
    if any(map(str.isalpha, text)) or _NUMBER.fullmatch(text):
        return False
    return number > 0 or len(pieces) > 2


def _each_once(lines: Iterable[str]) -> Iterator[str]:
    """Lines that differ in more than their numbers."""
    seen: set[str] = set()
    for line in lines:
        key = _DIGITS.sub("#", line)
        if key not in seen:
            seen.add(key)
            yield line
