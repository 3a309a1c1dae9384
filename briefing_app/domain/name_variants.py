"""Ways to write one name, searched for together: Soleimani, Suleimani, سلیمانی.

Arabic and Persian print some letters differently that readers take for the same; a search for
one form finds the others too, without any list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from briefing_app.domain.query import WORD, All, Either, Node, Not, Query, Term

LETTERS = ("اأإآٱ", "يیىئ", "كک", "هةۀ", "وؤ")
"""Letters that stand for one another in names and words, the plain one first."""

MOST_SPELLINGS = 24
"""Spellings of one word that are tried."""

_SAME = {letter: letters for letters in LETTERS for letter in letters}

Groups = Mapping[str, Sequence[tuple[str, ...]]]
"""Folded name -> the words of every way to write it."""


def same_letters(letter: str) -> str:
    """The letters that count as this one, itself first."""
    return letter + _SAME.get(letter, "").replace(letter, "")


def folded(text: str) -> str:
    """The words of a text without case, diacritics and differences of Arabic letters."""
    plain = "".join(
        _SAME.get(c, c)[0] for c in unicodedata.normalize("NFC", text) if not _is_sign(c)
    )
    apart = unicodedata.normalize("NFD", plain)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(WORD.findall(bare)).casefold()


def _is_sign(character: str) -> bool:
    return character == "\u0640" or "\u064b" <= character <= "\u0652"


def spellings(word: str) -> list[str]:
    """A word in every form of its Arabic letters, as given first; just itself in other scripts."""
    if not any(letter in _SAME for letter in word):
        return [word]
    forms = product(*(same_letters(letter) for letter in word))
    return ["".join(form) for form in islice(forms, MOST_SPELLINGS)]


def grouped(names: Iterable[Iterable[str]]) -> Groups:
    """From lists of ways to write one name each; a name in two lists stands for both."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in names:
        words = [written for name in group if (written := tuple(WORD.findall(name)))]
        for written in words:
            known = found.setdefault(folded(" ".join(written)), [])
            known += [other for other in words if other not in known]
    return found


def expanded(query: Query, groups: Groups) -> Query:
    """The query with every name in it standing for all the ways to write it."""
    if query.root is None:
        return query
    longest = max((len(words) for ways in groups.values() for words in ways), default=1)
    return replace(query, root=_expanded(query.root, groups, longest))


def _expanded(node: Node, groups: Groups, longest: int) -> Node:
    if isinstance(node, Term):
        return _with_variants(node, groups)
    if isinstance(node, Not):
        return Not(_expanded(node.part, groups, longest))
    if isinstance(node, Either):
        return Either(tuple(_expanded(part, groups, longest) for part in node.parts))
    if isinstance(node, All):
        parts = tuple(_names_joined(node.parts, groups, longest))
        return parts[0] if len(parts) == 1 else All(parts)
    return node


def _names_joined(parts: tuple[Node, ...], groups: Groups, longest: int) -> Iterable[Node]:
    """Words beside one another that are a name together stand for its other forms too."""
    at = 0
    while at < len(parts):
        for count in range(min(longest, len(parts) - at), 1, -1):
            run = parts[at : at + count]
            words = [part.words for part in run if isinstance(part, Term) and len(part.words) == 1]
            ways = groups.get(folded(" ".join(word[0] for word in words)), ())
            if len(words) == count and ways:
                yield Either((All(run), *(Term(way) for way in ways)))
                at += count
                break
        else:
            yield _expanded(parts[at], groups, longest)
            at += 1


def _with_variants(term: Term, groups: Groups) -> Term:
    ways = groups.get(folded(" ".join(term.words)), ())
    found = [term.words, *ways]
    if len(term.words) == 1:
        found += [(form,) for form in spellings(term.words[0])]
    found += [(form,) for way in ways if len(way) == 1 for form in spellings(way[0])]
    same = {tuple(word.casefold() for word in words): words for words in reversed(found)}
    same.pop(tuple(word.casefold() for word in term.words), None)
    return replace(term, variants=tuple(reversed(same.values())))
