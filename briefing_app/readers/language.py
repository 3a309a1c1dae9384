"""Which language a text is in, told from script and commonest words; "" rather than a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_COMMON = tuple(
    (tag, frozenset(words.split()))
    for tag, words in (
        ("en", "the of and to in that is was for on with as by has have it be are from said"),
        ("de", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine auch"),
        ("fr", "le la les des et en du une que est dans qui par pour sur au pas il plus avec"),
        ("es", "el la los de que en y las del se por con una para su es al como más fue"),
    )
)
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_WORD, _ASCII_WORD = re.compile(r"[^\W\d_]+"), re.compile("[a-z]+")
_FOREIGN = re.compile("[\u0370-\u06ff\u3040-\ud7af]")
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC_ONLY = re.compile("[ةيكىإأ]")
_UKRAINIAN = re.compile("[іїєґ]", re.I)
_OTHER_CYRILLIC = re.compile("[ўјљњћђѓќџ]", re.I)


def language_of(text: str) -> str:
    """BCP 47 tag of the language of `text`, "" when unsure. Looks at the first 2,000 characters."""
    sample = text[:2000]
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample.lower())
    letters = sum(map(len, words))
    if letters < 20:
        return ""
    for tag, script in _SCRIPTS if _FOREIGN.search(sample) else ():
        if len(script.findall(sample)) > (0.1 if tag == "ja" else 0.4) * letters:
            return _within_script(tag, sample)
    return _by_words(words)


def tag_of(value: str) -> str:
    """A language tag as markup states it ("en_US", "EN-us") in BCP 47 form; "" for no tag."""
    match = re.fullmatch(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}))?(?:[-_.].*)?", value.strip()
    )
    if not match:
        return ""
    language, rest = match[1].lower(), match[2] or ""
    rest = rest.upper() if len(rest) == 2 else rest.title()
    return f"{language}-{rest}" if rest else language


def _within_script(tag: str, sample: str) -> str:
    if tag == "ar":
        persian, arabic = len(_PERSIAN.findall(sample)), len(_ARABIC_ONLY.findall(sample))
        if persian > 3 * arabic:
            return "fa"
        return "ar" if arabic > 3 * persian else ""
    if tag == "ru":
        if _OTHER_CYRILLIC.search(sample):
            return ""
        return "uk" if _UKRAINIAN.search(sample) else "ru"
    return tag


def _by_words(words: Sequence[str]) -> str:
    total = len(words)
    if total < 8:
        return ""
    counts = Counter(words)
    hits = sorted((sum(counts[w] for w in counts.keys() & common), tag) for tag, common in _COMMON)
    (second, _), (best, tag) = hits[-2:]
    return tag if best >= 0.12 * total and best >= 1.5 * second else ""
