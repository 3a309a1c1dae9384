"""PDF files: the text in reading order, and where their pages are pictures, recognised text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.errors import PicturesOnly, UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.metadata import Particulars, clean_address
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.article import Layout, article_of
from briefing_app.readers.pdf.columns import blocks_in_order
from briefing_app.readers.pdf.file import Page, PdfFile
from briefing_app.readers.pdf.line_numbers import without_line_numbers
from briefing_app.readers.pdf.margins import without_margins
from briefing_app.readers.pdf.notes import without_notes
from briefing_app.readers.pdf.paragraphs import (
    Column,
    Paragraph,
    column_of,
    paragraphs_of,
    size_of_text,
)
from briefing_app.readers.pdf.recognised import recognised
from briefing_app.readers.press.pdf_export import read_export_pdf

MOST_PAGES = 1500

_FEW_LETTERS = 60
"""On a page with a large picture: page number and archive's stamp on a scanned page."""

_NO_LETTER = re.compile("[\x01-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
"""What comes out of fonts that do not say which letters they draw."""


def read_pdf_file(file: Incoming) -> Contents:
    """Read a PDF file: one article, or those of a press database's export.

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
        pictures = [number for number, page in enumerate(pages) if _is_picture(page)]
        read_off: list[Paragraph] = []
        if file.options.recognise_text or len(pictures) == len(pages):
            pages = [
                page._replace(pieces=[]) if number in pictures else page
                for number, page in enumerate(pages)
            ]
        if pictures and file.options.recognise_text:
            read_off = recognised(_pictures(pdf, pictures), warnings)
        elif len(pictures) < len(pages):
            warnings += _left_out([n for n in pictures if _is_bare_picture(pages[n])])
        layout = _layout(pages, read_off, pdf.particulars())
    if not layout.paragraphs:
        raise _nothing_to_read(file.options.recognise_text)
    articles, notes = read_export_pdf(layout.paragraphs)
    warnings += notes
    if articles:
        return Contents(articles, warnings)
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    article = article_of(layout, found)
    if not article.body:
        raise _nothing_to_read(file.options.recognise_text)
    return Contents([article], warnings)


def _pages(pdf: PdfFile, warnings: list[str]) -> list[Page]:
    pages: list[Page] = []
    for index in range(pdf.page_count):
        try:
            pages.append(pdf.page(index))
        except UnreadableFile:
            pages.append(Page(0, 0, [], [], False))
            warnings.append(f"Page {index + 1} is damaged and was left out.")
    if len(warnings) == len(pages):
        raise UnreadableFile("the PDF file is damaged or cut off.", "Save or download it again.")
    return pages


def _is_picture(page: Page) -> bool:
    """Whether a page has to be recognised to be read."""
    text = "".join([piece.text for piece in page.pieces])
    if len(text) < _FEW_LETTERS:
        return page.has_picture or (not text and page.width > 0)
    if text.isascii() and text.isprintable():
        return False
    return len(_NO_LETTER.findall(text)) > 0.3 * len(text)


def _is_bare_picture(page: Page) -> bool:
    return page.has_picture and not page.pieces


def _layout(
    pages: Sequence[Page], recognised: Sequence[Paragraph], particulars: dict[str, str]
) -> Layout:
    left, margins = without_margins(pages)
    columns = [_columns(page) for page in left]
    size = size_of_text(column for page in columns for column in page)
    columns, notes = without_notes(columns, size)
    paragraphs = paragraphs_of(columns, size)
    if recognised:
        paragraphs = sorted([*paragraphs, *recognised], key=lambda paragraph: paragraph.page)
    sideways = [text for page in pages for text in page.sideways]
    return Layout(paragraphs, size or 1, margins, len(pages), sideways, particulars, notes)


def _columns(page: Page) -> list[Column]:
    right_to_left = sum(1 if piece.letters else -1 for piece in page.pieces) > 0
    pieces = without_line_numbers(page.pieces)
    return [column_of(block) for block in blocks_in_order(pieces, right_to_left)]


def _pictures(pdf: PdfFile, pages: Sequence[int]) -> Iterator[tuple[int, int, int, bytes]]:
    for page in pages:
        picture = pdf.picture(page, ocr.WIDTH_PX, grey=True)
        yield page, picture.width, picture.height, picture.pixels


def _left_out(pictures: Sequence[int]) -> list[str]:
    if not pictures:
        return []
    if len(pictures) == 1:
        return [f"Page {pictures[0] + 1} is a picture without text; it was left out."]
    numbers = ", ".join(str(number + 1) for number in pictures[:10])
    more = " and others" if len(pictures) > 10 else ""
    return [f"Pages {numbers}{more} are pictures without text; they were left out."]


def _nothing_to_read(was_recognised: bool) -> PicturesOnly:
    if was_recognised:
        return PicturesOnly(
            "no text could be recognised in its pictures.", "Type the quotes by hand."
        )
    return PicturesOnly(
        "the PDF file holds pictures of pages and no text.",
        "Have the text recognised, which takes long, or type the quotes by hand."
        if ocr.languages()
        else f"Text recognition is not installed on this computer. {ocr.HINT}",
    )
