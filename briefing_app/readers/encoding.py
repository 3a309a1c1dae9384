"""From bytes to text: which encoding a file is in.

The order is that of certainty: byte order mark, escape sequences, UTF-16 by what its bytes would
be as text, strict UTF-8, the declared encoding, those of two bytes a letter by their commonest
letters, those of one byte by which language has such letters, and last a statistical guess.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing_app.readers.letters import LATIN_ENCODINGS
from briefing_app.readers.likelihood import Guess, guess

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
_MANY_LETTERS = 0.22
"""Part of the bytes beyond ASCII, where a text is not in Latin letters."""

_LIKELY_LETTERS = {"cp874": -4.3, **dict.fromkeys(LATIN_ENCODINGS, -10.0)}
_LIKELY_LETTER = -6.5
"""Mean likelihood of a letter, below which an encoding does not fit: Thai has use for nearly every
byte, so that Chinese may be read as Thai; in Latin texts there may be foreign names only."""

_SURE_LEAD = 6.0
_UNTRUE, _DOUBTFUL = 30.0, 12.0
_SAID_OF_ALL = {"cp1252": "cp1252", "iso8859-15": "iso8859_15"}
"""What texts are declared to be in by programs that do not know it, and how much likelier, as a
power of e, another must be to be believed before that, or to make that doubtful.
"""

_WIDE = re.compile(
    "[\t\r\n -~\u00a0-\u017f\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u2010-\u2026"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]"
)
"""What text in UTF-16 is made of."""
_EAST_ASIAN = ["shift_jis", "euc_jp", "gb18030", "big5", "cp949"]
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
           "ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
           "shift-jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
           "x-sjis": "cp932", "utf8": "utf-8"}  # fmt: skip
_LEAST_WHOLE = 3
"""Letters in UTF-8 for one byte that is none: in other encodings there are fewer by chance."""

_NO_TEXT = bytes((*range(9), 11, 12, *range(14, 27), *range(28, 32)))
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
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
        return _unless_untrue(sample, _named(declared))
    return _of_two_bytes(sample) or _of_one_byte(sample)


def _unless_untrue(sample: bytes, declared: str) -> tuple[str, bool]:
    """The declared encoding, or the right one where another is out of all proportion likelier:
    many programs call everything Latin-1.
    """
    known = _SAID_OF_ALL.get(codecs.lookup(declared).name)
    found = guess(sample) if known else None
    if not known or not found or not _is_likely(found):
        return declared, True
    if found.behind[known] > _UNTRUE and sum(byte > 127 for byte in sample) >= _FEWEST_LETTERS:
        return found.encoding, found.lead > _SURE_LEAD
    return declared, found.behind[known] < _DOUBTFUL


def _is_likely(found: Guess) -> bool:
    return found.mean > _LIKELY_LETTERS.get(found.encoding, _LIKELY_LETTER)


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
    return whole > _LEAST_WHOLE * max(len(broken), sum(map(len, broken)) / 4)


def _of_two_bytes(sample: bytes) -> tuple[str, bool] | None:
    """An encoding of Chinese, Japanese or Korean, by its commonest letters."""
    found = []
    for name, common, usual in _DOUBLE_BYTES:
        try:
            text = codecs.getincrementaldecoder(name)().decode(sample[:20_000])
        except UnicodeError:
            continue
        wide = len(text) - len(text.encode("ascii", "ignore"))
        if wide >= _FEWEST_LETTERS // 2:
            found.append((len(re.findall(common, text)) / wide / usual, name, wide))
    best, name, wide = max(found, default=(0.0, "", 0))
    return (name, wide >= _FEWEST_LETTERS) if best >= _LIKELY else None


def _of_one_byte(sample: bytes) -> tuple[str, bool]:
    """The likeliest encoding of one byte a letter, or a guess where none is likely."""
    found = guess(sample)
    if found is None:
        return "cp1252", False
    high = sum(byte > 127 for byte in sample)
    fits = _is_likely(found)
    is_latin = found.encoding in LATIN_ENCODINGS and high < _MANY_LETTERS * len(sample)
    if not fits and not is_latin and high >= _FEWEST_LETTERS:
        return _statistical(sample)
    return found.encoding, fits and found.lead > _SURE_LEAD


def _statistical(sample: bytes) -> tuple[str, bool]:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:100_000], cp_isolation=_EAST_ASIAN).best()
    return (best.encoding if best else "cp1252"), False
