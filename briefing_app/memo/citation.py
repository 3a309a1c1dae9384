"""From an article to the words of a footnote. What is unknown is said, never guessed.

The manner is that of the Chicago notes style: author, “headline,” *outlet*, date, locator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.domain.article import Article
from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import Emphasis, Run
from briefing_app.memo.form import Form
from briefing_app.memo.wording import LEFT_TO_RIGHT, NBSP, closed_off


def full(article: Article, form: Form) -> tuple[Run, ...]:
    """The full citation, without a locator and without a final stop."""
    labels = form.labels
    author = (closed_off(article.byline), ", “") if article.byline else ("“",)
    headline = closed_off((article.headline or labels["untitled"]).rstrip(","))
    head = apart(*author, headline, f"{_closing(headline)} ")
    date = long_date(article.published, form) or labels["no_date"]
    if article.publisher:
        gap = "" if article.byline else f", {labels['no_author']}"
        outlet = Run(closed_off(article.publisher), Emphasis.ITALIC)
        return *head, outlet, Run(f"{gap}, {date}")
    unknown = labels["no_outlet" if article.byline else "no_outlet_no_author"]
    return *head, Run(f"{unknown}, {date}")


def short(article: Article, form: Form) -> str:
    """What later notes call the article: its outlet, or without one its headline's beginning."""
    if article.publisher:
        return closed_off(article.publisher)
    words = (article.headline or form.labels["untitled"]).split()
    return f"“{closed_off(' '.join(words[:4]))}{'…' if len(words) > 4 else ''}”"


def again(article: Article, form: Form) -> str:
    """The short form with the comma that a locator follows."""
    name = short(article, form)
    return f"{name[:-1]}{_closing(name[:-1])}" if name.endswith("”") else f"{name},"


def plain(article: Article, form: Form) -> str:
    """The full citation as plain text, with a final stop."""
    return "".join(run.text for run in full(article, form)) + "."


def _closing(title: str) -> str:
    """Comma and closing mark; a title's own question mark stands for the comma."""
    return "”" if title.rstrip(LEFT_TO_RIGHT)[-1:] in ("?", "!", "؟") else ",”"


def apart(*texts: str) -> tuple[Run, ...]:
    """One run, or one a text where right-to-left words must not take their neighbours along."""
    if any(is_right_to_left(text) for text in texts):
        return tuple(Run(text) for text in texts)
    return (Run("".join(texts)),)


def locator(paragraphs: Iterable[int], form: Form) -> str:
    """Paragraph numbers in words: "para. 3" or "paras. 1–3, 5"."""
    spans = ranges(paragraphs)
    several = "," in spans or "–" in spans
    return f"{form.labels['paragraphs' if several else 'paragraph']}{NBSP}{spans}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, neighbours joined: "1–3, 5"."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in spans)


def long_date(iso: str, form: Form) -> str:
    """ "6 January 2020" of an ISO 8601 date or time, as far as it is known; "" for none."""
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T ].*)?)?)?", iso.strip())
    if match is None:
        return ""
    year, month, day = match.groups()
    return form.words.date(year, int(month or 0), int(day or 0)).replace(" ", NBSP)
