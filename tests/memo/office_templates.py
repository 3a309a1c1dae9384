"""Office templates of our own invention, as .docx and .dotx, sound and hostile."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor

from briefing_app.memo.word_xml import NAMESPACES, field

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
DOCUMENT_RELS, NUMBERING = "word/_rels/document.xml.rels", "word/numbering.xml"
TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W_XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BURGUNDY = RGBColor(0x7A, 0x1F, 0x2B)


def png(width: int = 120, height: int = 40) -> bytes:
    """A plain burgundy field."""
    rows = b"".join(b"\0" + bytes(BURGUNDY) * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def saved(document: Document) -> bytes:
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def edited(
    data: bytes,
    changes: Mapping[str, Callable[[str], str]] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """The package with the text of some parts changed, and with some more parts."""
    out = io.BytesIO()
    changes = changes or {}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                text = content.decode()
                content = changes[name](text).encode()
                assert content != text.encode(), f"nothing was changed in {name}"
            new.writestr(name, content)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def before(mark: str, xml: str) -> Callable[[str], str]:
    return lambda text: text.replace(mark, xml + mark, 1)


def related(id: str, kind: str, target: str, mode: str = "") -> Callable[[str], str]:
    """One more relationship; `kind` is the last word of an office type, or a whole type."""
    kind = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
    mode = f' TargetMode="{mode}"' if mode else ""
    row = f'<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/>'
    return before("</Relationships>", row)


def typed(name: str, kind: str) -> Callable[[str], str]:
    return before("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/>')


def _letterhead() -> Document:
    document = docx.Document()
    core = document.core_properties
    core.author, core.last_modified_by = "Jane Clerk", "Jane Clerk"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(io.BytesIO(png()))
    drawn = first._p.xpath(".//wp:docPr")[0]
    drawn.set("descr", r"C:\Users\jane.clerk\Pictures\Arms of the ministry.png")
    first.add_run("  MINISTRY OF NORTHERN AFFAIRS").bold = True
    section.header.paragraphs[0].text = "Ministry of Northern Affairs"
    for foot in (section.first_page_footer, section.footer):
        foot.paragraphs[0].text = "12 Harbour Street, Northport · page "
        run = parse_xml(f"<w:p {NAMESPACES}>{field('PAGE', '1')}</w:p>")
        foot.paragraphs[0]._p.extend(list(run))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    for level, size in ((1, 15), (2, 13)):
        heading = document.styles[f"Heading {level}"]
        heading.font.color.rgb = BURGUNDY
        heading.font.name, heading.font.size = "Times New Roman", Pt(size)
    quote = document.styles.add_style("Briefing Quote", WD_STYLE_TYPE.PARAGRAPH)
    quote.base_style, quote.font.italic = normal, True
    quote.paragraph_format.left_indent = Mm(15)
    return document


def letterhead() -> bytes:
    """A4, a picture and names in the headers, own colours, text before and after {{ body }}."""
    document = _letterhead()
    document.add_paragraph("Reference: NA/2021/17")
    document.add_paragraph("{{ bo").add_run("dy }}")
    document.add_paragraph("Distribution: Director; Deputy Director")
    return saved(document)


def dotx() -> bytes:
    """The same paper, nothing in its body, as a template."""
    main = (f"{WORD}.document.main+xml", f"{WORD}.template.main+xml")
    return edited(saved(_letterhead()), {TYPES: lambda text: text.replace(*main)})


GERMAN = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {W_XMLNS}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>
<w:pPr><w:spacing w:after="80"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>
<w:rPr><w:lang w:val="de-DE"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60"/>
<w:ind w:firstLine="0"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1B5E20"/>
<w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Heading2"><w:name w:val="Lead"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Title"><w:name w:val="Briefing Title"/>
<w:basedOn w:val="berschrift1"/><w:next w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Zitat"><w:name w:val="Memo Label"/>
<w:basedOn w:val="Standard"/></w:style>
</w:styles>"""


def german() -> bytes:
    """Ids of the German Word, few styles, an indented and justified plain paragraph, no lists."""
    changes = {
        STYLES: lambda _: GERMAN,
        NUMBERING: lambda text: re.sub("<w:pStyle [^>]*/>", "", text),
    }
    document = docx.Document()
    document.add_paragraph("Bundesamt für Inseln")
    return edited(saved(document), changes)


MINIMAL = {
    TYPES: f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
    DOCUMENT: f"<w:document {W_XMLNS}><w:body/></w:document>",
}


def minimal() -> bytes:
    """The least that Word opens: no styles, no settings, no lists, not even a page set-up."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in MINIMAL.items():
            archive.writestr(name, text)
    return out.getvalue()


OUTLINE = """<w:abstractNum w:abstractNumId="50"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:pStyle w:val="ListNumber"/><w:lvlText w:val="§ %2"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="800" w:hanging="800"/></w:pPr></w:lvl>
</w:abstractNum>"""


def lists() -> bytes:
    """Numbers its own text, in a list of which List Number is the second level."""
    document = docx.Document()
    document.add_paragraph("Standing orders", style="List Number")
    document.add_paragraph("Read them", style="List Number")
    return edited(
        saved(document),
        {
            NUMBERING: lambda text: before("</w:numbering>", '<w:num w:numId="60">'
                '<w:abstractNumId w:val="50"/></w:num>')(
                text.replace("<w:num ", OUTLINE + "<w:num ", 1)),
            STYLES: _numbered_by_60,
        },
    )  # fmt: skip


def _numbered_by_60(text: str) -> str:
    start = text.index('w:styleId="ListNumber"')
    end = text.index("</w:style>", start)
    style = text[start:end]
    numbering = style[style.index("<w:numPr>") : style.index("</w:numPr>")]
    own = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="60"/>'
    return text[:start] + style.replace(numbering, own) + text[end:]


def bare_lists() -> bytes:
    """List Bullet and List Number are there and have no lists."""
    document = docx.Document()
    for name in ("List Bullet", "List Number"):
        properties = document.styles[name].element.pPr
        properties.remove(properties.numPr)
    document.add_paragraph()
    return saved(document)


NOTES = f"""<w:footnotes {W_XMLNS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r>
<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r>
<w:t>Their own note.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def footnotes() -> bytes:
    """Has a footnote of its own."""
    document = docx.Document()
    document.add_paragraph("Terms apply.")
    return edited(
        saved(document),
        {
            DOCUMENT: lambda text: text.replace(
                "</w:r></w:p>", '</w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 1
            ),
            DOCUMENT_RELS: related("rLink1", "footnotes", "footnotes.xml"),
            TYPES: typed("word/footnotes.xml", f"{WORD}.footnotes+xml"),
        },
        {"word/footnotes.xml": NOTES.encode()},
    )


def sections() -> bytes:
    """A cover without headers, then the part for the body with a first page, then an annex."""
    document = docx.Document()
    document.add_paragraph("Cover")
    middle = document.add_section()
    middle.left_margin = middle.right_margin = Mm(40)
    middle.different_first_page_header_footer = True
    document.add_paragraph("{{ body }}")
    last = document.add_section()
    last.left_margin = last.right_margin = Mm(10)
    last.footer.is_linked_to_previous = False
    last.footer.paragraphs[0].text = "Annex"
    document.settings.odd_and_even_pages_header_footer = True
    document.add_paragraph("Standing annex")
    return saved(document)


def in_a_table() -> bytes:
    """{{ body }} in a cell of the letterhead's table."""
    document = docx.Document()
    table = document.add_table(2, 1)
    table.rows[0].cells[0].text = "Ministry"
    table.rows[1].cells[0].text = "{{ body }}"
    document.add_paragraph("Closing words")
    return saved(document)


HIDDEN = field("X", "Hidden").replace(
    '<w:r><w:instrText xml:space="preserve"> X </w:instrText></w:r>',
    field("QUOTE 68 68 69", "DDE"),
)
TRACKED = (
    '<w:p><w:pPr><w:rPr><w:ins w:id="900" w:author="Jane Clerk"/></w:rPr></w:pPr>'
    '<w:ins w:id="901" w:author="Jane Clerk"><w:r><w:t>Welcome</w:t></w:r></w:ins>'
    '<w:del w:id="902" w:author="Jane Clerk"><w:r><w:delText>SECRET PLAN</w:delText></w:r></w:del>'
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="903" w:author="Jane Clerk"><w:rPr/></w:rPrChange></w:rPr>'
    '<w:t xml:space="preserve"> all</w:t></w:r></w:p>'
)  # fmt: skip
COMMENTED = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Address</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)  # fmt: skip
COMMENTS = (
    f'<w:comments {W_XMLNS}><w:comment w:id="0" w:author="Jane Clerk"><w:p><w:r><w:t>Ask Bob'
    "</w:t></w:r></w:p></w:comment></w:comments>"
)
BOUND = (
    '<w:sdt><w:sdtPr><w:id w:val="5"/><w:placeholder><w:docPart w:val="X"/></w:placeholder>'
    '<w:dataBinding w:xpath="/ns0:coreProperties/ns1:creator" w:storeItemID="{1}"/><w:text/>'
    "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Jane Clerk</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
LINKED = (
    '<w:p><w:hyperlink r:id="rFile"><w:r><w:t>Manual</w:t></w:r></w:hyperlink>'
    '<w:hyperlink r:id="rLink1"><w:r><w:t>Site</w:t></w:r></w:hyperlink></w:p>'
)
PICTURE = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt">'
    '<v:imagedata r:id="rTracker"/></v:shape></w:pict></w:r></w:p>'
)
MARKED = (
    '<w:p><w:bookmarkStart w:id="1" w:name="Address"/><w:r><w:t>Here</w:t></w:r>'
    '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="_bi_e1"/><w:bookmarkEnd w:id="2"/>'
    '<w:bookmarkStart w:id="7" w:name="open"/><w:permStart w:id="4" w:ed="jane.clerk"/></w:p>'
)


def hostile() -> bytes:
    """Everything that is to be taken out, and nothing that makes it useless."""
    content = "".join(
        (
            TRACKED,
            COMMENTED,
            BOUND,
            LINKED,
            PICTURE,
            MARKED,
            '<w:p><w:subDoc r:id="rSub"/></w:p>',
            f"<w:p>{field('INCLUDEPICTURE &quot;http://spy.example/x.png&quot;', 'Arms')}</w:p>",
            f"<w:p>{field('DDEAUTO cmd &quot;/k calc&quot;', 'Rates')}</w:p>",
            f"<w:p>{field('USERNAME', 'Jane Clerk')}{field('DATE', '9 March')}</w:p>",
            f"<w:p>{HIDDEN}</w:p>",
            '<w:p><w:fldSimple w:instr=" INCLUDETEXT C:/x.docx "><w:r><w:t>Boiler</w:t></w:r>'
            '</w:fldSimple><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Jane Clerk</w:t></w:r>'
            "</w:fldSimple></w:p>",
            '<w:altChunk r:id="rChunk"/>',
        )
    )
    settings = (
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection w:edit="forms"/>'
    )
    return edited(
        saved(_letterhead()),
        {
            DOCUMENT: before("<w:sectPr", content),
            DOCUMENT_RELS: lambda text: _all(
                text,
                related("rFile", "hyperlink", "file:///C:/Users/jane/manual.docx", "External"),
                related("rLink1", "hyperlink", "https://ministry.example/", "External"),
                related("rTracker", "image", "http://spy.example/pixel.png", "External"),
                related("rSub", "subDocument", "other.docx", "External"),
                related("rChunk", "aFChunk", "chunk.html"),
                related("rComments", "comments", "comments.xml"),
                related("rGlossary", "glossaryDocument", "glossary/document.xml"),
                related("rVoid", "image", "../NULL"),
            ),
            SETTINGS: lambda text: _all(
                text.replace("<w:settings ", f'<w:settings xmlns:r="{OFFICE}" ', 1)
                if "xmlns:r=" not in text else text,
                before("<w:defaultTabStop", settings),
                before("<w:rsids>", '<w:docVars><w:docVar w:name="user" w:val="Jane Clerk"/>'
                       "</w:docVars>"),
            ),
            TYPES: lambda text: _all(
                text,
                before("<Override", '<Default Extension="html" ContentType="text/html"/>'),
                typed("word/comments.xml", f"{WORD}.comments+xml"),
                typed("word/glossary/document.xml", f"{WORD}.document.glossary+xml"),
                typed("docProps/custom.xml", "application/vnd.openxmlformats-officedocument."
                      "custom-properties+xml"),
            ),
            "_rels/.rels": related("rCustom", "custom-properties", "docProps/custom.xml"),
        },
        {
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" '
                'Target="file:///C:/Users/jane.clerk/Normal.dotm" TargetMode="External"/>'
                "</Relationships>"
            ).encode(),
            "word/chunk.html": b"<script>alert(1)</script>",
            "word/comments.xml": COMMENTS.encode(),
            "word/glossary/document.xml": f"<w:glossaryDocument {W_XMLNS}/>".encode(),
            "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/custom-properties"><property name="Clerk">Jane Clerk</property>'
            b"</Properties>",
        },
    )  # fmt: skip


def _all(text: str, *changes: Callable[[str], str]) -> str:
    for change in changes:
        text = change(text)
    return text


SOUND = {
    "letterhead.docx": letterhead,
    "paper.dotx": dotx,
    "german.docx": german,
    "minimal.docx": minimal,
    "lists.docx": lists,
    "bare lists.docx": bare_lists,
    "footnotes.docx": footnotes,
    "sections.docx": sections,
    "in a table.docx": in_a_table,
    "hostile.docx": hostile,
}
