"""Which way words run."""

from __future__ import annotations

from unicodedata import bidirectional


def is_right_to_left(text: str) -> bool:
    """True when the first strongly directed character is Arabic, Hebrew or the like (UAX 9)."""
    if text.isascii():
        return False
    strong = (bidirectional(c) for c in text)
    return next((d != "L" for d in strong if d in ("L", "R", "AL")), False)
