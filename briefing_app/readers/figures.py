"""Numbers of lists, written as figures, letters or Roman figures."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def figure(count: int, form: str) -> str:
    """A number in figures, letters or Roman figures, by Word's name for the form; "" for none."""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and count > 0:
        letters = ""
        for value, sign in _ROMAN:
            letters += sign * (count // value)
            count %= value
        return letters if form == "lowerRoman" else letters.upper()
    if form in ("bullet", "none"):
        return ""
    return f"{count:02}" if form == "decimalZero" else str(count)
