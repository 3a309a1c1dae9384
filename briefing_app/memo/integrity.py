"""Are the memo's quotes what the articles say? Checked before every export.

Verbatim means: every stretch between brackets stands in the article, in this order, close to
the passage that the quote rests on. Allowed are cuts `[...]` and `[…]`, insertions
`[in brackets]` (which may stand for a few of the article's words), other marks around and
inside the quotation, other white space, and one stop or comma more or less at the end.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import QuoteDifference
from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.memo.wording import bare_quote

NEARBY = 600
"""Characters around the excerpt in which a quote may have been widened."""

REPLACED = 40
"""Most characters of the article for which an insertion may stand."""

_BRACKETS = re.compile(r"(\[[^\]]*\])")
_CUT = re.compile(r"\[\s*(?:…|\.\s*\.\s*\.)\s*\]")
_END = re.compile(r" *'?[.,;]?'?$")
_SAME = str.maketrans(
    {**dict.fromkeys('“”„‟«»❝❞‘’‚‛"', "'"), **dict.fromkeys("\u00a0\u202f\u2009", " ")}
)


def difference(quote: str, passage: str) -> str:
    """What keeps a quote from being verbatim in `passage`, "" when nothing does."""
    hay = _plain(passage)
    pieces = _BRACKETS.split(bare_quote(quote))
    stretches, joints = pieces[::2], pieces[1::2]
    spoken = [n for n, part in enumerate(stretches) if any(c.isalnum() for c in part)]
    if not spoken:
        return "nothing is quoted"
    ends: list[int] = []
    before = 0
    for number in spoken:
        part, is_last = stretches[number], number == spoken[-1]
        needle = _plain(part)
        if number == spoken[0]:
            needle = needle.lstrip("' ")
        if is_last:
            needle = _END.sub("", needle)
        # “[T]he alliance”: where a bracket cuts into a word, the rest need not start one.
        edges = number == 0 or part[:1].isspace(), is_last or part[-1:].isspace()
        spans = _places(needle, hay, edges)
        if ends:
            is_cut = any(_CUT.fullmatch(joint) for joint in joints[before:number])
            reach = len(hay) if is_cut else REPLACED
            spans = [s for s in spans if any(0 <= s[0] - end <= reach for end in ends)]
        ends, before = [end for _, end in spans], number
        if not ends:
            return f"the article does not say “{_plain(part)}”"
    return ""


def check_quotes(briefing: Briefing) -> tuple[QuoteDifference, ...]:
    """All quotes of the memo that differ from their articles, in no particular order."""
    supporting: dict[str, list[str]] = {}
    for tie in briefing.evidence:
        if tie.stance is Stance.SUPPORTING:
            supporting.setdefault(tie.entry_id, []).append(tie.excerpt_id)
    found = []
    for entry in briefing.entries:
        if entry.kind is Kind.QUOTE:
            found += _check(entry, supporting.get(entry.id, []), briefing)
    return tuple(found)


def _check(entry: Entry, excerpt_ids: list[str], briefing: Briefing) -> list[QuoteDifference]:
    if not excerpt_ids:
        reason = "the quote has no passage behind it"
        return [QuoteDifference(entry.id, entry.text, "", "", reason)]
    differing = []
    for excerpt_id in excerpt_ids:
        excerpt = briefing.excerpts[excerpt_id]
        article = briefing.articles[excerpt.article_id]
        body = article.body
        if body[excerpt.start : excerpt.end] != excerpt.exact:
            found, reason = excerpt.exact, "the passage is no longer where it was marked"
        else:
            found, reason = "", difference(entry.text, excerpt.exact)
            if reason:
                around = _around(body, excerpt.start, excerpt.end)
                reason = difference(entry.text, around)
                found = _nearest(entry.text, excerpt.exact, around) if reason else ""
        if reason:
            differing.append(QuoteDifference(entry.id, entry.text, found, article.id, reason))
    return differing


def _around(body: str, start: int, end: int) -> str:
    """The passage and what is near it, from one word's beginning to another's end."""
    low, high = max(0, start - NEARBY), min(len(body), end + NEARBY)
    while low > 0 and body[low - 1].isalnum():
        low -= 1
    while high < len(body) and body[high].isalnum():
        high += 1
    return body[low:high]


def _plain(text: str) -> str:
    return " ".join(text.translate(_SAME).split())


def _places(needle: str, hay: str, edges: tuple[bool, bool]) -> list[tuple[int, int]]:
    """Where `needle` stands; `edges` asks for word edges at its beginning and its end."""
    # A regular expression a quote would have to be compiled each, which takes ten times as long.
    whole_start = edges[0] and _is_word(needle[0])
    whole_end = edges[1] and _is_word(needle[-1])
    spans = []
    start = hay.find(needle)
    while start >= 0:
        end = start + len(needle)
        cuts_start = whole_start and start > 0 and _is_word(hay[start - 1])
        cuts_end = whole_end and end < len(hay) and _is_word(hay[end])
        if not cuts_start and not cuts_end:
            spans.append((start, end))
        start = hay.find(needle, start + 1)
    return spans


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _nearest(quote: str, exact: str, around: str) -> str:
    """The article's own words that are most like the quote: the passage, or a sentence near it."""
    sentences = [exact, *re.split(r"(?<=[.!?…”»])\s+", around)]
    # Word by word: comparing letter by letter takes a hundred times as long.
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(_plain(bare_quote(quote)).split())

    def likeness(text: str) -> float:
        matcher.set_seq1(_plain(text).split())
        return matcher.ratio()

    return max(sentences, key=likeness)
