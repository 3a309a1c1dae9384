"""Texts in the languages of the press, as far as an encoding has their letters."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

_FILE = Path(__file__).with_name("languages.toml")
TEXTS = tomllib.loads(_FILE.read_text("utf-8"))
CASES = [(tag, name) for tag, sample in TEXTS.items() for name in sample["encodings"].split()]
"""Language and encoding."""


def sample(tag: str, encoding: str) -> tuple[str, bytes]:
    """A text and its bytes."""
    text = TEXTS[tag]["text"].strip()
    if encoding == "cp1258":
        text = "".join(map(_vietnamese, text))
    data = text.encode(encoding, "ignore")
    return data.decode(encoding), data


def cuts(text: str, length: int) -> list[str]:
    """Parts of a text that begin at every sixth word."""
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter in " \n")][::6]
    return [text[i : i + length] for i in starts if len(text) - i >= length * 0.8]


def _vietnamese(letter: str) -> str:
    """A letter as Windows writes it: the sign of the tone by itself, other marks not."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        others = "".join(mark for mark in marks if mark not in tones)
        return unicodedata.normalize("NFC", base + others) + "".join(tones)
    return letter
