"""Which language a text is in, told from script and commonest words; "" rather than a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COMMON = {
    "en": "the of and to in that is was for on with as by has have it be are from said",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine auch",
    "fr": "le la les des et en du une que est dans qui par pour sur au pas il plus avec",
    "es": "el la los de que en y las del se por con una para su es al como más fue",
}
_TAGS = {
    word: [tag for tag, common in _COMMON.items() if word in common.split()]
    for word in " ".join(_COMMON.values()).split()
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = {code: " " for code in range(128) if not chr(code).islower()}
_SIGNS = "’‘“”–—…«»\u00a0"
_FOREIGN = re.compile("[\u0370-\u06ff\u3040-\ud7af]")
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC_ONLY = re.compile("[ةيكىإأ]")
_UKRAINIAN = re.compile("[іїєґ]", re.I)
_OTHER_CYRILLIC = re.compile("[ўјљњћђѓќџ]", re.I)


def language_of(text: str) -> str:
    """BCP 47 tag of the language of `text`, "" when unsure. Looks at the first 2,000 characters."""
    sample = text[:2000]
    words = _words(sample.lower())
    letters = len("".join(words))
    if letters < 20:
        return ""
    for tag, script in _SCRIPTS if not sample.isascii() and _FOREIGN.search(sample) else ():
        if len(script.findall(sample)) > (0.1 if tag == "ja" else 0.4) * letters:
            return _within_script(tag, sample)
    return _by_words(words)


def _words(text: str) -> list[str]:
    """Runs of letters in a text in lower case."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    # Patterns take three times as long.
    return text.translate(_BETWEEN_WORDS).split() if text.isascii() else _WORD.findall(text)


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
    counts = dict.fromkeys(_COMMON, 0)
    for word in filter(_TAGS.__contains__, words):
        for tag in _TAGS[word]:
            counts[tag] += 1
    hits = sorted((count, tag) for tag, count in counts.items())
    (second, _), (best, tag) = hits[-2:]
    return tag if best >= 0.12 * total and best >= 1.5 * second else ""
