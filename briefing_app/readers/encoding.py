"""From bytes to text: which encoding a file is in.

The order is that of certainty: byte order mark, escape sequences, UTF-16 by what its bytes would
be as text, strict UTF-8, the declared encoding, western and central European encodings by which
letters and marks stand where they belong, other alphabets by how often their letters occur, and
last a statistical guess over the scripts that are left.
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
_ESCAPES = (
    (re.compile(rb"\x1b\$[@B]"), "iso2022_jp"),
    (re.compile(rb"\x1b\$\)C[^\x0e]{0,2000}\x0e"), "iso2022_kr"),
    (re.compile(rb"~\{[!-~]{2,400}~\}"), "hz"),
)
_WESTERN = ("cp1252", "mac_roman", "cp1250", "iso8859_2", "cp1254", "cp850")
_ALPHABETS = (
    (
        ("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
        "[\u0400-\u04ff]",
        "[оеаинтсрвл]",
        "(?<=[а-яёіїєґ])[А-ЯЁІЇЄҐ]",
    ),
    (("cp1253", "iso8859_7"), "[\u0370-\u03ff]", "[αοιετσνηυρπκςά]", "(?<=[α-ω])[Α-Ω]"),
    (("cp1255",), "[\u0590-\u05ff]", "[יוהלאמרתבש]", "(?!)"),
    (("cp1256", "iso8859_6"), "[\u0600-\u06ff\u200c]", "[اليمنورتب]", "(?!)"),
    (("cp874",), "[\u0e00-\u0e7f]", "[านรกอเงมย่้ัี]", "(?!)"),
)
"""Encodings of an alphabet, its letters, those of which most of a text is made, and what stands
where it does not belong. Of encodings that are as likely the first counts."""

_DOUBLE_BYTES = (
    ("cp932", "[\u3041-\u30fc、。]", 0.5),
    ("euc_jp", "[\u3041-\u30fc、。]", 0.5),
    ("cp949", "[이다는에의가을로하고한지기사를자]", 0.3),
    ("gb18030", "[的一是不了在人有我他这中大来上国个到说们为和，。]", 0.2),
    ("big5", "[的一是不了在人有我他這中大來上國個到說們為和，。]", 0.2),
)
"""Encodings of two bytes a letter, their commonest letters, and how much of a text those are."""

_LIKELY = 0.5
_FEWEST_LETTERS = 12
_ENOUGH_BYTES = 60
"""Beyond ASCII; of less the statistical guess is no more than one."""

_IN_SCRIPT, _ONLY_IN_SCRIPT, _COMMON = 0.85, 0.97, 0.42
_WIDE = re.compile(
    "[\t\r\n -~\u00a0-\u017f\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u2010-\u2026"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]"
)
"""What text in UTF-16 is made of."""
_OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256",
    "shift_jis", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
           "ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
           "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
           "x-sjis": "cp932", "utf8": "utf-8"}  # fmt: skip
_NO_TEXT = bytes((*range(9), 11, 12, *range(14, 27), *range(28, 32)))
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_FITTING = re.compile(
    "(?<=[a-zA-Z])[à-öø-ÿœšžß](?=[a-z ,.]|$)|\\b[ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŠŽŒ](?=[a-z])"
    "|(?<=\\w)’(?=\\w)|(?<![\\w])[“‘„«](?=\\w)|(?<=[\\w.,!?…])[”’“»](?=[\\s.,;:)]|$)"
    "| [–—] |(?<=[\\w”’.,])[–—](?=[\\w“‘])|€\\s?\\d|\\d\\s?€|…(?=\\s|$)|\u00a0[\\d»%:;!?]|«\u00a0"
)
_CENTRAL = re.compile("[ěčřůťďňąćęłńśźżőűăşţ](?=[a-zěščřžýáíéůúťďňąćęłńóśźżőűăşţîâ ])")
_NOT_CENTRAL = re.compile(
    "(?<=[aeiouáéíóú])ń(?=[aeiouáéíóú])|ăo(?![a-ző])|őe(?=s?\\b)|(?<=[b-df-hj-np-tv-z])[řć](?=[b-df-hj-np-tv-z])"
)
"""Núñez, São, Camões, Sørensen and Kjær, read with the letters of central Europe."""

_HUNGARIAN = re.compile(r"\b(?:az?|és|egy|nem|hogy|is|volt|után)\b")
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
    utf16 = _utf16_by_nuls(sample[:4000]) or utf16_by_controls(sample[:4000])
    if utf16:
        return utf16, True
    escaped = next((name for mark, name in _ESCAPES if mark.search(sample)), "")
    if escaped and _fits(data, escaped):
        return escaped, True
    if _is_utf8(data):
        return "utf-8", True
    if _is_damaged_utf8(sample):
        return "utf-8", False
    if _fits(data, declared):
        return _named(declared), True
    return _western(sample) or _of_many_letters(sample) or _statistical(sample)


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


def utf16_by_controls(head: bytes) -> str:
    """Which UTF-16 the beginning of a text is in, if in another script than the Latin, "" for none.

    Few of its bytes are NUL then, but many are controls.
    """
    head = head[: len(head) // 2 * 2]
    controls = len(head) - len(head.translate(None, _NO_TEXT))
    if len(head) < 8 or controls * 40 < len(head):
        return ""
    shares = []
    for name in ("utf-16-le", "utf-16-be"):
        text = head.decode(name, "replace")
        spaces = text.count(" ") + text.count("\n") + len(re.findall("[、。，]", text))
        shares.append((len(_WIDE.findall(text)) / len(text), spaces, name))
    share, spaces, name = max(shares)
    return name if share > 0.97 and spaces else ""


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
    if high >= 0.22 * len(sample) or runs * 3 >= 0.3 * max(1, high) + 2:
        return None
    scores = sorted(((_score(sample, name), -i, name) for i, name in enumerate(_WESTERN)))
    (second, _, _), (best, _, name) = scores[-2:]
    if name == "cp1252" and b"\xa4" in sample and not re.search(rb"[\x80-\x9f]", sample):
        name = "iso8859_15"  # the euro where the sign of no currency would be
    return (name, best - second > 2) if best > 0 else None


def _of_many_letters(sample: bytes) -> tuple[str, bool] | None:
    """An encoding of Chinese, Japanese, Korean or of another alphabet than the Latin."""
    found = []
    is_double = False
    for name, common, usual in _DOUBLE_BYTES:
        try:
            text = codecs.getincrementaldecoder(name)().decode(sample[:20_000])
        except UnicodeError:
            continue
        is_double = True
        wide = len(text) - len(text.encode("ascii", "ignore"))
        if wide >= _FEWEST_LETTERS:
            found.append((len(re.findall(common, text)) / wide / usual, name))
    best, name = max(found, default=(0.0, ""))
    if best >= _LIKELY:
        return name, True
    return _of_alphabet(sample, _ONLY_IN_SCRIPT if is_double else _IN_SCRIPT)


def _of_alphabet(sample: bytes, in_script: float) -> tuple[str, bool] | None:
    """The encoding of a text in another alphabet, by its commonest letters.

    in_script  the part of the letters beyond ASCII that must be of that alphabet
    """
    found = []
    for names, letters, common, misplaced in _ALPHABETS:
        for place, name in enumerate(names):
            text = sample[:20_000].decode(name, "replace")
            high = sum(letter > "\x7f" for letter in text)
            own = len(re.findall(letters, text))
            if own < _FEWEST_LETTERS or own < in_script * high:
                continue
            usual = len(re.findall(common, text)) - len(re.findall(misplaced, text))
            if usual >= _COMMON * own:
                found.append(((usual + own / 10) / high, -place, name))
    return (max(found)[2], True) if found else None


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    score = float(len(_FITTING.findall(text)))
    if encoding in ("cp1250", "iso8859_2"):
        score += 0.9 * len(_CENTRAL.findall(text)) - 1.5 * text.count("ŕ")
        score -= len(_NOT_CENTRAL.findall(text))
        if len(_HUNGARIAN.findall(text)) > 1:
            score += 0.3 * len(re.findall("[őű]", text))
    elif encoding == "cp1252":
        score -= 0.5 * len(_CARONS.findall(text))
    if encoding == "cp1254":
        score += len(_TURKISH.findall(text)) - 0.5
        text = text.replace("ı", "i")
    score -= {"cp850": 2.0, "mac_roman": 0.5}.get(encoding, 0.0)
    return score - 1.5 * len(_MISPLACED.findall(text))


def _statistical(sample: bytes) -> tuple[str, bool]:
    high = sum(byte > 127 for byte in sample)
    if high < max(_FEWEST_LETTERS, 0.02 * len(sample)):
        return "cp1252", False
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:100_000], cp_isolation=_OTHER_SCRIPTS).best()
    return (best.encoding, high >= _ENOUGH_BYTES) if best else ("cp1252", False)
