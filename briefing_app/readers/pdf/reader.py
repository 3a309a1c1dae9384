"""PDF files: the text in reading order, and where their pages are pictures, recognised text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.errors import PicturesOnly, UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.metadata import Particulars, clean_address
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.article import Layout, article_of
from briefing_app.readers.pdf.columns import blocks_in_order
from briefing_app.readers.pdf.file import Page, PdfFile
from briefing_app.readers.pdf.initials import with_initials
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
from briefing_app.readers.pdf.pieces import LINE_END_HYPHEN
from briefing_app.readers.pdf.recognised import recognised, usual_size
from briefing_app.readers.press.pdf_export import read_export_pdf

MOST_PAGES = 1500

_FEW_LETTERS = 60
"""On a page with a large picture: page number and archive's stamp on a scanned page."""

_CODE = re.compile("[\x01-\x08\x0b-\x1f]")
_NO_LETTER = re.compile("[\x01-\x08\x0b-\x1f\ufffd\ue000-\uf8ff]")
"""What comes out of fonts that do not say which letters they draw."""

_FEW_CODES, _GARBLED = 0.015, 0.3
"""Of the letters of a page, at least. Codes are never written; the others may be bullets."""


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
        garbled = [number for number, page in enumerate(pages) if _is_garbled(page)]
        pictures = [n for n, page in enumerate(pages) if n in garbled or _is_picture(page)]
        read_off: list[Paragraph] = []
        all_at_once = file.options.recognise_text or len(pictures) == len(pages)
        pages = [
            page._replace(pieces=[]) if n in (pictures if all_at_once else garbled) else page
            for n, page in enumerate(pages)
        ]
        if pictures and file.options.recognise_text:
            read_off = recognised(_pictures(pdf, pictures), warnings)
        elif len(pictures) < len(pages):
            bare = [n for n in pictures if n not in garbled and _is_bare_picture(pages[n])]
            warnings += _left_out(bare, "{} a picture without text", "{} pictures without text")
            unread = "{} written in letters that cannot be read as text"
            warnings += _left_out(garbled, unread, unread)
        layout = _layout(pages, read_off, pdf.particulars())
    if not layout.paragraphs:
        raise _nothing_to_read(file.options.recognise_text, pages, garbled)
    articles, notes = read_export_pdf(layout.paragraphs)
    warnings += notes
    if articles:
        return Contents(articles, warnings)
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    article = article_of(layout, found)
    if not article.body:
        raise _nothing_to_read(file.options.recognise_text, pages, garbled)
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
    return len(text) < _FEW_LETTERS and (page.has_picture or (not text and page.width > 0))


def _is_garbled(page: Page) -> bool:
    """Whether the file does not say which letters it draws: figures and stops tell, before all."""
    text = "".join([piece.text for piece in page.pieces])
    if text.replace(LINE_END_HYPHEN, "").isprintable() and "\ufffd" not in text:
        return False  # Neither of the patterns finds anything in it.
    codes = len(_CODE.findall(text))
    if codes > 2 and codes > _FEW_CODES * len(text):
        return True
    return len(_NO_LETTER.findall(text)) > _GARBLED * len(text)


def _is_bare_picture(page: Page) -> bool:
    return page.has_picture and not page.pieces


def _layout(
    pages: Sequence[Page], read_off: Sequence[Paragraph], particulars: dict[str, str]
) -> Layout:
    left, margins = without_margins(pages)
    columns = [_columns(page) for page in left]
    size = size_of_text(column for page in columns for column in page)
    columns, notes = without_notes(columns, size, [page.marks for page in pages])
    paragraphs = paragraphs_of(columns, size)
    if read_off:
        paragraphs = sorted([*paragraphs, *read_off], key=lambda paragraph: paragraph.page)
    sideways = [text for page in pages for text in page.sideways]
    size = size or usual_size(read_off) or 1
    return Layout(paragraphs, size, margins, len(pages), sideways, particulars, notes)


def _columns(page: Page) -> list[Column]:
    right_to_left = sum(1 if piece.letters else -1 for piece in page.pieces) > 0
    pieces = without_line_numbers(page.pieces)
    blocks = blocks_in_order(pieces, right_to_left)
    return [column_of(with_initials(block)) for block in blocks]


def _pictures(pdf: PdfFile, pages: Sequence[int]) -> Iterator[tuple[int, int, int, bytes]]:
    for page in pages:
        picture = pdf.picture(page, ocr.WIDTH_PX, grey=True)
        yield page, picture.width, picture.height, picture.pixels


def _left_out(pages: Sequence[int], one: str, several: str) -> list[str]:
    """What is said of pages; "{}" in it is for "is" or "are"."""
    if not pages:
        return []
    if len(pages) == 1:
        return [f"Page {pages[0] + 1} {one.format('is')}; it was left out."]
    numbers = ", ".join(str(number + 1) for number in pages[:10])
    more = " and others" if len(pages) > 10 else ""
    return [f"Pages {numbers}{more} {several.format('are')}; they were left out."]


def _nothing_to_read(
    was_recognised: bool, pages: Sequence[Page], garbled: Sequence[int]
) -> PicturesOnly:
    if was_recognised:
        return PicturesOnly(
            "no text could be recognised in its pictures.", "Type the quotes by hand."
        )
    if garbled:
        what = "the letters in the PDF file cannot be read as text: it does not say which they are."
    elif any(page.has_picture for page in pages):
        what = "the PDF file holds pictures of pages and no text."
    else:
        what = "the PDF file holds no text: its pages are empty, or drawn like pictures."
    return PicturesOnly(
        what,
        "Have the text recognised, which takes long, or type the quotes by hand."
        if ocr.languages()
        else f"Text recognition is not installed on this computer. {ocr.HINT}",
    )
