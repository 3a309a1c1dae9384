"""Finding a section by the first letters of its title, or by its number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefing_app.domain.outline import Placed

_WORD = re.compile(r"[^\W_]+")


def matching(sections: Iterable[Placed], typed: str) -> list[Placed]:
    """Sections that begin with what was typed, then those in which the words begin so.

    Every word that was typed must begin a word of the title, without regard to case and accents;
    or all of it the number. In reading order among equals; all sections for "".
    """
    wanted = _folded(typed)
    ranked = [(_rank(placed, wanted), placed) for placed in sections]
    return [placed for rank, placed in sorted(ranked, key=lambda r: r[0]) if rank < _NONE]


_NONE = 3


def _rank(placed: Placed, wanted: str) -> int:
    title = _folded(placed.section.title)
    if title.startswith(wanted) or placed.number == wanted:
        return 0
    if placed.number.startswith(wanted):
        return 1
    words = _WORD.findall(title)
    begun = _WORD.findall(wanted)
    fits = begun and all(any(word.startswith(part) for word in words) for part in begun)
    return 2 if fits else _NONE


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
