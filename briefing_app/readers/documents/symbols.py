"""Signs that word processors set in fonts of symbols, as the characters that they stand for.

In such a font a place of the alphabet holds another sign: “m” in Symbol is “μ”. Files have it at
its own place, or moved to U+F000 and up.
"""

from __future__ import annotations

import re

_CODE = re.compile("[0-9A-Fa-f]{2,4}")
_PRIVATE = 0xF000
_SYMBOL = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾", 0x41)),
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x61)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵", 0xA0)),
    **dict(enumerate("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", 0xC0)),
    **dict(enumerate("〉∫", 0xF1)),
}  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x4A: "☺", 0x6C: "•", 0x6E: "•", 0x6F: "□", 0x71: "□", 0x76: "•", 0x9F: "•",
    0xA7: "•", 0xA8: "□", 0xD8: "•", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→",
    0xEF: "⇐", 0xF0: "⇒", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def is_symbolic(font: str) -> bool:
    """Whether a font of that name has signs in the places of letters."""
    name = font.lower()
    return name in ("symbol", "standardsymbolsps") or name.startswith(("wingdings", "webdings"))


def as_characters(text: str, font: str) -> str:
    """Text set in a font of symbols as one reads it; ornaments that mean nothing are left out."""
    signs = _SYMBOL if "symbol" in font.lower() else _WINGDINGS if font == "Wingdings" else {}
    read = []
    for character in text:
        place = ord(character) - (_PRIVATE if "\uf000" <= character <= "\uf0ff" else 0)
        read.append(signs.get(place, "") if place < 0x100 else character)
    return "".join(read)


def sign(code: str, font: str) -> str:
    """The character at a place of a font that is given in hexadecimal figures, "" for none."""
    if not _CODE.fullmatch(code):
        return ""
    character = chr(int(code, 16))
    return as_characters(character, font) if is_symbolic(font) else character
