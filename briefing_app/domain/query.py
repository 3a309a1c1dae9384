"""What the user types into the search, as a tree: words, phrases, operators and conditions.

    nato "mission in iraq" OR KFOR -training outlet:reuters date:2020-01-03..2020-01-08 is:unread

OR joins the two things beside it, as in web searches: conditions hold for everything that is
found. Whatever is typed is a query: an operator in a place where it joins nothing is a word, and
so is a condition of an unknown name; `Query.problems` tells of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

FIELDS = ("outlet", "date", "speaker", "section", "language", "is")
"""Names of conditions, as typed before the colon."""

STATES = ("unread", "read", "tagged", "incomplete", "earlier")
"""What can follow "is:". `earlier`: there is a later version of the article."""

MOST_PARTS = 60
"""Words and conditions of a query; what is typed beyond them is left out."""

LONGEST = 2000
"""Characters of a query; the rest is left out too."""

DEEPEST = 12
"""Brackets within brackets; deeper ones are not looked at."""

QUOTES = str.maketrans("“”„‟«»", '"' * 6)
WORD = re.compile(r"[^\W_]+")
_PIECES = re.compile(
    r"(?P<space>\s+)|(?P<bracket>[()])|(?P<minus>-(?=[^\s)]))"
    r'|(?P<name>[^\W\d_]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s()"]*))'
    r'|"(?P<phrase>[^"]*)(?P<closed>"?)(?P<star>\*?)|(?P<chunk>[^\s()"]+)|(?P<rest>.)',
    re.DOTALL,
)
_DAY = r"(\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)"
_ONE_DATE = re.compile(rf"(>=|<=|>|<|=)?{_DAY}$")
_DATES = re.compile(rf"{_DAY}?\.\.{_DAY}?$")
_NO_FILTER = {"http", "https", "file", "mailto"}


@dataclass(frozen=True)
class Term:
    """Words that must follow one another; `is_open`: the last one may go on.

    `variants` stand for the same and are as good; without any words nothing is found.
    """

    words: tuple[str, ...]
    is_open: bool = False
    variants: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Condition:
    """`field` (of FIELDS) and what the user wants of it."""

    field: str
    value: str


@dataclass(frozen=True)
class Not:
    """What must not be."""

    part: Node


@dataclass(frozen=True)
class All:
    """Every part must be."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Either:
    """One part must be."""

    parts: tuple[Node, ...]


Node = Term | Condition | Not | All | Either

_NOTHING = Term(())


@dataclass(frozen=True)
class Problem:
    """Something that was not taken as it was perhaps meant.

    `kind`: "operator" (is a word here), "field" (no such condition: words), "date" or "state"
    (nobody knows this value: nothing is found), "length" (the rest was left out).
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Query:
    """What was typed, and its meaning; `root` None: it asks for nothing (yet)."""

    text: str = ""
    root: Node | None = None
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that are looked for (none that must not be), in the order typed."""
        return tuple(_terms(self.root)) if self.root else ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that every article found must meet, in the order typed."""
        return tuple(part for part in _joined(self.root) if isinstance(part, Condition))

    @property
    def without_conditions(self) -> Query:
        """The same without `conditions` (and without those that must not be met)."""
        rest = [part for part in _joined(self.root) if not _is_condition(part)]
        return Query(self.text, _all(rest))


def _is_condition(node: Node) -> bool:
    return isinstance(node, Condition) or (
        isinstance(node, Not) and isinstance(node.part, Condition)
    )


def _joined(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.parts if isinstance(node, All) else (node,)


def _terms(node: Node) -> Iterator[Term]:
    if isinstance(node, Term):
        yield node
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from _terms(part)


def _all(parts: list[Node]) -> Node | None:
    return All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


@lru_cache(maxsize=128)
def parse(text: str) -> Query:
    """The query that a text is; it never fails."""
    tokens, problems = _tokens(text[:LONGEST].translate(QUOTES))
    parser = _Parser([token for token in tokens if token.node != _NOTHING], problems)
    root = parser.group(0)
    if root is None and any(token.node == _NOTHING for token in tokens):
        root = _NOTHING
    return Query(text, root, tuple(dict.fromkeys(parser.problems)))


def dates(value: str) -> tuple[str, str] | None:
    """First and last date of a "date:" value: ISO, as short as typed, "" for open; both belong
    to it. None: it is no date.

    An article of "2020-01-06T14:03" is from "2020-01-06" and from "2020-01". ">2020-01-05" has
    the first date "2020-01-05~": what begins with 2020-01-05 comes before that. "<2020-01-05" has
    the last date "2020-01-05!": that day itself does not belong to it.
    """
    value = value.translate(str.maketrans("–—", "--")).replace("…", "..")
    if found := _DATES.match(value):
        first, last = (_padded(day or "") for day in found.groups())
        return (first, last) if first or last else None
    if not (found := _ONE_DATE.match(value)):
        return None
    sign, day = found[1], _padded(found[2])
    if sign in (">", ">="):
        return (f"{day}~" if sign == ">" else day), ""
    if sign == "<=":
        return "", day
    return ("", f"{day}!") if sign == "<" else (day, day)


def _padded(day: str) -> str:
    return "-".join(part.zfill(2) for part in day.split("-")) if day else ""


@dataclass(frozen=True)
class _Token:
    """`kind`: "(", ")", "AND", "OR", "NOT" or "part"; `node` of a part, None if there is
    nothing in it; `text` as typed."""

    kind: str
    text: str
    node: Node | None = None


def _tokens(text: str) -> tuple[list[_Token], list[Problem]]:
    tokens: list[_Token] = []
    problems: list[Problem] = []
    parts = 0
    for piece in _PIECES.finditer(text):
        token = _token(piece, text, problems)
        if token is None:
            continue
        parts += token.kind == "part"
        if parts > MOST_PARTS:
            problems.append(Problem("length", token.text))
            break
        tokens.append(token)
    return tokens, problems


def _token(piece: re.Match[str], text: str, problems: list[Problem]) -> _Token | None:
    if piece["space"] or piece["rest"]:
        return None
    if piece["bracket"]:
        return _Token(piece[0], piece[0])
    if piece["minus"]:
        before = text[piece.start() - 1] if piece.start() else " "
        return _Token("NOT", "-") if before.isspace() or before == "(" else None
    if piece["name"]:
        return _condition(piece, text, problems)
    if piece["chunk"] in ("AND", "OR", "NOT"):
        return _Token(piece[0], piece[0])
    return _words(piece[0], piece, text)


def _condition(piece: re.Match[str], text: str, problems: list[Problem]) -> _Token | None:
    name = piece["name"].lower()
    value = (piece["quoted"] if piece["value"] is None else piece["value"]).strip()
    if name not in FIELDS:
        if value and name not in _NO_FILTER:
            problems.append(Problem("field", f"{piece['name']}:"))
        return _words(piece[0], piece, text)
    if not value:
        return None  # it is being typed
    if name == "date" and dates(value) is None:
        kind, is_begun = "date", re.fullmatch(r"[<>=\d.-]+", value) is not None
    elif name == "is" and value.lower() not in STATES:
        kind, is_begun = "state", any(state.startswith(value.lower()) for state in STATES)
    else:
        kind, is_begun = "", False
    if kind and is_begun and piece.end() == len(text) and piece["quoted"] is None:
        return None
    if kind:
        problems.append(Problem(kind, value))
    return _Token("part", piece[0], Condition(name, value))


def _words(typed: str, piece: re.Match[str], text: str) -> _Token | None:
    """A phrase or a chunk without spaces; the last word of the text is open unless it ended."""
    words = tuple(WORD.findall(typed))
    if not words:
        is_nothing = all(character in "\"'*-+:.,;!?&|~" for character in typed)
        return None if is_nothing else _Token("part", typed, _NOTHING)
    stripped = typed.rstrip("*")
    starred = stripped != typed and bool(re.search(r'[^\W_]"?$', stripped))
    ended = piece["closed"] or piece.end() < len(text) or not WORD.match(typed[-1])
    too_short = len(words[-1]) < 2 and words[-1].isascii()
    return _Token("part", typed, Term(words, is_open=starred or not (ended or too_short)))


class _Parser:
    """Reads tokens into a tree; OR binds more than AND, which may be left out."""

    def __init__(self, tokens: list[_Token], problems: list[Problem]) -> None:
        self._tokens = tokens
        self._at = 0
        self.problems = problems

    def group(self, depth: int) -> Node | None:
        """What stands up to the closing bracket, or to the end."""
        parts: list[list[Node]] = []  # of each part its alternatives
        is_negated = is_either = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.kind == ")" and depth:
                break
            if token.kind == "NOT" and self._joins(before=True):
                is_negated = not is_negated
                continue
            if token.kind in ("AND", "OR") and self._joins(before=bool(parts)):
                is_either = token.kind == "OR"
                continue
            node = self._operand(token, depth, is_first=not parts)
            if node is not None:
                node = Not(node) if is_negated else node
                if is_either:
                    parts[-1].append(node)
                else:
                    parts.append([node])
                is_negated = is_either = False
        return _all(_flat(_either(nodes) for nodes in parts))

    def _operand(self, token: _Token, depth: int, *, is_first: bool) -> Node | None:
        if token.kind == "(" and depth < DEEPEST:
            return self.group(depth + 1)
        if token.kind in ("(", ")", "part"):
            return token.node
        if self._at == len(self._tokens) and (token.kind == "NOT" or not is_first):
            return None  # what it joins is yet to be typed
        words = tuple(WORD.findall(token.text))
        if not words:
            return None
        self.problems.append(Problem("operator", token.text))
        return Term(words)

    def _joins(self, *, before: bool) -> bool:
        """Whether the operator just read stands before something that it can join."""
        if not before or self._at >= len(self._tokens):
            return False
        return self._tokens[self._at].kind in ("part", "(", "NOT")


def _either(nodes: list[Node]) -> Node:
    return Either(tuple(nodes)) if len(nodes) > 1 else nodes[0]


def _flat(parts: Iterable[Node]) -> list[Node]:
    return [inner for part in parts for inner in _joined(part)]
