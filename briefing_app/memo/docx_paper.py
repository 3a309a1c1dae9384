"""What a memo is written on: the package, its styles, its page, its head and foot."""

from __future__ import annotations

import io
import re
from typing import Any, Protocol

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Inches, Twips
from lxml import etree

from briefing_app.domain.memo import ComposedMemo, Run
from briefing_app.memo import docx_lists, styles
from briefing_app.memo.docx_lists import Lists
from briefing_app.memo.fixed_zip import repack
from briefing_app.memo.form import Form
from briefing_app.memo.word_xml import NAMESPACES, Links, Marks, colored, field, runs, styled

PLACE = "briefing-body"
"""Processing instruction that stands in a document where the content goes."""

_PLACE = re.compile(rf"<\?{PLACE}\s*\?>".encode())
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP = _DECLARATION + (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Briefing App</Application></Properties>'
)
_UNWANTED = ("stylesWithEffects", "customXml", "webSettings", "thumbnail", "theme")


class Paper(Protocol):
    """What the writer needs. The mark PLACE stands in the document where the content goes.

    form      in the font and for the page of this paper
    note_gap  what stands between a note's number and its words
    """

    document: Document
    form: Form
    note_gap: str

    def lists(self, *, run_on: bool) -> Lists:
        """The numbers of the paragraphs to come; `run_on`: from section to section."""

    def restyled(self, xml: str) -> str:
        """What word_xml wrote, in the styles of this paper."""

    def put_margins(self, memo: ComposedMemo) -> None:
        """Fill the head and foot of every page."""


class OwnPaper:
    """A document in the styles and with the page of the form."""

    note_gap = "<w:r><w:tab/></w:r>"

    def __init__(self, form: Form) -> None:
        self.form = form
        self.document = _bare_document(form)

    def lists(self, *, run_on: bool) -> Lists:
        """See Paper."""
        part = self.document.part.numbering_part._element
        return Lists(part, docx_lists.OWN, run_on=run_on)

    def restyled(self, xml: str) -> str:
        """See Paper."""
        return xml

    def put_margins(self, memo: ComposedMemo) -> None:
        """The page set-up too."""
        section = self.document.sections[0]
        page = self.form.page
        section.page_width, section.page_height = Twips(page.width), Twips(page.height)
        for side, margin in zip(("top", "right", "bottom", "left"), page.margins, strict=True):
            setattr(section, f"{side}_margin", Twips(margin))
        section.header_distance = section.footer_distance = Inches(0.45)
        section.different_first_page_header_footer = True
        shown = banner(memo)
        running = styled("Header", _plain(f"{memo.short_title}\t{memo.date}"), memo.short_title)
        labels = self.form.labels
        pages = _plain(f"{memo.unit}\t{labels['page']} ") + field("PAGE", "1")
        pages += _plain(f" {labels['of']} ") + field("NUMPAGES", "1")
        foot = styled("Footer", pages, memo.unit) + shown
        fill(section.first_page_header, shown or styled("Header", "", ""))
        fill(section.header, shown + running)
        fill(section.first_page_footer, foot)
        fill(section.footer, foot)
        setup = section._sectPr
        etree.cleanup_namespaces(setup)
        body = f"<w:body><?{PLACE}?>{etree.tostring(setup, encoding='unicode')}</w:body>"
        self.document.part._element = parse_xml(f"<w:document {NAMESPACES}>{body}</w:document>")


def saved(paper: Paper, blocks: str) -> bytes:
    """The .docx with the paragraphs and tables in their place.

    They never become a tree: to parse and to serialise them takes longer than to write them.
    """
    raw = io.BytesIO()
    paper.document.save(raw)
    body = paper.restyled(blocks).encode()
    name = paper.document.part.partname.membername
    return repack(raw.getvalue(), {name: lambda xml: _PLACE.sub(lambda _: body, xml, count=1)})


def banner(memo: ComposedMemo) -> str:
    """The paragraph with the memo's handling mark, "" where it has none."""
    if not memo.banner:
        return ""
    shown = colored(memo.banner, memo.banner_color) if memo.banner_color else _plain(memo.banner)
    return styled("HandlingBanner", shown, memo.banner)


def fill(margin: Any, paragraphs: str) -> None:
    """Put paragraphs in place of all that python-docx's header or footer holds."""
    element = margin._element
    for child in list(element):
        element.remove(child)
    element.extend(parse_xml(f"<w:hdr {NAMESPACES}>{paragraphs}</w:hdr>"))


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


def _plain(text: str) -> str:
    return runs((Run(text),), Links(), Marks())
