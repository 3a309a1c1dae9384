"""From bytes to text: which encoding a file is in.

The order is that of certainty: byte order mark, UTF-16 by its NULs, strict UTF-8, the declared
encoding, western and central European encodings by which letters and marks stand where they
belong, and last a statistical guess over the scripts that are left.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 400_000
_WESTERN = ("cp1252", "mac_roman", "cp1250", "iso8859_2", "cp1254")
_OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256",
    "shift_jis", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
           "ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
           "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
           "x-sjis": "cp932", "utf8": "utf-8"}  # fmt: skip
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_FITTING = re.compile(
    "(?<=[a-zA-Z])[à-öø-ÿœšžß](?=[a-z ,.]|$)|\\b[ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŠŽŒ](?=[a-z])"
    "|(?<=\\w)’(?=\\w)|(?<![\\w])[“‘„«](?=\\w)|(?<=[\\w.,!?…])[”’“»](?=[\\s.,;:)]|$)"
    "| [–—] |€\\s?\\d|\\d\\s?€|…(?=\\s|$)|\u00a0[\\d»%:;!?]|«\u00a0"
)
_CENTRAL = re.compile("[ěčřůťďňąćęłńśźżőű](?=[a-zěščřžýáíéůúťďňąćęłńóśźżőű ])")
_CARONS = re.compile("[šžŠŽ]")
"""Letters that cp1252 has and western languages have not."""
_TURKISH = re.compile("[ışğİŞĞ](?=[a-zçöü ])")
_MISPLACED = re.compile(
    "[\x80-\x9f\ufffd¤¦¬¯¸ÐÞðþ¹²³¼½¾†‡ˆ‰ƒ◊˜˘˙˚˝˛ˇıﬁﬂ√∫≈∆∏∑π∂Ω≠≤≥∞±÷×¥¢ªº¶\uf8ff]"
    "|(?<=[a-z])[ÀÁÂÄÅÃÆÇÈÉÊËÍÎÌÏÑÓÔÖÕÒØÚÜÛÙŸ](?=[a-z])|[a-z][“„«](?=[a-z])"
)


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding it was in; `sure` is False where that was a guess."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode `data`; never fails, what cannot be decoded becomes U+FFFD.

    `declared` is what the file or its sender says of itself: believed where it fits and
    nothing stronger speaks against it.
    """
    encoding, sure = _detect(data, declared)
    return Decoded(data.decode(encoding, "replace"), encoding, sure)


def _detect(data: bytes, declared: str) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    sample = data[:_SAMPLE_BYTES]
    utf16 = _utf16_by_nuls(sample[:4000])
    if utf16:
        return utf16, True
    if _is_utf8(data):
        return "utf-8", True
    if _is_damaged_utf8(sample):
        return "utf-8", False
    if _fits(data, declared):
        return _named(declared), True
    return _western(sample) or _statistical(sample)


def _named(label: str) -> str:
    label = label.strip().lower()
    return _LABELS.get(label, label)


def _fits(data: bytes, declared: str) -> bool:
    name = _named(declared)
    if not name:
        return False
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return False
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return name == "cp1252" and _fits_cp1252(data)
    return True


def _fits_cp1252(data: bytes) -> bool:
    """Browsers accept the five bytes that cp1252 leaves open; a few of them are no objection."""
    return data.decode("cp1252", "replace").count("\ufffd") * 200 < len(data)


def _utf16_by_nuls(head: bytes) -> str:
    if len(head) < 4:
        return ""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > len(head) // 8 and odd > 4 * even:
        return "utf-16-le"
    if even > len(head) // 8 and even > 4 * odd:
        return "utf-16-be"
    return ""


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, if cut off within the last letter."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason == "unexpected end of data"
        return cut and bool(_UTF8_SEQUENCE.search(data))
    return True


def _is_damaged_utf8(sample: bytes) -> bool:
    whole = len(_UTF8_SEQUENCE.findall(sample))
    broken = re.findall(rb"[\x80-\xff]+", _UTF8_SEQUENCE.sub(b"", sample))
    return whole > 8 * max(len(broken), sum(map(len, broken)) / 4)


def _western(sample: bytes) -> tuple[str, bool] | None:
    high = sum(byte > 127 for byte in sample)
    runs = len(re.findall(rb"[\x80-\xff]{3,}", sample))
    if high >= 0.22 * len(sample) or runs * 3 >= 0.2 * max(1, high) + 2:
        return None
    scores = sorted(((_score(sample, name), -i, name) for i, name in enumerate(_WESTERN)))
    (second, _, _), (best, _, name) = scores[-2:]
    return (name, best - second > 2) if best > 0 else None


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    score = float(len(_FITTING.findall(text)))
    if encoding in ("cp1250", "iso8859_2"):
        score += 0.9 * len(_CENTRAL.findall(text)) - 1.5 * text.count("ŕ")
    elif encoding == "cp1252":
        score -= 0.5 * len(_CARONS.findall(text))
    if encoding == "cp1254":
        score += len(_TURKISH.findall(text)) - 0.5
    return score - 1.5 * len(_MISPLACED.findall(text))


def _statistical(sample: bytes) -> tuple[str, bool]:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:100_000], cp_isolation=_OTHER_SCRIPTS).best()
    return (best.encoding, True) if best else ("cp1252", False)
