"""Letters that need a font and a language of their own in Word: Chinese, Arabic and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KANA, _HANGUL = "\u3040-\u30ff", "\u1100-\u11ff\uac00-\ud7af"
_EAST = f"{_KANA}{_HANGUL}\u2e80-\u303f\u3100-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WEST = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f"
_EASTERN = re.compile(f"[{_EAST}]")
_WESTERN = re.compile(f"[{_WEST}]")
_AMONG_WESTERN = re.compile(f"[{_EAST}](?:[^{_WEST}]*[{_EAST}])?")
_NOT_LATIN = re.compile(r"[^\W\d_\x00-\u036f\u1e00-\u1eff]")
# Of these marks, “ would close like an opening one in a Chinese font, far from the words.
_IN_WESTERN_MARKS = re.compile(r"([„«‹]\s?)(.+?)(\s?[“»›])", re.DOTALL)
_LETTERS = {
    "he": re.compile("[\u0590-\u05ff]"),
    "fa": re.compile("[پچژگکی]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ja": re.compile(f"[{_KANA}]"),
    "ko": re.compile(f"[{_HANGUL}]"),
    "zh": re.compile("[\u3400-\u9fff]"),
}
# Common letters that only one of the two ways of writing Chinese has.
_TRADITIONAL = re.compile(
    "[國會說們個這來時學過還發開關問無與為應經長門東車見話語讓從將後點實現產業務員總統選舉體當條"
    "軍戰華灣區變壓電報導處進動機權議論談請調給線認識對裡麼幾]"
)
_SIMPLIFIED = re.compile(
    "[国会说们个这来时学过还发开关问无与为应经长门东车见话语让从将后点实现产业务员总统选举体当条"
    "军战华湾区变压电报导处进动机权议论谈请调给线认识对里么几]"
)

EASTERN, RIGHT_TO_LEFT = frozenset({"zh", "ja", "ko"}), frozenset({"ar", "fa", "he", "ur", "ps"})
"""Languages by the letters that they are written in; all others are Western to Word."""

EASTERN_FONTS = {
    "zh-CN": "Microsoft YaHei", "zh-SG": "Microsoft YaHei", "zh-TW": "Microsoft JhengHei",
    "zh-HK": "Microsoft JhengHei", "zh-MO": "Microsoft JhengHei", "ja-JP": "Yu Gothic",
    "ko-KR": "Malgun Gothic",
}  # fmt: skip
"""What Word has for scripts that a form's own font lacks, by language."""

_COUNTRIES = {
    "ar": "ar-SA", "cs": "cs-CZ", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES",
    "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR",
    "nl": "nl-NL", "pl": "pl-PL", "ps": "ps-AF", "pt": "pt-PT", "ru": "ru-RU", "tr": "tr-TR",
    "uk": "uk-UA", "ur": "ur-PK",
}  # fmt: skip
"""What Word takes a bare language for; its proofing tools go by country."""

_CHINESE = {"hans": "zh-CN", "hant": "zh-TW"}


def by_script(text: str) -> Iterator[tuple[str, bool]]:
    """Left-to-right text in stretches of Western and of East Asian words, True for the latter.

    Marks go with the words that most of the text consists of: Word draws “ and … wide, and dashes
    long, in a run that it takes for East Asian.
    """
    eastern = len(_EASTERN.findall(text))
    # A letter of Chinese says as much as two or three of English.
    if not eastern:
        yield text, False
        return
    if 2 * eastern >= len(_WESTERN.findall(text)):
        marked = _IN_WESTERN_MARKS.fullmatch(text)
        parts = zip(marked.groups(), (False, True, False), strict=True) if marked else ()
        yield from parts or ((text, True),)
        return
    at = 0
    for match in _AMONG_WESTERN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def tag(text: str, language: str, *, right: bool, eastern: bool) -> str:
    """The language of words as Word names it; "" where nobody has said it and no letter tells.

    language  what the article is in; it does not count for words in the letters of others
    """
    primary = language.partition("-")[0].lower()
    is_meant = (primary in EASTERN) == eastern and (primary in RIGHT_TO_LEFT) == right
    if not is_meant or not primary:
        language = primary = _of_letters(text) if right or eastern else ""
    if primary == "zh":
        return _chinese(text, language)
    return language if "-" in language else _COUNTRIES.get(primary, language)


def has_eastern(text: str) -> bool:
    """True when a letter or mark of Chinese, Japanese or Korean stands anywhere in the text."""
    return _EASTERN.search(text) is not None


def is_latin(text: str) -> bool:
    """True when no letter is of another script than the Latin one."""
    return _NOT_LATIN.search(text) is None


def _of_letters(text: str) -> str:
    return next((name for name, letters in _LETTERS.items() if letters.search(text)), "")


def _chinese(text: str, language: str) -> str:
    """One of the five ways of writing it that Word knows."""
    for part in language.split("-")[1:]:
        known = _CHINESE.get(part.lower(), f"zh-{part.upper()}")
        if known in EASTERN_FONTS:
            return known
    is_traditional = len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text))
    return "zh-TW" if is_traditional else "zh-CN"
