"""OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.document import Document, read_document
from briefing_app.readers.documents.flow import Flow, Line
from briefing_app.readers.documents.odt_numbers import Numbers, read_numbers
from briefing_app.readers.documents.odt_protection import open_protected
from briefing_app.readers.documents.odt_visibility import Styles, read_styles
from briefing_app.readers.documents.office_zip import OfficeZip, attribute, parse
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.xml_tree import local_name

_UNSEEN = {"annotation", "annotation-end", "note-citation", "ruby-text", "forms", "hidden-text",
           "hidden-paragraph", "sequence-decls", "variable-decls", "title", "desc",
           "event-listeners", "binary-data", "math"}  # fmt: skip
_PARAGRAPHS = {"p", "h"}
_LISTS = {"list", "list-item"}
_MOST_SPACES = 100
_PROPERTIES = {"title": "headline", "initial-creator": "byline", "creation-date": "published"}


@dataclass
class _Walk:
    """What is met on the way through the text."""

    styles: Styles
    numbers: Numbers
    flow: Flow = field(default_factory=Flow)
    notes: list[etree._Element] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    removed: bool = False
    hidden: bool = False


def read_odt(file: Incoming) -> Contents:
    """Read an OpenDocument text: one article, or those of a press database's export.

    Raises UnreadableFile: damaged, unreasonably large, or without text. PasswordNeeded.
    """
    archive = open_protected(OfficeZip(file.data), file.data, file.options.password)
    parts = (archive.xml(name) for name in ("content.xml", "styles.xml", "meta.xml"))
    return _read(file, *parts)


def read_flat_odt(file: Incoming) -> Contents:
    """Read an OpenDocument text that is one XML file. Raises UnreadableFile as `read_odt` does."""
    root = parse(file.data)
    return _read(file, root, root, root)


def _read(
    file: Incoming, content: etree._Element, styles: etree._Element, meta: etree._Element
) -> Contents:
    text = next(content.iterfind("{*}body/{*}text"), None)
    if text is None:
        raise UnreadableFile(
            "this OpenDocument file holds no text document.", "Save it as a text document (.odt)."
        )
    walk = _Walk(read_styles(content, styles), read_numbers(content, styles))
    lines = _lines_of(text, walk)
    for note in walk.notes:
        lines = [*lines, *_lines_of(note, _Walk(walk.styles, walk.numbers))]
    document = Document(
        lines,
        margins=_margins(styles, walk),
        properties=_properties(meta),
        removed=walk.removed,
        hidden=walk.hidden,
        reversed=walk.flow.reversed,
    )
    return read_document(file, document)


def _lines_of(root: etree._Element, walk: _Walk) -> list[Line]:
    """The paragraphs below `root`, without the footnotes, which are noted."""
    steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    left_out: etree._Element | None = None
    for event, node in steps:
        name = local_name(node)
        if event == "start" and node is not root and _is_left_out(node, name, walk):
            left_out = node
            steps.skip_subtree()
            continue
        if event == "start":
            _enter(node, name, walk)
        elif node is left_out:
            left_out = None
        elif event == "end":
            _leave(name, walk)
        if event != "start" and node is not root:
            _write_inside_paragraph(node.getparent(), node.tail, walk)
    return walk.flow.finish()


def _write_inside_paragraph(parent: etree._Element | None, text: str | None, walk: _Walk) -> None:
    """Write text unless it only lays the file out, as between two paragraphs, or is not seen."""
    if text and parent is not None and walk.styles.hides_text_in(parent):
        walk.hidden = walk.hidden or bool(text.strip())
    elif text and parent is not None and (text.strip() or _is_within_paragraph(parent)):
        walk.flow.write(" ".join(f"|{text}|".split())[1:-1], walk.links[-1] if walk.links else "")


def _is_within_paragraph(node: etree._Element) -> bool:
    return local_name(node) in _PARAGRAPHS or local_name(node) in ("span", "a", "meta", "ruby-base")


def _enter(node: etree._Element, name: str, walk: _Walk) -> None:
    flow = walk.flow
    if name in _PARAGRAPHS:
        is_heading = name == "h" and attribute(node, "outline-level") in ("", "1")
        label = walk.numbers.label()
        flow.open_paragraph(is_heading, "" if is_heading else label)
    elif name in _LISTS:
        walk.numbers.enter(node, name)
    elif name == "s":
        count = attribute(node, "c")
        flow.write(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
    elif name == "tab":
        flow.write("\t")
    elif name == "line-break":
        flow.write("\n")
    elif name == "a":
        walk.links.append(attribute(node, "href"))
    elif name == "table-row":
        flow.open_row()
    elif name == "table-cell":
        flow.open_cell()
    _write_inside_paragraph(node, node.text, walk)


def _leave(name: str, walk: _Walk) -> None:
    if name in _PARAGRAPHS:
        walk.flow.close_paragraph()
    elif name == "table-row":
        walk.flow.close_row()
    elif name == "a" and walk.links:
        walk.links.pop()
    elif name in _LISTS:
        walk.numbers.leave(name)


def _is_left_out(node: etree._Element, name: str, walk: _Walk) -> bool:
    if name == "note":
        walk.notes.append(node)
        return True
    if name == "tracked-changes":
        deleted = node.iterfind("{*}changed-region/{*}deletion")
        walk.removed = walk.removed or any("".join(d.itertext("{*}p")).strip() for d in deleted)
        return True
    if name in _UNSEEN:
        return True
    is_hidden = attribute(node, "style-name") in walk.styles.hidden
    if is_hidden or (name == "section" and attribute(node, "display") == "none"):
        walk.hidden = walk.hidden or bool("".join(node.itertext()).strip())
        return True
    return False


def _margins(styles: etree._Element, walk: _Walk) -> list[Line]:
    """The lines of headers and footers."""
    lines: list[Line] = []
    for margin in styles.iter("{*}header", "{*}footer"):
        lines += _lines_of(margin, _Walk(walk.styles, walk.numbers))
    return lines


def _properties(root: etree._Element) -> dict[str, str]:
    """Field of Article -> what the file says of itself. It may well be that of a template."""
    meta = next(root.iterfind("{*}meta"), None)
    texts = {local_name(node): node.text or "" for node in (() if meta is None else meta)}
    return {field: texts[name] for name, field in _PROPERTIES.items() if texts.get(name)}
