"""How an entry's words stand on the page. Nothing is reworded: only marks and stops are set."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefing_app.domain.direction import is_right_to_left

OPENING, CLOSING = "“„«‟❝「『", "”“»‟❞」』"
NBSP = "\u00a0"
LEAD_WORDS, QUESTION_WORDS = 5, 14
"""Most words of a first sentence that leads its entry."""
SENTENCE_WORDS = 3
"""Fewest words of what is taken for a whole sentence."""

LEFT_TO_RIGHT = "\u200e"
_SENTENCE_END = re.compile(r"(?<=[.!?؟。])[”»\"’)]*\s+(?=\S)")
_ABBREVIATED = re.compile(
    r"(\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Adm|Sen|Rep|Gov|St|No|Art|vs|Jan|Feb|Mar|Apr"
    r"|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|U\.N|e\.g|i\.e|Hr|Fr|Nr|Abs|bzw|ca|z\.B|Mme|art|p\.ex))\.$"
)
_COMMAS = ",،，、"
_HAN_OR_KANA = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_MARKS = frozenset(f'{OPENING}{CLOSING}"')
# The blocks that Unicode sets aside for right-to-left scripts.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_right_to_left(text: str) -> bool:
    """True when a character of a right-to-left script stands anywhere in the text."""
    return _RIGHT_TO_LEFT.search(text) is not None


def closed_off(text: str) -> str:
    """Right-to-left words closed off, so that what follows them keeps its place (UAX 9)."""
    return f"{text}{LEFT_TO_RIGHT}" if has_right_to_left(text) else text


def bare_quote(text: str) -> str:
    """The quoted words without the marks around the whole; marks further in stay.

    A comma that the article's sentence put before the closing mark goes too.
    """
    text = text.strip()
    inner = _inside(text)
    if inner is not None:
        return inner.strip().rstrip(_COMMAS).rstrip()
    return text if has_marks(text) else text.rstrip(_COMMAS).rstrip()


def quoted(text: str, marks: tuple[str, str] = ("“", "”")) -> str:
    """The words as a quotation: in one pair of `marks`, unless they mix telling and quoting.

    The comma before a closing mark belongs to the article's sentence and is left out; a sentence,
    which begins with a capital, has a full stop in its place.
    """
    text = text.strip()
    bare = bare_quote(text)
    inner = _inside(text)
    if inner is None and has_marks(text):
        return text
    has_comma = (inner or text).strip()[-1:] == ","
    if has_comma and bare[:1].isupper() and len(bare.split()) >= SENTENCE_WORDS:
        bare = f"{bare}."
    if not is_right_to_left(bare):
        return f"{marks[0]}{bare}{marks[1]}"
    left, right = ("”", "”") if _HEBREW.search(bare) else ("«", "»")
    if text[:1] in OPENING:
        left, right = text[0], text[-1]
    return f"{left}{bare}{right}"


def has_marks(text: str) -> bool:
    """True when a quotation mark of any script stands in the text."""
    return not _MARKS.isdisjoint(text)


def sentence(text: str) -> str:
    """A fact as a sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return text
    return stopped(text[0].upper() + text[1:])


def stopped(text: str, *, is_inside: bool = False) -> str:
    """The text with a full stop, unless it ends in one or in another mark, within quotes too.

    is_inside  it goes before the closing mark of a quotation, as Americans have it
    """
    if text.rstrip(f'”»"’“)]」』）{NBSP} ')[-1:] in tuple(".!?…:؟。！？："):
        return text
    text = text.rstrip(f"{_COMMAS};；")
    if is_inside and text[-1:] == "”":
        return f"{stopped(text[:-1])}”"
    return f"{text}。" if _HAN_OR_KANA.search(text[-1:]) else f"{text}."


def shortened(text: str, most: int) -> str:
    """The text if it has at most so many letters, else its first words and an ellipsis."""
    if len(text) <= most:
        return text
    whole = text[:most].rsplit(" ", 1)[0] or text[: most - 1]
    return f"{whole[: most - 1].rstrip(' ,;:–')}…"


def lead(text: str, most: int = 4) -> tuple[str, str]:
    """Split "Baghdad: whether …" into its lead word and the rest; no lead gives "" first.

    A lead has at most so many words and stands at the beginning.
    """
    before = f"(?:[^\\s:]+ ){{0,{most - 1}}}"
    match = re.match(rf"({before}[^\s:]+[ \u00a0\u202f]?:)\s+(?=\S)", text)
    if match is None or match[1].rstrip(": \u00a0\u202f")[-1:].isdigit():
        return "", text
    return match[1], text[match.end() :]


def opening(text: str, pronouns: Collection[str]) -> tuple[str, str]:
    """Split a drafter's own words into what leads them and the rest; no lead gives "" first.

    A lead word with its colon, a few words with a full stop ("The mission. Several hundred …")
    unless the first is one of `pronouns`, or a question that the rest answers.
    """
    head, rest = lead(text)
    sentences = sentences_of(text) if not head else []
    if len(sentences) < 2:
        return head, rest
    first = sentences[0]
    words = first.casefold().replace("’", " ").split()
    rest = text[len(first) :].strip()
    most = {".": LEAD_WORDS, "?": QUESTION_WORDS}.get(first[-1], 0)
    is_sentence = first[-1] == "." and (words[0] in pronouns or len(rest.split()) <= len(words))
    is_ordinal = re.search(r"\d\.$", first) is not None
    if len(words) > most or is_sentence or is_ordinal or rest[0].islower():
        return "", text
    return first, rest


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; an initial, a number or a common abbreviation ends none."""
    parts: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[start : end.end()].rstrip()):
            parts.append(text[start : end.end()].strip())
            start = end.end()
    return [*parts, text[start:].strip()] if text[start:].strip() else parts


def hold_together(text: str, months: Sequence[str]) -> str:
    """Put no-break spaces into dates ("6 January", "Sept. 11") and "Article 5"."""
    full = "|".join(months)
    brief = "|".join(month[:3] for month in months)
    name = rf"(?:(?:{full}|{brief}|Sept)\b\.?)"
    text = re.sub(rf"\b(\d\d?\.?) (?={name})", rf"\1{NBSP}", text)
    text = re.sub(rf"\b({name}) (?=\d)", rf"\1{NBSP}", text)
    return re.sub(r"\b(Article|Annex|paras?\.|KJ) (?=[\dA-Z])", rf"\1{NBSP}", text)


def _inside(text: str) -> str | None:
    """What stands between the marks around the whole text, None without such a pair."""
    if len(text) < 2:
        return None
    first, inner, last = text[0], text[1:-1], text[-1]
    if first in "‘'" and last in "’'":
        # Inside single marks an apostrophe stands between letters, as in “don’t”.
        ends = has_marks(inner) or re.search(r"(?<!\w)['‘’]|['‘’](?!\w)", inner)
        return None if ends else inner
    paired = (first in OPENING and last in CLOSING) or (first == last == '"')
    return inner if paired and not has_marks(inner) else None
