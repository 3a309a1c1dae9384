"""Rules of a .docx that Word holds to and that neither schema nor Open XML SDK checks."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = {
    "document.xml": "document.main",
    "footnotes.xml": "footnotes",
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "settings.xml": "settings",
}
URL = re.compile(r"https?://[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+|mailto:[^\s<>|]+")
STYLE_USERS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")

Parts = dict[str, etree._Element]
Problems = Iterator[str]


def lint(path: Path) -> list[str]:
    """What is wrong with the document, [] when nothing is."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        contents = {name: archive.read(name) for name in dict.fromkeys(names)}
    problems = []
    if len(names) != len(set(names)):
        problems.append("zip: a member is there twice")
    if names[0] != "[Content_Types].xml":
        problems.append("zip: [Content_Types].xml is not first")
    parts: Parts = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for name, data in contents.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            parts[name] = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            problems.append(f"xml: {name}: {error}")
    if problems:
        return problems
    relations = _relations(parts)
    checks = [
        _doctypes(parts),
        _content_types(parts, list(contents)),
        _relationships(parts, relations, list(contents)),
        _styles(parts),
        _numbering(parts),
        _notes(parts),
        _bookmarks(parts),
        _tables(parts),
        _fields(parts),
        _texts(parts),
        _core(parts),
        _body(parts),
        _drawings(parts),
        _controls(parts),
        _settings(parts),
        _personal(parts),
    ]
    return [problem for check in checks for problem in check]


def _story(parts: Parts) -> Iterator[tuple[str, etree._Element]]:
    for name, root in parts.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            yield name, root


def _relations(parts: Parts) -> dict[str, dict[str, etree._Element]]:
    """Relationships by their source part ("" for the package) and id; ids may be double."""
    found = {}
    for name, root in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            source = posixpath.join(folder, posixpath.basename(name)[: -len(".rels")])
            found[source if name != "_rels/.rels" else ""] = {r.get("Id"): r for r in root}
    return found


def _doctypes(parts: Parts) -> Problems:
    for name, root in parts.items():
        if root.getroottree().docinfo.doctype:
            yield f"xml: {name} has a DTD"


def _content_types(parts: Parts, names: list[str]) -> Problems:
    types = parts["[Content_Types].xml"]
    override = {o.get("PartName"): o.get("ContentType") for o in types if o.get("PartName")}
    default = {d.get("Extension") for d in types if d.get("Extension")}
    for name in names:
        if name == "[Content_Types].xml":
            continue
        kind = override.get(f"/{name}")
        if kind is None and name.rsplit(".", 1)[-1] not in default:
            yield f"type: none for {name}"
        wanted = TYPES.get(posixpath.basename(name)) if name.startswith("word/") else None
        if wanted and not name.endswith(".rels") and wanted not in (kind or ""):
            yield f"type: {name} is {kind}"
    for name in override:
        if name.lstrip("/") not in names:
            yield f"type: {name} is not there"


def _relationships(
    parts: Parts, relations: dict[str, dict[str, etree._Element]], names: list[str]
) -> Problems:
    for name, root in parts.items():
        if name.endswith(".rels") and len({r.get("Id") for r in root}) != len(root):
            yield f"relation: an id is there twice in {name}"
    for source, by_id in relations.items():
        for relation in by_id.values():
            target = relation.get("Target")
            if relation.get("TargetMode") == "External":
                if not URL.fullmatch(target) or re.search(r"%(?![0-9A-Fa-f]{2})", target):
                    yield f"relation: {target[:60]!r} is no address"
                elif len(target) > 2000:
                    yield "relation: an address is too long"
                continue
            place = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
            if place.lstrip("/") not in names:
                yield f"relation: {target} of {source or 'the package'} is not there"
    for name, root in _story(parts):
        for element in root.iter(etree.Element):
            for key, value in element.attrib.items():
                if key.startswith(R) and value not in relations.get(name, {}):
                    yield f"relation: {value} is not declared for {name}"


def _styles(parts: Parts) -> Problems:
    ids = Counter(s.get(f"{W}styleId") for s in parts["word/styles.xml"].iter(f"{W}style"))
    for id, count in ids.items():
        if count > 1:
            yield f"style: {id} is there {count} times"
    for name, root in _story(parts):
        for tag in STYLE_USERS:
            for element in root.iter(f"{W}{tag}"):
                if element.get(f"{W}val") not in ids:
                    yield f"style: {name} uses {element.get(f'{W}val')}, which is not there"


def _numbering(parts: Parts) -> Problems:
    numbering = parts["word/numbering.xml"]
    ids = [n.get(f"{W}numId") for n in numbering.findall(f"{W}num")]
    abstract = {a.get(f"{W}abstractNumId") for a in numbering.findall(f"{W}abstractNum")}
    if len(ids) != len(set(ids)):
        yield "list: an id is there twice"
    for number in numbering.findall(f"{W}num"):
        if number.find(f"{W}abstractNumId").get(f"{W}val") not in abstract:
            yield "list: a list has no definition"
    for name, root in _story(parts):
        for element in root.iter(f"{W}numPr"):
            number = element.find(f"{W}numId")
            used = "0" if number is None else number.get(f"{W}val")
            if used != "0" and used not in ids:
                yield f"list: {name} uses {used}, which is not there"


def _notes(parts: Parts) -> Problems:
    notes = parts["word/footnotes.xml"].findall(f"{W}footnote")
    ids = [note.get(f"{W}id") for note in notes]
    if len(ids) != len(set(ids)):
        yield "note: an id is there twice"
    if not {"separator", "continuationSeparator"} <= {note.get(f"{W}type") for note in notes}:
        yield "note: a separator is missing"
    used = [e.get(f"{W}id") for e in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    for id in used:
        if id not in ids:
            yield f"note: {id} is referred to and not there"
    for note in notes:
        if note.get(f"{W}type") is None and note.get(f"{W}id") not in used:
            yield f"note: nothing refers to {note.get(f'{W}id')}"


def _bookmarks(parts: Parts) -> Problems:
    names: Counter[str] = Counter()
    anchors = set()
    for part, root in _story(parts):
        starts = Counter(e.get(f"{W}id") for e in root.iter(f"{W}bookmarkStart"))
        ends = Counter(e.get(f"{W}id") for e in root.iter(f"{W}bookmarkEnd"))
        if starts != ends or any(count > 1 for count in starts.values()):
            yield f"bookmark: starts and ends of {part} do not pair"
        names.update(e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart"))
        anchors |= {e.get(f"{W}anchor") for e in root.iter(f"{W}hyperlink")} - {None}
    for name, count in names.items():
        if count > 1:
            yield f"bookmark: {name} is there {count} times"
        if not re.fullmatch(r"[^\W\d]\w{0,39}", name):
            yield f"bookmark: {name[:60]} is no name"
    for anchor in sorted(anchors - set(names)):
        yield f"bookmark: a link leads to {anchor}, which is not there"


def _tables(parts: Parts) -> Problems:
    for name, root in _story(parts):
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"table: a cell of {name} does not end with a paragraph"
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            rows = table.findall(f"{W}tr")
            if not rows:
                yield f"table: one in {name} has no rows"
            for row in rows:
                if sum(map(_columns, row.findall(f"{W}tc"))) != columns:
                    yield f"table: a row of {name} does not fit its {columns} columns"


def _columns(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def _fields(parts: Parts) -> Problems:
    for name, root in _story(parts):
        depth = 0
        for mark in root.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
            if depth < 0:
                break
        if depth:
            yield f"field: one in {name} is not whole"


def _texts(parts: Parts) -> Problems:
    for name, root in _story(parts):
        for element in root.iter(f"{W}t", f"{W}instrText"):
            if re.search(r"[\n\r\t]", element.text or ""):
                yield f"text: a raw line end or tab in {name}"


def _core(parts: Parts) -> Problems:
    for element in parts["docProps/core.xml"]:
        is_date = element.tag.endswith(("}created", "}modified"))
        if is_date and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.text or ""):
            yield f"core: {element.text!r} is no date"


def _body(parts: Parts) -> Problems:
    body = parts["word/document.xml"].find(f"{W}body")
    if len(body) == 0 or body[-1].tag != f"{W}sectPr":
        yield "body: the section properties are not last"


def _drawings(parts: Parts) -> Problems:
    ids = Counter(
        element.get("id") for _, root in _story(parts) for element in root.iter("{*}docPr")
    )
    for id, count in ids.items():
        if count > 1:
            yield f"drawing: {id} is there {count} times"


def _controls(parts: Parts) -> Problems:
    """Content controls: a memo has none, an office's template may."""
    found = (e for _, root in _story(parts) for e in root.iterfind(f".//{W}sdtPr/{W}id"))
    for id, count in Counter(element.get(f"{W}val") for element in found).items():
        if count > 1:
            yield f"control: {id} is there {count} times"


def _settings(parts: Parts) -> Problems:
    listed = parts["word/settings.xml"].findall(f"{W}footnotePr/{W}footnote")
    special = [n for n in parts["word/footnotes.xml"] if n.get(f"{W}type") is not None]
    if {n.get(f"{W}id") for n in listed} != {n.get(f"{W}id") for n in special}:
        yield "note: the settings do not agree with the separators"


def _personal(parts: Parts) -> Problems:
    """Traces of how and by whom a document was made, and what it fetches when it is opened."""
    for name, root in parts.items():
        for element in root.iter(etree.Element):
            tag = etree.QName(element).localname
            if tag in (
                "ins",
                "del",
                "rPrChange",
                "commentReference",
                "attachedTemplate",
                "docVars",
            ):
                yield f"trace: {tag} in {name}"
            for key, value in element.attrib.items():
                attribute = etree.QName(key).localname
                if attribute in ("author", "ed", "userId"):
                    yield f"trace: {attribute} {value} in {name}"
                if re.search(r"[A-Za-z]:\\|file:|/(?:home|Users)/", value):
                    yield f"trace: a path in {name}"
        for element in root.iter(f"{W}instrText"):
            code = (element.text or "").split()
            if code and code[0].upper() in ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE"):
                yield f"trace: a field fetches {code[0]} in {name}"
