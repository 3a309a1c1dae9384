"""PDF files: the text in reading order, with the pages on which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.article import Article, SetAside
from briefing_app.errors import PicturesOnly, UnreadableFile
from briefing_app.readers import outlets
from briefing_app.readers.boilerplate import kind_of
from briefing_app.readers.canonical import one_line
from briefing_app.readers.dates import find_date, is_date_line
from briefing_app.readers.head import take_head
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.metadata import HEADLINE_LENGTH, Particulars, clean_address, complete
from briefing_app.readers.pdf_columns import blocks_in_order
from briefing_app.readers.pdf_direction import has_right_to_left
from briefing_app.readers.pdf_file import Page, PdfFile
from briefing_app.readers.pdf_margins import Margins, without_margins
from briefing_app.readers.pdf_paragraphs import (
    Column,
    Paragraph,
    column_of,
    paragraphs_of,
    put_together,
    size_of_text,
    words_of,
)

MOST_PAGES = 1500

_HEADLINE = 1.2
"""Times the size of the text, at least."""

_JUNK_TITLE = re.compile(
    r"untitled.*|microsoft (word|powerpoint).*|(layout|seite|page|document|print)\s*\d*|"
    r".*\.(docx?|pdf|indd|qxd|html?|txt|rtf|odt)|about:blank|https?:\S+",
    re.I,
)


@dataclass(frozen=True)
class _Layout:
    """A document's text: its paragraphs, the size of most of them, and what was set aside."""

    paragraphs: Sequence[Paragraph]
    size: float
    margins: Margins
    page_count: int
    sideways: Sequence[str]


def read_pdf_file(file: Incoming) -> Contents:
    """Read a PDF file: one article.

    Raises PasswordNeeded, PicturesOnly, or UnreadableFile: damaged, too long, without text.
    """
    warnings: list[str] = []
    with PdfFile(file.data, file.options.password) as pdf:
        if pdf.page_count > MOST_PAGES:
            raise UnreadableFile(
                f"it has {pdf.page_count:,} pages, and the most that is read is {MOST_PAGES:,}.",
                "Print the article's pages to a PDF file of their own.",
            )
        pages = _pages(pdf, warnings)
        if not any(page.pieces for page in pages):
            raise PicturesOnly(
                "the PDF file holds pictures of pages and no text.",
                "Run text recognition on it, or type the quotes by hand.",
            )
        layout = _layout(pages)
        particulars = pdf.particulars()
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    return Contents([_article(found, layout, particulars)], warnings)


def _pages(pdf: PdfFile, warnings: list[str]) -> list[Page]:
    pages: list[Page] = []
    for index in range(pdf.page_count):
        try:
            pages.append(pdf.page(index))
        except UnreadableFile:
            pages.append(Page(0, 0, [], [], []))
            warnings.append(f"Page {index + 1} is damaged and was left out.")
    if len(warnings) == len(pages):
        raise UnreadableFile("the PDF file is damaged or cut off.", "Save or download it again.")
    return pages


def _layout(pages: Sequence[Page]) -> _Layout:
    left, margins = without_margins(pages)
    columns = [_columns(page) for page in left]
    size = size_of_text(column for page in columns for column in page)
    sideways = [text for page in pages for text in page.sideways]
    return _Layout(paragraphs_of(columns, size), size, margins, len(pages), sideways)


def _columns(page: Page) -> list[Column]:
    right_to_left = sum(1 if has_right_to_left(p.text) else -1 for p in page.pieces) > 0
    return [column_of(block) for block in blocks_in_order(page.pieces, right_to_left)]


def _article(found: Particulars, layout: _Layout, particulars: dict[str, str]) -> Article:
    words = words_of(layout.paragraphs)
    headline = _headline(layout)
    texts: list[str] = []
    starts: list[tuple[int, int, int]] = []
    for paragraph in layout.paragraphs:
        text, pages = put_together(paragraph, words)
        if paragraph is headline:
            found.offer("headline", text, "largest print")
            continue
        starts += [(page, len(texts), place) for page, place in pages]
        texts.append(one_line(text))
    body, aside = take_head(found, texts)
    aside += [SetAside(kind_of(line) or "navigation", line) for line in layout.margins.lines]
    aside += [SetAside("caption", one_line(line)) for line in layout.sideways]
    found.offer("url", clean_address(layout.margins.url), "page footer")
    _propose(found, layout.margins, particulars)
    article = complete(found, body, aside)
    if not article.body:
        raise UnreadableFile("there is no article text.", "Copy the article and paste it.")
    return replace(article, page_starts=_page_starts(article, texts, starts, layout.page_count))


def _headline(layout: _Layout) -> Paragraph | None:
    """The paragraph in the largest print of the first page with text; None if all is alike."""
    if not layout.paragraphs:
        return None
    first = layout.paragraphs[0].page
    large = [
        paragraph
        for paragraph in layout.paragraphs
        if paragraph.page == first
        and paragraph.size >= _HEADLINE * layout.size
        and _may_be_headline(" ".join(text for _, text in paragraph.parts))
    ]
    return max(large, key=lambda paragraph: paragraph.size, default=None)


def _may_be_headline(text: str) -> bool:
    if not 8 <= len(text) <= HEADLINE_LENGTH or is_date_line(text) or kind_of(text):
        return False
    return text.casefold() not in outlets.outlets().by_name


def _propose(found: Particulars, margins: Margins, particulars: dict[str, str]) -> None:
    """Propose what the file says of itself: often of a template, a program, a day of printing."""
    title = particulars.get("Title", "").strip()
    if title and not _JUNK_TITLE.fullmatch(title):
        found.propose("headline", title, "document properties")
    author = particulars.get("Author", "").strip()
    if re.search(r"\w\w \w", author):
        found.propose("byline", author, "document properties")
    for line in margins.lines:
        found.propose("published", find_date(line), "page header")
    created = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", particulars.get("CreationDate", ""))
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
