"""Names of files in ZIP archives, of which many do not say what encoding they are in.

By its definition that is cp437; in fact it is what the computer used on which it was packed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zipfile import ZipInfo

_WESTERN = "[äöüßéèêëàâçîïôûùñáíóúåøæãõœ’“”–«»€]|(?<![a-zß-ÿ])[ÄÖÜÁÉÍÓÚÅØÆÀÈÊÇÑ]"
_CYRILLIC = "[а-яёіїєґ]|(?<![A-Za-zа-яё])[А-ЯЁ](?=[а-яё ])"
_FREQUENT = "[оеаинтсрвлкмОЕАИНТСРВЛКМ]"
_ENCODINGS = (
    ("cp437", _WESTERN), ("cp850", _WESTERN), ("cp1252", _WESTERN),
    ("cp866", _CYRILLIC), ("cp1251", _CYRILLIC),
    ("cp932", "[\u3041-\u30fc\u4e00-\u9fff]"), ("cp949", "[\uac00-\ud7a3]"),
    ("gb18030", "[\u4e00-\u9fff]"), ("big5", "[\u4e00-\u9fff]"),
)  # fmt: skip
"""Those of two bytes a letter last: of encodings that are as likely the first counts."""

_EVERYDAY = {"cp932": (0x88, 0x97, 0x40), "gb18030": (0xB0, 0xD7, 0xA1),
             "big5": (0xA4, 0xC6, 0x40), "cp949": (0xB0, 0xC8, 0xA1)}  # fmt: skip
"""First and last of the first bytes, and least of the second, of letters in use every day."""

_MOST_FOREIGN = 0.35
"""Of the letters of a name in a western language, those that English has not."""

_UTF8_NAME, _UNICODE_PATH = 0x800, 0x7075


def written_names(entries: Sequence[ZipInfo]) -> list[str]:
    """The names as their maker wrote them: many do not say in what encoding."""
    stated = [
        entry.filename if entry.flag_bits & _UTF8_NAME else _unicode_path(entry.extra)
        for entry in entries
    ]
    raw = [entry.orig_filename.encode("cp437", "replace") for entry in entries]
    unsaid = [name for name, known in zip(raw, stated, strict=True) if not known]
    told = iter(names_in_words(unsaid))
    return [known or next(told) for known in stated]


def _unicode_path(extra: bytes) -> str:
    while len(extra) >= 4:
        kind, size = (int.from_bytes(extra[i : i + 2], "little") for i in (0, 2))
        if kind == _UNICODE_PATH:
            return extra[9 : 4 + size].decode("utf-8", "ignore")
        extra = extra[4 + size :]
    return ""


def names_in_words(raw: Sequence[bytes]) -> list[str]:
    """Names that were packed together, in the encoding in which most of their letters make sense.

    A name in UTF-8 is read as that, whatever the others are in.
    """
    strange = [name for name in raw if not _as_utf8(name)]
    encoding = _most_likely(b"\n".join(strange)) if strange else "utf-8"
    return [_as_utf8(name) or name.decode(encoding, "replace") for name in raw]


def _as_utf8(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _most_likely(joined: bytes) -> str:
    found = []
    for place, (name, usual) in enumerate(_ENCODINGS):
        try:
            text = joined.decode(name)
        except UnicodeDecodeError:
            continue
        foreign = sum(letter > "\x7f" for letter in text)
        share = len(re.findall(usual, text)) / max(1, foreign)
        if usual is _WESTERN and foreign > _MOST_FOREIGN * len(re.findall(r"\w", _stems(text))):
            share /= 2
        if usual is _CYRILLIC:
            share *= 0.5 + len(re.findall(_FREQUENT, text)) / max(1, foreign)
        if name in _EVERYDAY:
            share *= _everyday(text, name)
        found.append((min(share, 1.0), -place, name))
    share, _, name = max(found)
    return name if share > 0.6 else "cp437"


def _stems(names: str) -> str:
    return re.sub(r"\.\w{1,5}$", "", names, flags=re.M)


def _everyday(text: str, encoding: str) -> float:
    """The part of the letters of two bytes that are everyday ones."""
    low, high, least = _EVERYDAY[encoding]
    pairs = [pair for pair in (letter.encode(encoding) for letter in text) if len(pair) == 2]
    kana = range(0x82, 0x84) if encoding == "cp932" else ()
    usual = sum((low <= a <= high and b >= least) or a in kana for a, b in pairs)
    return usual / max(1, len(pairs))
