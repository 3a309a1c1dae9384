"""How a passage of an article is found again (W3C Web Annotation Data Model, section 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.errors import QuoteNotFound

CONTEXT = 32
"""Characters of context kept on either side of a passage."""

SIMILARITY = 0.9
"""Least similarity (0..1) at which an altered passage still counts as the same."""


@dataclass(frozen=True)
class TextPosition:
    """Code points [start, end) of a body."""

    start: int
    end: int


@dataclass(frozen=True)
class TextQuote:
    """The passage itself with up to CONTEXT characters before and after it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Selector:
    """Both ways to find a passage: by place and by wording."""

    position: TextPosition
    quote: TextQuote


def make(text: str, start: int, end: int) -> Selector:
    """Describe the code points [start, end) of `text`.

    Raises ValueError: the range is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at [{start}, {end}) in a text of {len(text)} characters")
    quote = TextQuote(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )
    return Selector(TextPosition(start, end), quote)


def locate(selector: Selector, text: str) -> TextPosition:
    """Find the passage again in a possibly edited text.

    Tries the stored position, then the exact wording nearest to it (context breaks ties),
    then the most similar passage, which must reach SIMILARITY.

    Raises QuoteNotFound: no candidate is similar enough.
    """
    position, quote = selector.position, selector.quote
    if text[position.start : position.end] == quote.exact:
        return position
    exact = _exact(quote, text, position.start)
    if exact is not None:
        return TextPosition(exact, exact + len(quote.exact))
    return _similar(quote, text)


def _exact(quote: TextQuote, text: str, near: int) -> int | None:
    best, at = None, text.find(quote.exact)
    while at >= 0:
        before = text[max(0, at - len(quote.prefix)) : at] == quote.prefix
        after = text[at + len(quote.exact) :].startswith(quote.suffix)
        rank = (-(before + after), abs(at - near), at)
        best = rank if best is None else min(best, rank)
        at = text.find(quote.exact, at + 1)
    return best[2] if best else None


def _similar(quote: TextQuote, text: str) -> TextPosition:
    matcher = SequenceMatcher(None, text, quote.exact, autojunk=False)
    anchor = matcher.find_longest_match()
    if anchor.size >= 8:
        low = max(0, anchor.a - anchor.b - len(quote.exact) // 5)
        high = min(len(text), anchor.a - anchor.b + len(quote.exact) * 6 // 5)
        window = SequenceMatcher(None, text[low:high], quote.exact, autojunk=False)
        blocks = [block for block in window.get_matching_blocks() if block.size > 2]
        if blocks:
            found = TextPosition(low + blocks[0].a, low + blocks[-1].a + blocks[-1].size)
            span = text[found.start : found.end]
            if SequenceMatcher(None, span, quote.exact, autojunk=False).ratio() >= SIMILARITY:
                return found
    raise QuoteNotFound(
        f"The passage “{quote.exact[:60]}” is no longer in its article.",
        "Select it again in the article, or delete the entry.",
    )
