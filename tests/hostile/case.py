"""A hostile or awkward file, and what must become of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

SECRET = "TOP-SECRET-7D1F"
"""Stands in a file outside, and in what must not be seen; no article may have it."""


@dataclass(frozen=True)
class Places:
    """What cases may point at: a file outside their folder, and a server that nobody may call."""

    outside: str = "file:///outside.txt"
    server: str = "http://127.0.0.1:9"


@dataclass(frozen=True)
class Case:
    """One file.

    keeps  words that must come in with it; () means that it must be refused
    says   what must be said of it, a regular expression; "" where nothing need be said
    lacks  words that no article of it may have
    """

    name: str
    data: bytes | Callable[[], bytes]
    keeps: tuple[str, ...] = ()
    says: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.data() if callable(self.data) else self.data


def words(name: str) -> str:
    """A sentence that no other case has."""
    return f"The passage of {name} says that trainers wait in Kuwait until further notice."


def paragraphs(name: str) -> tuple[str, ...]:
    """Some paragraphs, the second of them `words(name)`."""
    return (
        f"Officials spoke about {name} for an hour on Monday, and some of it was written down.",
        words(name),
        f"“Nobody has asked us to leave because of {name},” an officer said in the evening.",
    )


def plain(name: str) -> str:
    """A text with a headline."""
    return "\n\n".join((f"Report on {name}", *paragraphs(name))) + "\n"


def page(name: str, more: str = "", head: str = "") -> str:
    """A web page with an article and more in its body or head."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs(name))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report on {name}'
        f"</title>{head}</head><body><article><h1>Report on {name}</h1>{body}{more}</article>"
        "</body></html>"
    )


def zipped(files: Mapping[str | zipfile.ZipInfo, str | bytes], packing: int = 8) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()
