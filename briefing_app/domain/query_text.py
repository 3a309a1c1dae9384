"""Writing conditions into what the user typed into the search, and taking them out again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.domain.query import FIELDS, QUOTES

_CONDITION = re.compile(
    rf'(?<!\S)(?P<minus>-?)(?P<field>{"|".join(FIELDS)}):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s()"]*))'
    r"(?!\S)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"?')


def conditions(text: str) -> list[tuple[str, str]]:
    """Field ("-is" where it must not be) and value of every condition that stands by itself."""
    return [(_field(found), _value(found)) for found in _found(text)]


def words(text: str) -> str:
    """What is left without them."""
    return _without(text, _found(text))


def with_condition(text: str, field: str, value: str) -> str:
    """The text with this as its only condition of the field; "" for no such condition.

    `field` may begin with "-", for what must not be. Conditions come before words.
    """
    gone = [found for found in _found(text) if _field(found) == field]
    return _put_before(_without(text, gone), [_written(field, value)] if value else [])


def with_state(text: str, field: str, states: Iterable[str], state: str) -> str:
    """The text with `state` ("" for none) as its only condition "is:" among `states`.

    `field` is "is", or "-is" for what must not be.
    """
    known = set(states)
    gone = [f for f in _found(text) if _field(f) == field and _value(f).lower() in known]
    return _put_before(_without(text, gone), [_written(field, state)] if state else [])


def _found(text: str) -> list[re.Match[str]]:
    plain = text.translate(QUOTES)
    phrases = [
        found.span()
        for found in _QUOTED.finditer(plain)
        if plain[found.start() - 1 : found.start()] != ":"
    ]
    found = [
        found for found in _CONDITION.finditer(plain)
        if not any(start < found.start() < end for start, end in phrases)
    ]  # fmt: skip
    return [one for one in found if not _is_alternative(plain, one)]


def _is_alternative(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    depth = before.count("(") - before.count(")")
    return before.endswith((" OR", " NOT", "(")) or after.startswith("OR ") or depth > 0


def _field(found: re.Match[str]) -> str:
    return found["minus"] + found["field"].lower()


def _value(found: re.Match[str]) -> str:
    return (found["quoted"] if found["value"] is None else found["value"]).strip()


def _written(field: str, value: str) -> str:
    value = value.translate(QUOTES).replace('"', "")
    return f'{field}:"{value}"' if re.search(r"[\s()]", value) else f"{field}:{value}"


def _without(text: str, gone: Iterable[re.Match[str]]) -> str:
    for found in reversed(list(gone)):
        text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    return text


def _put_before(text: str, written: list[str]) -> str:
    last = max((found.end() for found in _leading(text)), default=0)
    parts = [text[:last].strip(), *written, text[last:].strip()]
    return " ".join(part for part in parts if part)


def _leading(text: str) -> list[re.Match[str]]:
    """The conditions before the first word."""
    leading: list[re.Match[str]] = []
    for found in _found(text):
        at = leading[-1].end() if leading else 0
        if text[at : found.start()].strip():
            break
        leading.append(found)
    return leading


def words_start(text: str) -> int:
    """Where the words begin, after the conditions at the front."""
    end = max((found.end() for found in _leading(text)), default=0)
    return len(text) - len(text[end:].lstrip()) if end else 0
