"""Office templates with pages that are set up in another way than most, and in other languages."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from briefing_app.memo import libreoffice
from briefing_app.memo.word_xml import NAMESPACES, field
from tests.memo.office_templates import BURGUNDY, STYLES, W_XMLNS, edited, png, saved


def columns() -> bytes:
    """Everything in two columns, as newsletters have it, below a heading over the whole width."""
    document = docx.Document()
    document.add_paragraph("Northern Affairs Bulletin", style="Title")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("{{ body }}")
    _set_columns(document, '<w:cols w:num="2" w:space="720"/>')
    return saved(document)


def uneven_columns() -> bytes:
    """A narrow column and a wide one, with a line between."""
    document = docx.Document()
    document.add_paragraph("{{ body }}")
    _set_columns(document, '<w:cols w:num="2" w:sep="1" w:equalWidth="0"><w:col w:w="3000" '
                           'w:space="400"/><w:col w:w="5240"/></w:cols>')  # fmt: skip
    return saved(document)


def _set_columns(document: Document, xml: str) -> None:
    last = document.sections[-1]._sectPr
    for old in last.xpath("./w:cols"):
        last.remove(old)
    new = parse_xml(xml.replace("<w:cols", f"<w:cols {W_XMLNS}", 1))
    place = last.xpath("./w:pgMar")[0]
    place.addnext(new)


def landscape() -> bytes:
    """An upright cover, a page on its side for the content, an upright page behind it."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Northern Affairs"
    document.add_paragraph("Cover")
    wide = document.add_section()
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_paragraph("{{ body }}")
    last = document.add_section()
    last.orientation = WD_ORIENT.PORTRAIT
    last.page_width, last.page_height = last.page_height, last.page_width
    document.add_paragraph("Distribution list")
    return saved(document)


def odd_and_even() -> bytes:
    """Another head on the first page, on even and on odd ones; the page's number in each foot."""
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.gutter = Mm(10)
    section.first_page_header.paragraphs[0].text = "Ministry of Northern Affairs"
    section.even_page_header.paragraphs[0].text = "Even: Northern Affairs"
    section.header.paragraphs[0].text = "Odd: Northern Affairs"
    for foot in (section.first_page_footer, section.even_page_footer, section.footer):
        _add_number(foot.paragraphs[0])
    document.add_paragraph("{{ body }}")
    return saved(document)


def _add_number(paragraph: Paragraph) -> None:
    run = parse_xml(f"<w:p {NAMESPACES}>{field('PAGE', '1')}</w:p>")
    paragraph._p.extend(list(run))


def letterhead_table() -> bytes:
    """Arms, address and reference in tables of the head and of the body; a signature below."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    head = section.first_page_header.add_table(1, 2, Mm(160))
    head.rows[0].cells[0].paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    head.rows[0].cells[1].text = "Ministry of Northern Affairs\n12 Harbour Street"
    facts = document.add_table(2, 2)
    facts.style = "Table Grid"
    for cell, text in zip(
        (cell for row in facts.rows for cell in row.cells),
        ("Reference", "NA/2021/17", "Office", "Policy Planning"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("{{ body }}")
    signed = document.add_table(1, 2)
    signed.rows[0].cells[0].text = "Signed: ____________"
    signed.rows[0].cells[1].text = "Seen: ____________"
    document.add_paragraph("Copies: Director; Deputy Director")
    return saved(document)


def between_tables() -> bytes:
    """Nothing but {{ body }} between two tables, which must not become one."""
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "Above"
    document.add_paragraph("{{ BODY }}")
    document.add_table(1, 1).rows[0].cells[0].text = "Below"
    return saved(document)


GERMAN_NAMES = {
    "Normal": "Standard", "Title": "Titel", "heading 1": "Überschrift 1",
    "heading 2": "Überschrift 2", "heading 3": "Überschrift 3", "Quote": "Zitat",
    "List Bullet": "Aufzählungszeichen", "List Number": "Listennummer", "caption": "Beschriftung",
    "header": "Kopfzeile", "footer": "Fußzeile", "footnote text": "Fußnotentext",
    "footnote reference": "Fußnotenzeichen", "Strong": "Fett", "Emphasis": "Hervorhebung",
}  # fmt: skip
FRENCH_NAMES = {
    "Title": "Titre", "heading 1": "Titre 1", "heading 2": "Titre 2", "heading 3": "Titre 3",
    "Quote": "Citation", "List Bullet": "Liste à puces", "List Number": "Liste à numéros",
    "caption": "Légende", "header": "En-tête", "footer": "Pied de page",
    "footnote text": "Note de bas de page", "footnote reference": "Appel note de bas de p.",
    "Strong": "Élevé", "Emphasis": "Accentuation",
}  # fmt: skip


def _translated(names: dict[str, str]) -> bytes:
    """A template whose styles are named in another language in the file itself."""
    document = docx.Document()
    for name in ("footnote text", "footnote reference"):
        kind = WD_STYLE_TYPE.PARAGRAPH if name.endswith("text") else WD_STYLE_TYPE.CHARACTER
        document.styles.add_style(name, kind).font.superscript = name.endswith("reference")
    for level, size in ((1, 15), (2, 13)):
        heading = document.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.size = BURGUNDY, Pt(size)
    document.add_paragraph("{{ body }}")

    def rename(text: str) -> str:
        for name, other in names.items():
            text = re.sub(rf'(<w:name w:val="){re.escape(name)}"', rf'\1{other}"', text, flags=re.I)
        return text

    return edited(saved(document), {STYLES: rename})


def german_names() -> bytes:
    """Überschrift 1 and the like as the names of its styles."""
    return _translated(GERMAN_NAMES)


def french_names() -> bytes:
    """Titre 1 and the like."""
    return _translated(FRENCH_NAMES)


FLAT_TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph">
<style:text-properties fo:font-family="Liberation Serif" fo:font-size="12pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1">
<style:text-properties fo:color="#7a1f2b" fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1.2cm" fo:margin-right="1.2cm"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style>
<style:header-footer-properties fo:min-height="0.6cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
<style:header><text:p>Ministerium für Inseln</text:p></style:header>
<style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text><text:p text:style-name="Standard">Aktenzeichen 17</text:p>
<text:p text:style-name="Quotations">Motto</text:p>
<text:p text:style-name="Heading_20_1">Vermerk</text:p>
<text:p>{{ body }}</text:p><text:p>Verteiler</text:p></office:text></office:body>
</office:document>"""


def by_libreoffice() -> bytes:
    """A text of LibreOffice, saved by itself as a Word file; b"" where it is not installed."""
    soffice = libreoffice.program()
    if not soffice:
        return b""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "office.fodt").write_text(FLAT_TEXT, encoding="utf-8")
        subprocess.run(
            [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", "docx", "--outdir", name, str(folder / "office.fodt")],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        return (folder / "office.docx").read_bytes()


LAYOUTS = {
    "columns.docx": columns,
    "uneven columns.docx": uneven_columns,
    "landscape.docx": landscape,
    "odd and even.docx": odd_and_even,
    "letterhead table.docx": letterhead_table,
    "between tables.docx": between_tables,
    "german names.docx": german_names,
    "french names.docx": french_names,
    "libreoffice.docx": by_libreoffice,
}
