"""Are the memo's quotes what the articles say? Checked before every export.

Verbatim means: every stretch between cuts stands in the article, in this order, close to the
passage that the quote rests on. Allowed are cuts `[...]` and `[…]`, insertions `[in brackets]`,
other marks around and inside the quotation, other white space, and a missing or added stop or
comma at the end. Nothing else.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import QuoteDifference
from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.memo.wording import bare_quote

_BRACKETS = re.compile(r"\[[^\]]*\]")
_SAME = str.maketrans(
    {**dict.fromkeys('“”„‟«»❝❞‘’‚‛"', "'"), **dict.fromkeys("\u00a0\u202f\u2009", " ")}
)
NEARBY = 600
"""Characters around the excerpt in which a quote may have been widened."""


def difference(quote: str, passage: str) -> str:
    """What keeps a quote from being verbatim in `passage`, "" when nothing does."""
    hay = _plain(passage)
    parts = _BRACKETS.split(bare_quote(quote))
    stretches = [(number, part) for number, part in enumerate(parts) if part.strip(" .,;")]
    if not stretches:
        return "nothing is quoted"
    at = 0
    for number, part in stretches:
        is_last = (number, part) == stretches[-1]
        needle = _plain(part).rstrip(".,;:!?' ") if is_last else _plain(part)
        # “[T]he alliance”: where a bracket cuts into a word, the rest need not start one.
        whole_start = number == 0 or part[:1].isspace()
        whole_end = is_last or part[-1:].isspace()
        place = _find(needle, hay, at, (whole_start, whole_end))
        if place is None:
            return f"the article does not say “{_plain(part)}”"
        at = place
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
        if article.body[excerpt.start : excerpt.end] != excerpt.exact:
            reason = "the passage is no longer where it was marked"
            differing.append(
                QuoteDifference(entry.id, entry.text, excerpt.exact, article.id, reason)
            )
            continue
        around = article.body[max(0, excerpt.start - NEARBY) : excerpt.end + NEARBY]
        reason = difference(entry.text, excerpt.exact) and difference(entry.text, around)
        if reason:
            nearest = _nearest(entry.text, excerpt.exact, around)
            differing.append(QuoteDifference(entry.id, entry.text, nearest, article.id, reason))
    return differing


def _plain(text: str) -> str:
    return " ".join(text.translate(_SAME).split())


def _find(needle: str, hay: str, start: int, whole: tuple[bool, bool]) -> int | None:
    """Where `needle` ends, at or after `start`; `whole` asks for word edges at its two ends."""
    before = r"(?<!\w)" if whole[0] and needle[:1].isalnum() else ""
    after = r"(?!\w)" if whole[1] and needle[-1:].isalnum() else ""
    match = re.compile(before + re.escape(needle) + after).search(hay, start)
    return match.end() if match else None


def _nearest(quote: str, exact: str, around: str) -> str:
    """The article's own words that are most like the quote: the passage, or a sentence near it."""
    sentences = [exact, *re.split(r"(?<=[.!?…”»])\s+", around)]
    bare = _plain(bare_quote(quote))

    def likeness(text: str) -> float:
        return SequenceMatcher(None, _plain(text), bare, autojunk=False).ratio()

    return max(sentences, key=likeness)
