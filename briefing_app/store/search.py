"""Search as you type over headlines and bodies."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing_app.store.journal import Journal

SNIPPET = 160
"""Code points of a body that a hit shows, more or less."""

_TYPOGRAPHIC_QUOTES = str.maketrans("“”„‟«»", '"' * 6)
_PIECES = re.compile(r'"([^"]*)("?)|[^\s"]+')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Hit:
    """An article that was found. `marks`: what matched, code points [start, end) of the snippet."""

    article_id: str
    headline: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Term:
    """Words that must follow one another; `is_open`: the last one may go on."""

    words: tuple[str, ...]
    is_open: bool = False


def terms(text: str) -> list[Term]:
    """What the user typed, as terms; anything in quotation marks is one of them.

    The last term is open while it is being typed: a word of two letters or more (in other
    scripts than Latin: one) that nothing follows.
    """
    found = []
    for piece in _PIECES.finditer(text.translate(_TYPOGRAPHIC_QUOTES)):
        words = tuple(_WORD.findall(piece[0]))
        if words:
            ended = piece[2] == '"' or piece.end() < len(text) or not _WORD.match(piece[0][-1])
            too_short = len(words[-1]) < 2 and words[-1].isascii()
            found.append(Term(words, is_open=not ended and not too_short))
    return found


def match_expression(searched: Iterable[Term]) -> str:
    """The terms for FTS5's MATCH; words are quoted, so nothing in them is an operator."""
    return " ".join(f'"{" ".join(term.words)}"{"*" * term.is_open}' for term in searched)


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
def _pattern(searched: tuple[Term, ...]) -> re.Pattern[str]:
    """Finds the terms in a text much as the index does: whole words, no case, no diacritics."""
    found = []
    for term in searched:
        words = [
            "".join(f"[{_base(c)}{_variants().get(_base(c), '')}]" for c in word)
            for word in term.words
        ]
        end = r"[^\W_]*" if term.is_open else r"(?![^\W_])"
        found.append(r"[\W_]+".join(words) + end)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(found)})", re.IGNORECASE)


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()


def _first(body: str, searched: list[Term], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of the first term that is spelt as typed; failing that, of any."""
    lowered = body.lower()
    for term in searched if len(lowered) == len(body) else ():
        word = term.words[0].lower()
        at = lowered.find(word)
        while at >= 0:
            if found := pattern.match(body, at):
                return found
            at = lowered.find(word, at + 1)
    return pattern.search(body)


def snippet(body: str, searched: list[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text around the first match in a body, on one line, and the matches in it.

    The beginning of the body where nothing in it matches (the headline did).
    """
    pattern = _pattern(tuple(searched))
    first = _first(body, searched, pattern)
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
    found = pattern.finditer(shown) if first else ()
    return shown, tuple((m.start(), m.end()) for m in found)


def search(journal: Journal, text: str, limit: int) -> list[Hit]:
    """The last imported articles that hold every term, last imported first."""
    searched = terms(text)
    if not searched:
        return []
    numbers = journal.rows(
        "SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid DESC LIMIT ?",
        [match_expression(searched), limit],
    )
    found = journal.rows(
        "SELECT article.id, headline, body FROM json_each(?) AS wanted "
        "CROSS JOIN article ON article.n = wanted.value "
        "CROSS JOIN article_text ON article_text.n = wanted.value ORDER BY wanted.key",
        [json.dumps([row[0] for row in numbers])],
    )
    return [Hit(id, headline, *snippet(body, searched)) for id, headline, body in found]


def search_ids(journal: Journal, text: str, limit: int = -1) -> list[str]:
    """Ids of the articles that hold every term, last imported first; -1: all of them."""
    searched = terms(text)
    if not searched:
        return []
    found = journal.rows(
        "SELECT id FROM article_index CROSS JOIN article ON article.n = article_index.rowid "
        "WHERE article_index MATCH ? ORDER BY article_index.rowid DESC LIMIT ?",
        [match_expression(searched), limit],
    )
    return [row[0] for row in found]


def places(text: str, body: str) -> list[tuple[int, int]]:
    """Where the searched words stand in a body: code points [start, end), in order; [] for none."""
    searched = tuple(terms(text))
    return [m.span() for m in _pattern(searched).finditer(body)] if searched else []
