"""From an article to the words of a footnote. What is unknown is said, never guessed.

The manner is data (see citation_style); the house style is: author, “headline,” *outlet*, date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing_app.domain.article import Article
from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import Emphasis, Run
from briefing_app.memo.form import Form
from briefing_app.memo.wording import LEFT_TO_RIGHT, NBSP, closed_off


def full(article: Article, form: Form) -> tuple[Run, ...]:
    """The full citation, without a locator and without a final stop."""
    style = form.citation
    told: list[tuple[str, Emphasis]] = []
    separator = ""
    for part in style.order:
        words = list(_part(part, article, form))
        if not words:
            continue
        told += [(separator, Emphasis.PLAIN), *words]
        separator = style.separator
        if part == "headline":
            closing = _closing(words[1][0], form)
            separator = f"{closing} " if style.is_comma_inside else f"{closing}{separator}"
    if separator.strip() and separator != style.separator:
        told.append((form.words.quotes[1], Emphasis.PLAIN))
    runs = _runs(told)
    if "url" in style.order and is_address(article.url):
        return *runs, Run(style.separator), Run(article.url, url=article.url)
    return runs


def _part(name: str, article: Article, form: Form) -> Iterator[tuple[str, Emphasis]]:
    """The words of one particular; for what is missing, words that say so."""
    labels = form.labels
    if name == "byline" and article.byline:
        yield closed_off(article.byline), Emphasis.PLAIN
    elif name == "headline":
        yield form.words.quotes[0], Emphasis.PLAIN
        yield closed_off((article.headline or labels["untitled"]).rstrip(",")), Emphasis.PLAIN
    elif name == "publisher":
        yield from _outlet(article, form)
    elif name == "date":
        printed = long_date(article.published, form, form.citation.date)
        yield printed or labels["no_date"], Emphasis.PLAIN
    elif name == "reliability" and article.reliability:
        yield form.words.reliability[article.reliability], Emphasis.PLAIN


def _outlet(article: Article, form: Form) -> Iterator[tuple[str, Emphasis]]:
    labels = form.labels
    if not article.publisher:
        unknown = labels["no_outlet" if article.byline else "no_outlet_no_author"]
        yield unknown, Emphasis.PLAIN
        return
    if article.relays:
        yield closed_off(article.relays), Emphasis.ITALIC
        yield f", {labels['as_quoted_by']} ", Emphasis.PLAIN
    yield closed_off(article.publisher), Emphasis.ITALIC
    if not article.byline:
        yield f", {labels['no_author']}", Emphasis.PLAIN


def _runs(told: Iterable[tuple[str, Emphasis]]) -> tuple[Run, ...]:
    """Neighbours of one manner and direction in one run."""

    def kind(piece: tuple[str, Emphasis]) -> tuple[Emphasis, bool]:
        return piece[1], is_right_to_left(piece[0])

    grouped = groupby((piece for piece in told if piece[0]), key=kind)
    return tuple(
        Run("".join(text for text, _ in group), emphasis) for (emphasis, _), group in grouped
    )


def is_address(url: str) -> bool:
    """True for an address that can be printed and followed."""
    return url.startswith(("http://", "https://"))


def short(article: Article, form: Form) -> str:
    """What later notes call the article: its outlet, or without one its headline's beginning."""
    if article.publisher:
        return closed_off(article.publisher)
    marks = form.words.quotes
    words = (article.headline or form.labels["untitled"]).split()
    return f"{marks[0]}{closed_off(' '.join(words[:4]))}{'…' if len(words) > 4 else ''}{marks[1]}"


def again(article: Article, form: Form) -> str:
    """The short form with the comma that a locator follows."""
    name = short(article, form)
    if article.publisher:
        return f"{name},"
    bare = name.removesuffix(form.words.quotes[1])
    closing = _closing(bare, form)
    return f"{bare}{closing}" if form.citation.is_comma_inside else f"{bare}{closing},"


def plain(article: Article, form: Form) -> str:
    """The full citation as plain text, with a final stop."""
    return "".join(run.text for run in full(article, form)) + "."


def _closing(title: str, form: Form) -> str:
    """The closing mark, with the comma that stands within it; a question mark stands for one."""
    mark = form.words.quotes[1]
    is_asked = title.rstrip(LEFT_TO_RIGHT)[-1:] in ("?", "!", "؟")
    return f",{mark}" if form.citation.is_comma_inside and not is_asked else mark


def apart(*texts: str) -> tuple[Run, ...]:
    """One run, or one a text where right-to-left words must not take their neighbours along."""
    if any(is_right_to_left(text) for text in texts):
        return tuple(Run(text) for text in texts)
    return (Run("".join(texts)),)


def locator(paragraphs: Iterable[int], form: Form) -> str:
    """Paragraph numbers in words: "para. 3" or "paras. 1–3, 5"."""
    return _counted(paragraphs, form, "paragraph", "paragraphs")


def page_locator(pages: Iterable[int], form: Form) -> str:
    """Page numbers in words: "p. 3" or "pp. 1–3, 5"."""
    return _counted(pages, form, "source_page", "source_pages")


def _counted(numbers: Iterable[int], form: Form, one: str, more: str) -> str:
    spans = ranges(numbers)
    several = "," in spans or "–" in spans
    return f"{form.labels[more if several else one]}{NBSP}{spans}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, neighbours joined: "1–3, 5"."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in spans)


def long_date(iso: str, form: Form, pattern: str = "") -> str:
    """ "6 January 2020" of an ISO 8601 date or time, as far as it is known; "" for none.

    `pattern` stands for the language's own where the day is known.
    """
    match = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T ].*)?)?)?", iso.strip())
    if match is None:
        return ""
    year, month, day = match.groups()
    return form.words.date(year, int(month or 0), int(day or 0), pattern).replace(" ", NBSP)
