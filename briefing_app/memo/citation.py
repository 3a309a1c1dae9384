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
from briefing_app.memo.scripts import is_latin
from briefing_app.memo.wording import LEFT_TO_RIGHT, NBSP, closed_off

_PERSON = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: [\w’'.-]+){1,3}")
_OFFICE = re.compile(
    r"(?:correspond[ae]nte?|korrespondente?n?|editor|redakt\w+|writer|reporter|staff|bureau|desk"
    r"|agency|news|press|chief)s?\b",
    re.IGNORECASE,
)
"""Words in what follows a name that tell that it is no name."""

LITTLE_WORD = 3
"""Most letters of a word with which no short title ends, like "for" and "the"."""


def full(article: Article, form: Form) -> tuple[Run, ...]:
    """The full citation, without a locator and without a final stop."""
    style = form.citation
    told: list[Run] = []
    separator = ""
    for part in style.order:
        words = list(_part(part, article, form))
        if not words:
            continue
        told += [Run(separator), *words]
        separator = style.separator
        if part == "headline":
            closing = _closing(words[1].text, form)
            separator = f"{closing} " if form.is_comma_inside else f"{closing}{separator}"
    if separator.strip() and separator != style.separator:
        told.append(Run(form.words.quotes[1]))
    runs = _runs(told)
    if "url" in style.order and is_address(article.url):
        return *runs, Run(style.separator), Run(article.url, url=article.url)
    return runs


def _part(name: str, article: Article, form: Form) -> Iterator[Run]:
    """The words of one particular; for what is missing, words that say so."""
    labels = form.labels
    if name == "byline" and article.byline:
        yield _name(authors(article.byline, form), article)
    elif name == "headline":
        yield Run(form.words.quotes[0])
        headline = article.headline.rstrip(",")
        language = form.foreign(article.language) if headline else ""
        yield Run(closed_off(headline or labels["untitled"]), language=language)
    elif name == "publisher":
        yield from _outlet(article, form)
    elif name == "date":
        printed = long_date(article.published, form, form.citation.date)
        yield Run(printed or labels["no_date"])
    elif name == "reliability" and article.reliability:
        yield Run(form.words.reliability[article.reliability])


def authors(byline: str, form: Form) -> str:
    """ "Jane Doe and John Roe" of "Jane Doe, John Roe"; what is not clearly names stays."""
    names = byline.split(", ")
    if len(names) > 1 and all(map(_PERSON.fullmatch, names)) and not _OFFICE.search(byline):
        return form.words.listed(names)
    return byline


def _outlet(article: Article, form: Form) -> Iterator[Run]:
    labels = form.labels
    if not article.publisher:
        yield Run(labels["no_outlet" if article.byline else "no_outlet_no_author"])
        return
    if article.relays:
        yield _name(article.relays, article, Emphasis.ITALIC)
        yield Run(f", {labels['as_quoted_by']} ")
    yield _name(article.publisher, article, Emphasis.ITALIC)


def _name(name: str, article: Article, emphasis: Emphasis = Emphasis.PLAIN) -> Run:
    """A name of the article's world: in its language where it is in other letters."""
    return Run(closed_off(name), emphasis, language="" if is_latin(name) else article.language)


def _runs(told: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one manner, language and direction in one run."""

    def kind(run: Run) -> tuple[Emphasis, str, bool]:
        return run.emphasis, run.language, is_right_to_left(run.text)

    grouped = groupby((run for run in told if run.text), key=kind)
    return tuple(
        Run("".join(run.text for run in group), emphasis, language=language)
        for (emphasis, language, _), group in grouped
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
    first = words[:4]
    while len(words) > 4 and len(first) > 2 and len(first[-1]) <= LITTLE_WORD:
        first.pop()
    return f"{marks[0]}{closed_off(' '.join(first))}{'…' if len(words) > 4 else ''}{marks[1]}"


def again(article: Article, form: Form) -> str:
    """The short form with the comma that a locator follows."""
    name = short(article, form)
    if article.publisher:
        return f"{name},"
    bare = name.removesuffix(form.words.quotes[1])
    closing = _closing(bare, form)
    return f"{bare}{closing}" if form.is_comma_inside else f"{bare}{closing},"


def plain(article: Article, form: Form) -> str:
    """The full citation as plain text, with a final stop."""
    return "".join(run.text for run in full(article, form)) + "."


def _closing(title: str, form: Form) -> str:
    """The closing mark, with the comma that stands within it; a question mark stands for one."""
    mark = form.words.quotes[1]
    is_asked = title.rstrip(LEFT_TO_RIGHT)[-1:] in ("?", "!", "؟")
    return f",{mark}" if form.is_comma_inside and not is_asked else mark


def apart(*texts: str, language: str = "") -> tuple[Run, ...]:
    """One run, or one a text where some are not in Latin letters; those are in `language`.

    Right-to-left words must not take their neighbours along.
    """
    whole = "".join(texts)
    if is_latin(whole):
        return (Run(whole),)
    return tuple(Run(text, language="" if is_latin(text) else language) for text in texts)


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
    ordered = sorted(set(numbers))
    if len(ordered) == 1:
        return str(ordered[0])
    spans: list[list[int]] = []
    for number in ordered:
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
