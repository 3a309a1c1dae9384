"""Word documents (.docx): the text as it stands with all changes accepted."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.document import Document, read_document
from briefing_app.readers.documents.docx_numbers import Numbers
from briefing_app.readers.documents.docx_visibility import Styles, is_hidden, read_styles
from briefing_app.readers.documents.flow import Flow, Line
from briefing_app.readers.documents.office_zip import FlatPackage, OfficeZip, attribute, parse
from briefing_app.readers.documents.symbols import as_characters, is_symbolic, sign
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.xml_tree import local_name

_UNSEEN = {"pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "sdtPr", "rt", "instrText"}
_REMOVED = {"del", "moveFrom"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PAGE_COLOUR = re.compile(rb"<\w+:background [^>]{0,200}?color=\"(\w+)\"")
_MAIN = "word/document.xml"
_MARGIN_PARTS = 6
"""Headers and footers that are looked at: an export has one for every article."""


@dataclass(frozen=True)
class _Package:
    """A document's parts and how they hang together; `headings` are ids of styles."""

    zip: OfficeZip | FlatPackage
    main: str
    relations: dict[str, tuple[str, str]]
    styles: Styles
    numbers: Numbers
    headings: frozenset[str] = frozenset()

    def target(self, identifier: str) -> str:
        """What a relation's id leads to: a part, or an address; "" for none."""
        return self.relations.get(identifier, ("", ""))[1]

    def of_type(self, name: str) -> list[str]:
        """The parts of a type, such as "footnotes"."""
        return [target for kind, target in self.relations.values() if kind == name]


@dataclass
class _Walk:
    """What is met on the way through one part."""

    package: _Package
    flow: Flow = field(default_factory=Flow)
    removed: bool = False
    hidden: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    notes_within: list[etree._Element] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)


def read_docx(file: Incoming) -> Contents:
    """Read a Word document: one article, or those of a press database's export.

    Raises UnreadableFile: damaged, unreasonably large, or without text.
    """
    return _read(file, _open(OfficeZip(file.data)))


def read_flat_docx(file: Incoming) -> Contents:
    """Read a Word document that is one XML file. Raises UnreadableFile as `read_docx` does."""
    parts = {
        attribute(part, "name").lstrip("/"): content
        for part in parse(file.data).iterfind("{*}part")
        for content in part.iterfind("{*}xmlData/*")
    }
    return _read(file, _open(FlatPackage(parts)))


def read_word_2003(file: Incoming) -> Contents:
    """Read the XML that Word 2003 writes. Raises UnreadableFile as `read_docx` does."""
    root = parse(file.data)
    styles = next(root.iterfind("{*}styles"), etree.Element("none"))
    look = read_styles(styles, may_be_dark=next(root.iterfind("{*}bgPict"), None) is not None)
    numbers = Numbers(etree.Element("none"), styles)
    package = _Package(FlatPackage({_MAIN: root}), _MAIN, {}, look, numbers, _headings(styles))
    stated = next(root.iterfind("{*}DocumentProperties"), etree.Element("none"))
    return _read(file, package, _stated(stated))


def _read(file: Incoming, package: _Package, properties: dict[str, str] | None = None) -> Contents:
    root = package.zip.xml(package.main)
    body = next((node for node in root if local_name(node) == "body"), None)
    if body is None:
        raise UnreadableFile(
            "this Word document has no text in it.", "Save it again in Word as .docx."
        )
    walk = _Walk(package)
    lines = [*_lines_of(body, walk), *_notes(walk)]
    document = Document(
        lines,
        margins=_margins(package),
        properties=properties or _properties(package.zip),
        removed=walk.removed,
        hidden=walk.hidden,
        reversed=walk.flow.reversed,
        embedded=[
            file.inner(name, data) for name in walk.chunks if (data := package.zip.bytes_of(name))
        ],
    )
    return read_document(file, document)


def _open(archive: OfficeZip | FlatPackage) -> _Package:
    roots = _relations(archive, "")
    main = next((target for kind, target in roots.values() if kind == "officeDocument"), "")
    main = main or _MAIN
    relations = _relations(archive, main)
    styles = next((target for kind, target in relations.values() if kind == "styles"), "")
    page = _PAGE_COLOUR.search(archive.bytes_of(main), 0, 20_000)
    has_colour = page is not None and page[1] not in (b"FFFFFF", b"auto")
    part = archive.xml(styles)
    look = read_styles(part, may_be_dark=has_colour)
    numbering = next((target for kind, target in relations.values() if kind == "numbering"), "")
    numbers = Numbers(archive.xml(numbering), part)
    return _Package(archive, main, relations, look, numbers, _headings(part))


def _headings(styles: etree._Element) -> frozenset[str]:
    """Ids of the styles of titles and of headings of the first rank, in whatever language."""
    return frozenset(
        attribute(style, "styleId")
        for style in styles
        for name in style.iterchildren("{*}name")
        if attribute(name, "val").lower() in ("title", "heading 1")
    )


def _relations(archive: OfficeZip | FlatPackage, part: str) -> dict[str, tuple[str, str]]:
    """Id -> (type, target) of what a part, or "" for the whole file, refers to."""
    folder, name = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for node in root:
        target = node.get("Target") or ""
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[node.get("Id") or ""] = ((node.get("Type") or "").rpartition("/")[2], target)
    return found


def _lines_of(root: etree._Element, walk: _Walk) -> list[Line]:
    """The paragraphs below `root`."""
    steps = etree.iterwalk(root, events=("start", "end"))
    links: list[str] = []
    left_out: etree._Element | None = None
    for event, node in steps:
        name = local_name(node)
        if node is left_out:
            left_out = None
        elif event == "end":
            _leave(node, name, walk, links)
        elif node is not root and _is_left_out(node, name, walk):
            left_out = node
            steps.skip_subtree()
        else:
            _enter(node, name, walk, links)
    return walk.flow.finish()


def _enter(node: etree._Element, name: str, walk: _Walk, links: list[str]) -> None:
    flow = walk.flow
    if name == "t":
        flow.write(_text_of(node), links[-1] if links else "")
    elif name == "sym":
        flow.write(sign(attribute(node, "char"), attribute(node, "font")))
    elif name == "p":
        style = next(node.iterfind("{*}pPr/{*}pStyle"), None)
        is_heading = style is not None and attribute(style, "val") in walk.package.headings
        label = walk.package.numbers.label(node)
        flow.open_paragraph(is_heading, "" if is_heading else label)
    elif name in _SIGNS:
        flow.write(_SIGNS[name])
    elif name == "hyperlink":
        links.append(walk.package.target(attribute(node, "id")))
    elif name == "hlink":
        links.append(attribute(node, "dest"))
    elif name == "tr":
        flow.open_row()
    elif name == "tc":
        flow.open_cell()
    elif name in _NOTES:
        walk.notes.append((_NOTES[name], attribute(node, "id")))
    elif name == "altChunk":
        walk.chunks.append(walk.package.target(attribute(node, "id")))


def _text_of(node: etree._Element) -> str:
    """The text of an element of a run, read as its font shows it."""
    text, run = node.text or "", node.getparent()
    fonts = run.find("{*}rPr/{*}rFonts") if run is not None else None
    font = attribute(fonts, "ascii") if fonts is not None else ""
    return as_characters(text, font) if is_symbolic(font) else text


def _leave(node: etree._Element, name: str, walk: _Walk, links: list[str]) -> None:
    if name == "p":
        walk.flow.close_paragraph(carry=_goes_on(node))
    elif name == "tr":
        walk.flow.close_row()
    elif name in ("hyperlink", "hlink") and links:
        links.pop()


def _is_left_out(node: etree._Element, name: str, walk: _Walk) -> bool:
    if name in _UNSEEN or not name:
        return True
    row_removed = name == "tr" and next(node.iterfind("{*}trPr/{*}del"), None) is not None
    if name in _REMOVED or row_removed or _is_removal(node):
        walk.removed = walk.removed or _has_text(node)
        return True
    if name == "annotation" and attribute(node, "type") == "Word.Comment":
        return True
    if name in ("footnote", "endnote"):
        walk.notes_within.append(node)
        return True
    if name == "Fallback":
        choice = node.getprevious()
        return choice is not None and _has_text(choice)
    if name == "sdt":
        return next(node.iterfind("{*}sdtPr/{*}showingPlcHdr"), None) is not None
    if name == "r" and is_hidden(node, walk.package.styles):
        walk.hidden = walk.hidden or _has_text(node)
        return True
    return False


def _has_text(node: etree._Element) -> bool:
    texts = node.iter("{*}t", "{*}delText")
    return any((text.text or "").strip() for text in texts)


def _is_removal(node: etree._Element) -> bool:
    """Whether an annotation, as Word 2003 has them, encloses what a tracked change deletes."""
    return local_name(node) == "annotation" and attribute(node, "type") == "Word.Deletion"


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether a paragraph is one with the next: a tracked change deletes its end, or it is only
    the large first letter of that.
    """
    marks = paragraph.iterfind("{*}pPr/{*}rPr/*")
    if any(local_name(mark) == "del" or _is_removal(mark) for mark in marks):
        return True
    frame = next(paragraph.iterfind("{*}pPr/{*}framePr"), None)
    return frame is not None and attribute(frame, "dropCap") not in ("", "none")


def _notes(walk: _Walk) -> list[Line]:
    """Footnotes and endnotes in the order in which the text refers to them."""
    notes: dict[tuple[str, str], etree._Element] = {}
    for kind in ("footnotes", "endnotes") if walk.notes else ():
        for part in walk.package.of_type(kind):
            roots = walk.package.zip.xml(part)
            notes.update({(kind, attribute(note, "id")): note for note in roots})
    found: list[Line] = []
    for key in dict.fromkeys(walk.notes):
        if key in notes:
            found += _lines_of(notes[key], _Walk(walk.package))
    for note in walk.notes_within:
        found += _lines_of(note, _Walk(walk.package))
    return found


def _margins(package: _Package) -> list[Line]:
    """The lines of headers and footers."""
    parts = [part for kind in ("header", "footer") for part in package.of_type(kind)]
    lines: list[Line] = []
    for part in parts[:_MARGIN_PARTS]:
        root = package.zip.xml(part)
        lines += _lines_of(root, _Walk(package))
    return lines


def _properties(archive: OfficeZip | FlatPackage) -> dict[str, str]:
    """Field of Article -> what the file says of itself. It may well be that of a template."""
    roots = _relations(archive, "").values()
    core = next((target for kind, target in roots if kind == "core-properties"), "")
    return _stated(archive.xml(core))


def _stated(root: etree._Element) -> dict[str, str]:
    fields = {"title": "headline", "creator": "byline", "author": "byline", "created": "published"}
    texts = {local_name(n).lower(): n.text or "" for n in root}
    return {field: texts[name] for name, field in fields.items() if texts.get(name)}
