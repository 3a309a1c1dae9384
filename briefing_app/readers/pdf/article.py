"""From the paragraphs of a PDF file to its article, with the pages on which the text stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.article import Article, SetAside
from briefing_app.readers.boilerplate import kind_of
from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import find_date, is_date_line
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import (
    HEADLINE_LENGTH,
    Particulars,
    clean_address,
    complete,
)
from briefing_app.readers.pdf.margins import Margins, is_stamped
from briefing_app.readers.pdf.paragraphs import Paragraph
from briefing_app.readers.pdf.words import put_together, words_of

_HEADLINE = 1.2
"""Times the size of the text, at least."""

_MASTHEAD_WORDS = 4

_STORY = 250
"""Letters; a paragraph of so many is of a story, not of what stands above one."""

_JUNK_TITLE = re.compile(
    r"[\W\d_]*|\(?(untitled|anonymous|unbenannt|ohne titel|sans titre|sin título|senza titolo|"
    r"без названия|بدون عنوان|無題|无标题).*|microsoft (word|powerpoint|excel|outlook)\b.*|"
    r"(new )?(layout|seite|page|document|dokument|print|slide|template|title|report|scan|scanned|"
    r"img|doc|fax|book)[-_ ]*(document|image|page)?[-_ \d.]*|(full page fax print|memo style)|"
    r"powerpoint[- ]?(presentation|präsentation)|présentation powerpoint|print(ing)? preview|"
    r".*\.(docx?|pdf|indd|qxp|qxd|html?|txt|rtf|odt|pptx?|xlsx?|tex|dvi|fm|pub|tiff?|jpe?g|ai|eps|"
    r"aspx?|php)|about:blank|https?:\S+",
    re.I,
)
_JUNK_AUTHOR = re.compile(
    r".*\b(user|administrator|customer|owner|admin|default|unknown|adobe|microsoft|acrobat|office|"
    r"inc|llc|ltd|gmbh)\b.*",
    re.I,
)
_OUTLET = re.compile(
    r"(the|le|la|les|el|il|die|der|das|de|al)\b|.*\b(times|post|news|herald|gazette|journal|daily|"
    r"weekly|review|tribune|guardian|telegraph|press|chronicle|standard|monitor|institute?|institut|"
    r"council|foundation|cent(er|re)|agency|ministry|department|embassy|committee|university|"
    r"zeitung|tageblatt|nachrichten|monde|presse|correspondent|nations|union)\b.*",
    re.I,
)
"""How mastheads begin, and what is in them."""


@dataclass(frozen=True)
class Layout:
    """A document's text.

    size          of most of its letters, in points
    sideways      lines that run across to the others
    particulars   what the file says of itself: "Title", "Author", "CreationDate"
    notes         those at the foot of pages
    """

    paragraphs: Sequence[Paragraph]
    size: float
    margins: Margins
    page_count: int
    sideways: Sequence[str]
    particulars: Mapping[str, str]
    notes: Sequence[Paragraph] = ()


def article_of(layout: Layout, found: Particulars) -> Article:
    """The one article of a document; its body may be empty."""
    words = words_of(layout.paragraphs)
    headline, masthead = _headline_and_masthead(layout)
    texts: list[str] = []
    starts: list[tuple[int, int, int]] = []
    aside: list[SetAside] = []
    headings: list[int] = []
    below = 0
    for paragraph in layout.paragraphs:
        text, pages = put_together(paragraph, words)
        if paragraph is headline:
            found.offer("headline", text, "largest print")
            below = len(texts)
        elif paragraph is masthead:
            found.propose("publisher", text, "masthead")
            aside.append(SetAside("navigation", one_line(text)))
        else:
            starts += [(page, len(texts), place) for page, place in pages]
            if paragraph.size >= _HEADLINE * layout.size:
                headings.append(len(texts))
            texts.append(one_line(text))
    first, last = _own_story(texts, headings, below)
    body, more = take_head(found, texts[first:last])
    body = [*texts[:first], *body, *texts[last:]]
    aside += more
    aside += [SetAside(kind_of(line) or "navigation", line) for line in layout.margins.lines]
    aside += [SetAside("caption", one_line(line)) for line in layout.sideways]
    aside += [SetAside("note", one_line(put_together(n, words)[0])) for n in layout.notes]
    found.offer("url", clean_address(layout.margins.url), "page footer")
    _propose(found, layout)
    article = complete(found, body, aside)
    return replace(article, page_starts=_page_starts(article, texts, starts, layout.page_count))


def _own_story(texts: Sequence[str], headings: Iterable[int], below: int) -> tuple[int, int]:
    """Between which paragraphs the story of the headline stands, on a page of several.

    headings  numbers of the paragraphs in large print; `below`: of the first below the headline
    """
    is_text = [len(text) > _STORY for text in texts]
    first = below if any(is_text[:below]) else 0
    others = (number for number in headings if number > below and any(is_text[below:number]))
    return first, next(others, len(texts))


def _headline_and_masthead(layout: Layout) -> tuple[Paragraph | None, Paragraph | None]:
    """The largest print of the first page with text, and the outlet's name in print above it.

    No headline if all print is alike. A masthead is first on its page, shorter than the headline
    and named like an outlet. What the file says is its title is the headline if it is in print.
    """
    first = layout.paragraphs[0]
    large = {
        paragraph: text
        for paragraph in layout.paragraphs
        if paragraph.page == first.page and paragraph.size >= _HEADLINE * layout.size
        if _may_be_headline(text := " ".join(text for _, text in paragraph.parts))
    }
    long = [p for p, text in large.items() if len(text.split()) > _MASTHEAD_WORDS]
    headline = max(large, key=lambda paragraph: paragraph.size, default=None)
    title = _bare(layout.particulars.get("Title", ""))
    titled = [p for p, text in large.items() if title.startswith(_bare(text))]
    if headline is first and long and headline not in long and _is_of_outlet(large[first]):
        others = [paragraph for paragraph in large if paragraph is not first]
        return max(others, key=lambda p: (p in titled, round(p.size))), first
    return next(iter(titled), headline), None


def _is_of_outlet(text: str) -> bool:
    """Whether print above a headline is an outlet's name by its looks."""
    return text.isupper() or _OUTLET.match(text) is not None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _may_be_headline(text: str) -> bool:
    if not 8 <= len(text) <= HEADLINE_LENGTH or is_date_line(text) or kind_of(text):
        return False
    return text.casefold() not in outlets.outlets().by_name


def _propose(found: Particulars, layout: Layout) -> None:
    """Propose what the file says of itself: often of a template, a program, a day of printing."""
    title = layout.particulars.get("Title", "").strip()
    if title and not _JUNK_TITLE.fullmatch(title):
        found.propose("headline", title, "document properties")
    author = layout.particulars.get("Author", "").strip()
    if re.search(r"\w\w \w", author) and not _JUNK_AUTHOR.fullmatch(author):
        found.propose("byline", author, "document properties")
    for line in layout.margins.lines:
        if not is_stamped(line):
            found.propose("published", find_date(line), "page header")
    stamp = layout.particulars.get("CreationDate", "")
    created = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", stamp)
    if created:
        found.propose("published", find_date("-".join(created.groups())), "document properties")


def _page_starts(
    article: Article,
    texts: Sequence[str],
    starts: Sequence[tuple[int, int, int]],
    page_count: int,
) -> tuple[int, ...]:
    """Where in the body pages begin.

    starts  (page, number of the text, code point in it), in order; the body's paragraphs are
            some of `texts`, in order
    """
    positions: dict[int, int] = {}
    position = 0
    left = iter(article.paragraphs)
    paragraph = next(left, None)
    where: list[tuple[int, int]] = []
    for text in texts:
        kept = text == paragraph
        where.append((position, len(text) if kept else 0))
        if kept:
            position += len(text) + 1
            paragraph = next(left, None)
    for page, number, place in starts:
        begin, length = where[number]
        positions.setdefault(page, begin + min(place, length))
    last = len(article.body)
    result: list[int] = []
    for page in reversed(range(page_count)):
        last = min(last, positions.get(page, last))
        result.append(last)
    result[-1] = 0
    return tuple(reversed(result))
