"""Print a composed memo as a Word document. Knows Word, knows no briefing.

python-docx gives the package; the body is built as XML, because its own way through
paragraphs and styles takes quadratic time.
"""

from __future__ import annotations

import io
import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Inches, Twips
from lxml import etree

from briefing_app.domain.memo import ComposedMemo, Paragraph, Picture, Role, Run, Table
from briefing_app.errors import UnreadableFile
from briefing_app.memo import styles, timeline_picture
from briefing_app.memo.fixed_zip import EARLIEST, repack
from briefing_app.memo.footnotes import add_footnotes, add_links
from briefing_app.memo.form import DEFAULT, TWIPS_A_INCH, Form, load
from briefing_app.memo.word_xml import (
    NAMESPACES,
    Links,
    Marks,
    clean,
    colored,
    drawing,
    field,
    paragraph,
    runs,
    styled,
    table,
)

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP = _DECLARATION + (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Briefing App</Application></Properties>'
)
_UNWANTED = ("stylesWithEffects", "customXml", "webSettings", "thumbnail", "theme")
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
FIRST_FREE_LIST = 4
"""Lists 1 to 3 are the style file's; every further numbered list gets its own."""

LISTS = {Role.NUMBER: 1, Role.OPTION: 2}
"""Definition (abstractNum) by which a role is numbered."""


def write(memo: ComposedMemo, path: str | os.PathLike[str], form: Form | None = None) -> None:
    """Write the memo to `path`, whole or not at all; a file that is there is replaced.

    Raises UnreadableFile: it cannot be written there.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise UnreadableFile(f"There is no folder “{path.parent}”.", "Choose another folder.")
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise UnreadableFile(f"The file “{path}” is read-only.", "Choose another name.")
    data = to_bytes(memo, form)
    draft = path.parent / f".{uuid4().hex}.part"
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UnreadableFile(
            f"The memo could not be written to “{path}”.",
            "If the file is open in Word, close it there, or choose another name or folder.",
        ) from error


def to_bytes(memo: ComposedMemo, form: Form | None = None) -> bytes:
    """The .docx file; the same memo gives the same bytes."""
    form = form or load(DEFAULT)
    document = _bare_document(form)
    marks = Marks()
    _fill_margins(document, memo, form)
    _fill_body(document, memo, form, marks)
    add_footnotes(document, memo, marks)
    _set_properties(document, memo, form)
    raw = io.BytesIO()
    document.save(raw)
    return repack(raw.getvalue())


def _bare_document(form: Form) -> Document:
    """python-docx's own document with the form's styles in place of all that it brings along."""
    document = docx.Document()
    part, package = document.part, document.part.package
    for rels in (part.rels, package.rels):
        for id, relation in list(rels.items()):
            if any(name in relation.reltype for name in _UNWANTED):
                del rels[id]
    part._styles_part._element = styles.part(form, "styles")
    part.numbering_part._element = styles.part(form, "numbering")
    part._settings_part._element = styles.part(form, "settings")
    for relation in (*part.rels.values(), *package.rels.values()):
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = styles.font_table(form)
        elif relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _APP
    return document


def _fill_body(document: Document, memo: ComposedMemo, form: Form, marks: Marks) -> None:
    links = Links()
    lists = _Lists(document, run_on=memo.has_one_numbering)
    blocks = []
    for block, following in zip(memo.blocks, (*memo.blocks[1:], None), strict=True):
        if isinstance(block, Paragraph):
            is_kept = isinstance(following, Table)
            number = lists.number_id(block)
            blocks.append(paragraph(block, links, marks, number, is_kept=is_kept))
        elif isinstance(block, Picture):
            blocks.append(_picture(document, block, len(blocks) + 1, form.page.text_width))
        else:
            has_note = isinstance(following, Paragraph) and following.role is Role.TABLE_NOTE
            width = form.page.text_width
            blocks.append(table(block, width, links, marks, has_note=has_note))
    section = document.element.body[-1]
    etree.cleanup_namespaces(section)
    blocks.append(etree.tostring(section, encoding="unicode"))
    # Parsed as a whole: to move paragraph after paragraph into a tree takes quadratic time.
    body = f"<w:body>{''.join(blocks)}</w:body>"
    document.part._element = parse_xml(f"<w:document {NAMESPACES}>{body}</w:document>")
    add_links(document.part, links)


def _picture(document: Document, block: Picture, number: int, text_width: int) -> str:
    """A drawn block, no wider than the text."""
    relation, _ = document.part.get_or_add_image(io.BytesIO(timeline_picture.to_png(block)))
    width, height = timeline_picture.size_in(block)
    share = min(1.0, text_width / TWIPS_A_INCH / width)
    return drawing(block, relation, number, (width * share, height * share))


class _Lists:
    """Lets the numbers of each role start at 1 below every heading, or run on throughout."""

    def __init__(self, document: Document, *, run_on: bool) -> None:
        self._numbering = document.part.numbering_part._element
        self._run_on = run_on
        self._next = FIRST_FREE_LIST
        self._begun: set[Role] = set()
        self._open: dict[Role, int] = {}

    def number_id(self, block: Paragraph) -> int:
        """The list that a paragraph belongs to, 0 for none (or the style's own)."""
        role = block.role
        if role in HEADINGS and not self._run_on:
            self._open.clear()
        if role not in LISTS:
            return 0
        if role not in self._open:
            self._open[role] = self._another(role) if role in self._begun else 0
            self._begun.add(role)
        return self._open[role]

    def _another(self, role: Role) -> int:
        number, self._next = self._next, self._next + 1
        self._numbering.append(
            parse_xml(
                f'<w:num {NAMESPACES} w:numId="{number}">'
                f'<w:abstractNumId w:val="{LISTS[role]}"/><w:lvlOverride w:ilvl="0">'
                '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number


def _fill_margins(document: Document, memo: ComposedMemo, form: Form) -> None:
    """Page set-up, and what stands at the head and foot of every page."""
    section = document.sections[0]
    page = form.page
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    for side, margin in zip(("top", "right", "bottom", "left"), page.margins, strict=True):
        setattr(section, f"{side}_margin", Twips(margin))
    section.header_distance = section.footer_distance = Inches(0.45)
    section.different_first_page_header_footer = True
    shown = colored(memo.banner, memo.banner_color) if memo.banner_color else _plain(memo.banner)
    banner = styled("HandlingBanner", shown, memo.banner) if memo.banner else ""
    running = styled("Header", _plain(f"{memo.short_title}\t{memo.date}"), memo.short_title)
    labels = form.labels
    pages = _plain(f"{memo.unit}\t{labels['page']} ") + field("PAGE", "1")
    pages += _plain(f" {labels['of']} ") + field("NUMPAGES", "1")
    foot = styled("Footer", pages, memo.unit) + banner
    _put(section.first_page_header, banner or styled("Header", "", ""))
    _put(section.header, banner + running)
    _put(section.first_page_footer, foot)
    _put(section.footer, foot)


def _plain(text: str) -> str:
    return runs((Run(text),), Links(), Marks())


def _put(margin: Any, paragraphs: str) -> None:
    element = margin._element
    for child in list(element):
        element.remove(child)
    element.extend(parse_xml(f"<w:hdr {NAMESPACES}>{paragraphs}</w:hdr>"))


def _set_properties(document: Document, memo: ComposedMemo, form: Form) -> None:
    """Title, subject, language and the memo's own date; no name of a user, no time of day."""
    core = document.core_properties
    core.title = clean(memo.subject or memo.title)[:255]
    core.subject = clean(memo.title)[:255]
    core.author = ""
    core.last_modified_by = ""
    core.comments = ""
    core.keywords = ""
    core.category = clean(memo.banner)[:255]
    core.language = memo.language
    core.revision = 1
    core.created = core.modified = _day(memo.date, form) or datetime(*EARLIEST)


def _day(date: str, form: Form) -> datetime | None:
    """The day that a printed date names, None where it names none."""
    match = re.fullmatch(r"(\d\d?)\.?\s(\w+)\s([12]\d{3})", date)
    if match is None or match[2] not in form.months:
        return None
    try:
        return datetime(int(match[3]), form.months.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None
