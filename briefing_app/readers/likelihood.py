"""How likely it is that the bytes of a text are in an encoding of one byte a letter.

Every byte beyond ASCII is weighed with its two neighbours, as the letter or the sign that it would
be: as often as a language of that encoding has it, and where it belongs. The words of ASCII
tell which language that is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.readers.letters import ENCODINGS, LANGUAGES, NAMES, VOWELS, Language

_MOST_PLACES = 6_000
_PLACE = re.compile(rb"(?s)(?<=(.))([\x80-\xff])(?=(.))")
_PLAIN = re.compile(rb"[A-Za-z]")
_WORDS_BYTES = 20_000
_SHORT_WORD = re.compile(rb"(?<![a-z\x80-\xff])[a-z\x80-\xff]{1,7}(?![a-z\x80-\xff])")
_WORD, _MOST_WORDS = 1.2, 10
"""What a common word of a language says for it, as a power of e, and how many are counted."""

_NAME = {letter: math.log(2e-4) - 0.08 * rank for rank, letter in enumerate(NAMES)}
_FOREIGN = -14.0
_CAPITAL, _INNER_CAPITAL, _BROKEN_WORD, _CROWD, _UNSPEAKABLE = -2.5, -6.0, -6.0, -1.5, -1.5
_LONE, _ALONE = -5.0, "àèéáíåőæøö"
_FITTING, _RARE, _MISPLACED, _IN_WORD, _NO_TEXT = -5.5, -9.0, -11.0, -14.0, -16.0
_ANYWHERE = -7.0
"""Of a space without break: what is copied from pages has it between any words."""

_LIKE_LETTERS = frozenset("،؛؟۔ـ\u200c\u200d\u0300\u0301\u0303\u0309\u0323ًٌٍَُِّْ่้๊๋ัิีึืุูำ์็ๆฯ")
_QUOTES, _DASHES, _AMOUNTS = "“”„‘’‚«»", "–—", "€£¥§°²³½×±µ"
_NEVER = re.compile(
    "[\x80-\x9f\ufffd\u2500-\u25ff\ue000-\uf8ff¤¦¬¯¨¸´†‡ˆ˜˘˙˚˝˛ˇﬁﬂ√∫≈∆∏∑∂Ω≠≤≥∞÷¹¶ƒ]"
)
"""Signs that are in a text only where it is read wrongly."""


@dataclass(frozen=True)
class Guess:
    """The likeliest encoding of a text.

    lead  how much likelier than the next that would read otherwise, as a power of e
    mean  likelihood for one byte beyond ASCII: -3 in Russian, less than -7 where nothing fits
    behind  how much less likely each encoding is, as a power of e
    """

    encoding: str
    lead: float
    mean: float
    behind: Mapping[str, float]


@dataclass(frozen=True)
class _Seen:
    """What of a text is weighed.

    places  bytes beyond ASCII between their neighbours, and how often
    words   the short ones in lower case, and how often
    plain   how many letters of ASCII there are
    """

    places: Counter[bytes]
    words: Counter[bytes]
    plain: int


def guess(sample: bytes) -> Guess | None:
    """The likeliest of the encodings with one byte a letter; None where all is ASCII."""
    seen = _seen(sample)
    if not seen.places:
        return None
    order = {name: -place for place, name in enumerate(ENCODINGS)}
    scores = sorted((_score(name, seen), order[name], name) for name in ENCODINGS)
    best, _, encoding = scores.pop()
    places = seen.places
    read = b"".join(place[1:2] for place in places)
    text = read.decode(encoding, "replace")
    next_best = (
        score for score, _, other in reversed(scores) if read.decode(other, "replace") != text
    )
    lead = best - next(next_best, -math.inf)
    behind = {encoding: 0.0, **{name: best - score for score, _, name in scores}}
    return Guess(encoding, lead, best / sum(places.values()), behind)


def _seen(sample: bytes) -> _Seen:
    framed = b"\n" + sample + b"\n"
    places: Counter[bytes] = Counter()
    end = len(framed)
    for count, match in enumerate(_PLACE.finditer(framed)):
        if count == _MOST_PLACES:
            end = match.start()
            break
        places[match[1] + match[2] + match[3]] += 1
    words = Counter(_SHORT_WORD.findall(sample[:_WORDS_BYTES].lower()))
    return _Seen(places, words, len(_PLAIN.findall(framed, 0, end)))


def _score(encoding: str, seen: _Seen) -> float:
    handicap, tags = ENCODINGS[encoding]
    fixed = -handicap
    letters: Counter[str] = Counter()
    text = b"".join(seen.places).decode(encoding, "replace")
    neighbours = zip(text[::3], text[1::3], text[2::3], seen.places.values(), strict=True)
    for before, char, after, count in neighbours:
        if is_letter(char):
            letters["ı" if char == "İ" else char.lower()] += count
            fixed += count * _in_word(before, char, after)
        else:
            fixed += count * _sign(before, char, after)
    text = b" ".join(seen.words).decode(encoding, "replace")
    words = dict(zip(text.split(" "), seen.words.values(), strict=False))
    return fixed + max(
        _in_language(LANGUAGES[tag], letters, words) + seen.plain * LANGUAGES[tag].without
        for tag in tags
    )


def is_letter(char: str) -> bool:
    """Whether a sign is part of words: the marks above and below letters are."""
    return char.isalpha() or char in _LIKE_LETTERS


def _in_language(language: Language, letters: Counter[str], words: dict[str, int]) -> float:
    """What speaks for a language: its letters, and its commonest words up to a point."""
    own = language.likelihood
    known = sum(words.get(word, 0) for word in language.words)
    spoken = sum(
        count * (own[letter] if letter in own else _NAME.get(letter, _FOREIGN))
        for letter, count in letters.items()
    )
    return spoken + _WORD * min(known, _MOST_WORDS)


def _in_word(before: str, char: str, after: str) -> float:
    """What speaks against a letter between two others, 0 for nothing."""
    if _is_mark(char):
        return 0.0 if _script(before) == _script(char) and before > "@" else _BROKEN_WORD
    score = 0.0
    is_inner = before.isalpha()
    if char.isupper():
        score += _CAPITAL
        is_odd = is_inner and (before.islower() or after.islower())
    else:
        is_odd = after.isupper() and (before.isupper() or not is_inner)
    score += _INNER_CAPITAL * is_odd
    script = _script(char)
    neighbours = [letter for letter in (before, after) if letter.isalpha()]
    if any(_script(letter) != script for letter in neighbours):
        score += _BROKEN_WORD
    elif not neighbours and char not in _ALONE and not _is_mark(after):
        score += _LONE
    elif not script and len(neighbours) == 2:
        kinds = {letter.lower() in VOWELS for letter in (before, char, after)}
        score += _UNSPEAKABLE * (len(kinds) == 1)
        score += _CROWD * (not before.isascii() and not after.isascii())
    return score


def _is_mark(char: str) -> bool:
    return char in _LIKE_LETTERS


def _script(letter: str) -> int:
    """A number for each script, 0 for the Latin."""
    code = ord(letter)
    return 0 if code < 0x370 or code >> 8 == 0x1E else 6 if code >> 8 == 0x20 else code >> 8


def _sign(before: str, char: str, after: str) -> float:
    """How likely a sign is where it stands."""
    if _NEVER.match(char):
        return _NO_TEXT
    is_behind, is_ahead = not _is_open(before), not _is_open(after)
    if char in "„‚":
        fits = is_ahead and not is_behind
    elif char == "’":
        # It may begin "’n’" and "’90s".
        fits = is_behind or (after.isascii() and after.isalnum())
    elif char in "®™":
        fits = before.isalnum() and not after.isalpha()
    elif char in _QUOTES:
        fits = is_behind != is_ahead
    elif char in _DASHES:
        fits = is_behind == is_ahead
    elif char in _AMOUNTS:
        fits = before.isdigit() or after.isdigit() or (before + after).isspace()
    elif char == "\u00a0":
        fits = before.isdigit() or after in "«»:;!?%€–—" or before in "«–—"
        if not fits:
            return _ANYWHERE
    elif char == "\u00ad":
        fits = before.isalpha() and after.isalpha()
    elif char in "¿¡":
        fits = not is_behind and is_ahead
    elif char == "·" and before.isalpha():
        fits = after.isalpha()
    elif char in "…•№·―":
        fits = is_behind != is_ahead or not is_behind
    else:
        return _IN_WORD if before.isalpha() or after.isalpha() else _RARE
    if fits:
        return _FITTING
    return _IN_WORD if before.isalpha() and after.isalpha() else _MISPLACED


def _is_open(char: str) -> bool:
    """Whether no word stands there: a space, the beginning of a quotation, a dash."""
    return char.isspace() or char in "([{-–—\"'“„«‘‚"
