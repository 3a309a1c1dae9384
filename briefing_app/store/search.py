"""Search as you type over headlines and bodies."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing_app.domain.name_variants import Groups, same_letters
from briefing_app.domain.query import Query, Term, parse
from briefing_app.store.conditions import Rows
from briefing_app.store.finding import last_imported

SNIPPET = 160
"""Code points of a body that a hit shows, more or less."""


@dataclass(frozen=True)
class Hit:
    """An article that was found. `marks`: what matched, code points [start, end) of the snippet."""

    article_id: str
    headline: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@cache
def _variants() -> dict[str, str]:
    """Letter -> the letters that differ from it in nothing but diacritics."""
    found: dict[str, str] = {}
    for code in range(0xC0, sys.maxunicode >> 6):
        base = unicodedata.normalize("NFD", chr(code))
        if len(base) > 1 and base[0].isalpha() and all(map(unicodedata.combining, base[1:])):
            found[base[0].lower()] = found.get(base[0].lower(), "") + chr(code)
    return found


@lru_cache(maxsize=64)
def _pattern(searched: tuple[Term, ...]) -> re.Pattern[str] | None:
    """Finds the terms in a text much as the index does: whole words, no case, no diacritics."""
    found = []
    for term in _telling(searched):
        ways = [(term.words, term.is_open), *((words, False) for words in term.variants)]
        for words, is_open in ways:
            end = r"[^\W_]*" if is_open else r"(?![^\W_])"
            if words:
                found.append(r"[\W_]+".join(map(_of_word, words)) + end)
    if not found:
        return None
    # Of two that begin alike the longer one shall be tried first.
    found.sort(key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(found)})", re.IGNORECASE)


def _telling(searched: tuple[Term, ...]) -> tuple[Term, ...]:
    """Without "a" and "I", where they are not all: shown all over a page, they tell nothing."""

    def is_letter(term: Term) -> bool:
        word = "".join(term.words)
        return len(word) == 1 and word.isascii() and word.isalpha() and not term.is_open

    return tuple(term for term in searched if not is_letter(term)) or searched


def _of_word(word: str) -> str:
    return "".join(f"[{same_letters(_base(c))}{_variants().get(_base(c), '')}]" for c in word)


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()


def _first(body: str, searched: Sequence[Term], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of the first term that is spelt as typed; failing that, of any."""
    lowered = body.lower()
    for term in searched if len(lowered) == len(body) else ():
        word = term.words[0].lower() if term.words else ""
        at = lowered.find(word) if word else -1
        while at >= 0:
            if found := pattern.match(body, at):
                return found
            at = lowered.find(word, at + 1)
    return pattern.search(body)


def snippet(body: str, searched: Sequence[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text around the first match in a body, on one line, and the matches in it.

    The beginning of the body where nothing in it matches (the headline did).
    """
    pattern = _pattern(tuple(searched))
    first = _first(body, searched, pattern) if pattern else None
    at = first.start() if first else 0
    start = 0
    if at > SNIPPET // 2:
        start = body.rfind(" ", 0, at - SNIPPET // 4) + 1 or at
        start = max(start, at - SNIPPET // 2)
    end = len(body)
    if end - start > SNIPPET:
        end = max(body.rfind(" ", start, start + SNIPPET), first.end() if first else 0)
        end = end if end > start else start + SNIPPET
    before, after = "…" * (start > 0), "…" * (end < len(body))
    shown = before + body[start:end].replace("\n", " ") + after
    found = pattern.finditer(shown) if pattern and first else ()
    return shown, tuple((m.start(), m.end()) for m in found)


def search(source: Rows, query: Query, groups: Groups, limit: int) -> list[Hit]:
    """The last imported articles that a query means, last imported first; none for nothing."""
    numbers = last_imported(source, query, groups, limit)
    found = source.rows(
        "SELECT article.id, headline, body FROM json_each(?) AS wanted "
        "CROSS JOIN article ON article.n = wanted.value "
        "CROSS JOIN article_text ON article_text.n = wanted.value ORDER BY wanted.key",
        [json.dumps([row[0] for row in numbers])],
    )
    return [Hit(id, headline, *snippet(body, query.terms)) for id, headline, body in found]


def places(wanted: str | Query, body: str) -> list[tuple[int, int]]:
    """Where the searched words stand in a body: code points [start, end), in order; [] for none.

    Variants of names are found by a query that knows them (Store.query), not by a text.
    """
    query = parse(wanted) if isinstance(wanted, str) else wanted
    pattern = _pattern(query.terms)
    return [m.span() for m in pattern.finditer(body)] if pattern else []
