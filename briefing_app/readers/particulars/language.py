"""Which language a text is in, told from script and commonest words; "" rather than a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing_app.readers.letters import LANGUAGES

_COMMON = {
    "en": "the of and to in that is was for on with as by has have it be are from said",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine auch",
    "fr": "le la les des et en du une que est dans qui par pour sur au pas il plus avec",
    "es": "el la los de que en y las del se por con una para su es al como más fue",
}
_WORDS = {
    **{tag: frozenset(words.split()) for tag, words in _COMMON.items()},
    **{
        tag: frozenset(word for word in known.words if len(word) > 1)
        for tag, known in LANGUAGES.items()
        if known.words and tag not in _COMMON
    },
}
_TAGS = {
    word: [tag for tag, common in _WORDS.items() if word in common]
    for word in sorted(frozenset[str]().union(*_WORDS.values()))
}
_LETTERS = {
    letter: [tag for tag in _WORDS if letter in LANGUAGES[tag].letters]
    for letter in sorted(frozenset("".join(LANGUAGES[tag].letters for tag in _WORDS)))
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = {code: " " for code in range(128) if not chr(code).islower()}
_SIGNS = "’‘“”–—…«»\u00a0"
_FOREIGN = re.compile("[\u0370-\u06ff\u0e00-\u0e7f\u10a0-\u10ff\u3040-\ud7af]")
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC_ONLY = re.compile("[ةيكىإأ]")
_OWN_LETTERS = {
    "ar": (
        ("ckb", re.compile("[ڵڕۆێە]")), ("ps", re.compile("[ټډړښځڅ]")),
        ("ur", re.compile("[ٹڈڑںے]")),
    ),
    "ru": (
        ("be", re.compile("ў", re.I)), ("mk", re.compile("[ѓќѕ]", re.I)),
        ("sr", re.compile("[јљњћђџ]", re.I)), ("uk", re.compile("[іїєґ]", re.I)),
        ("ru", re.compile("[ыэё]", re.I)), ("bg", re.compile("ъ", re.I)),
        ("ru", re.compile("[а-я]")),
    ),
}  # fmt: skip
"""Letters that only some of a script's languages have; the first that are there tell."""

_FEW, _TOLD_BY_ONE = 2, ("be", "mk", "ru", "bg")
"""Letters that a foreign name may have, and languages with letters that none has."""

_LETTER = 0.3
_CLEARER = 1.3
_ALIKE = {frozenset(("da", "no")): 1.8, frozenset(("cs", "sk")): 1.6}
_CROATIAN, _VARIED, _TWO = "hr", 4, 2
"""What a letter beyond ASCII weighs beside a common word, and how much more one language must
have than the next; what is read as Croatian may be Bosnian or Serbian as well. As many different
words there must be of a language whose words are few, and of the others.
"""


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
    for own, letters in _OWN_LETTERS.get(tag, ()):
        if len(letters.findall(sample)) > (0 if own in _TOLD_BY_ONE else _FEW):
            return own
    if tag == "ar":
        persian, arabic = len(_PERSIAN.findall(sample)), len(_ARABIC_ONLY.findall(sample))
        if persian > 3 * arabic:
            return "fa"
        return "ar" if arabic > 3 * persian else ""
    return tag


def _by_words(words: Sequence[str]) -> str:
    total = len(words)
    if total < 8:
        return ""
    counts, weights = dict.fromkeys(_WORDS, 0), dict.fromkeys(_WORDS, 0.0)
    for word, count in Counter(filter(_TAGS.__contains__, words)).items():
        for tag in _TAGS[word]:
            counts[tag] += count
            weights[tag] += count / len(_TAGS[word])
    letters = "".join(words)
    special = () if letters.isascii() else filter(_LETTERS.__contains__, letters)
    for letter, count in Counter(special).items():
        for tag in _LETTERS[letter]:
            weights[tag] += count * _LETTER / len(_LETTERS[letter])
    hits = sorted((weight, tag) for tag, weight in weights.items())
    (second, other), (best, tag) = hits[-2:]
    clearer = _ALIKE.get(frozenset((tag, other)), _CLEARER)
    is_clear = counts[tag] >= 0.12 * total and best >= clearer * second
    varied = len(_WORDS[tag].intersection(words))
    is_varied = varied >= (_TWO if tag in _COMMON else _VARIED)
    if is_clear and is_varied:
        return tag if tag != _CROATIAN else ""
    great = _of_great_ones(counts, total)
    return great if great == tag or not is_varied else ""


def _of_great_ones(counts: Mapping[str, int], total: int) -> str:
    """The same among the languages whose words are known best."""
    hits = sorted((counts[tag], tag) for tag in _COMMON)
    (second, _), (best, tag) = hits[-2:]
    return tag if best >= 0.12 * total and best >= 1.5 * second else ""
