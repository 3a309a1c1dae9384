"""Take out of a template what must not go out with a memo; say what that was.

What is fetched from elsewhere when the memo is opened, what runs, what names a user or shows
how the template came about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import count
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from lxml import etree

from briefing_app.memo.office_template.fields import W, plain_fields, remove, unwrap
from briefing_app.memo.office_template.package import Package, Relation
from briefing_app.memo.word_xml import clean_url

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Unwanted(StrEnum):
    """What was found in a template and taken out."""

    ATTACHED_TEMPLATE = "attached template"
    EXTERNAL_PICTURE = "external picture"
    EXTERNAL_FILE = "external file"
    EMBEDDED_OBJECT = "embedded object"
    FIELD = "field"
    LINK = "link"
    OWN_FOOTNOTES = "own footnotes"
    COMMENTS = "comments"
    TRACKED_CHANGES = "tracked changes"
    USER_NAMES = "user names"
    CUSTOM_DATA = "custom data"
    VARIABLES = "document variables"
    MAIL_MERGE = "mail merge"
    BUILDING_BLOCKS = "building blocks"
    PROTECTION = "protection"


_KEPT = frozenset((
    "officeDocument", "styles", "numbering", "settings", "fontTable", "font", "theme", "header",
    "footer", "image", "hyperlink", "endnotes",
))  # fmt: skip
_WORD_FOR = {
    "attachedTemplate": Unwanted.ATTACHED_TEMPLATE,
    "image": Unwanted.EXTERNAL_PICTURE,
    "hyperlink": Unwanted.LINK,
    "oleObject": Unwanted.EMBEDDED_OBJECT,
    "package": Unwanted.EMBEDDED_OBJECT,
    "control": Unwanted.EMBEDDED_OBJECT,
    "chart": Unwanted.EMBEDDED_OBJECT,
    "diagramData": Unwanted.EMBEDDED_OBJECT,
    "aFChunk": Unwanted.EMBEDDED_OBJECT,
    "subDocument": Unwanted.EXTERNAL_FILE,
    "frame": Unwanted.EXTERNAL_FILE,
    "mailMergeSource": Unwanted.MAIL_MERGE,
    "mailMergeHeaderSource": Unwanted.MAIL_MERGE,
    "comments": Unwanted.COMMENTS,
    "glossaryDocument": Unwanted.BUILDING_BLOCKS,
    "keyMapCustomizations": None,
}
"""What a relationship that is not kept is called; the others go without a word."""

_HOLDERS = tuple(
    f"{W}{name}"
    for name in (
        "drawing", "pict", "object", "altChunk", "subDoc", "control", "headerReference",
        "footerReference", "attachedTemplate", "mailMerge", "hyperlink", "frame", "movie",
        "numPicBullet", "saveThroughXslt", "printerSettings",
    )
)  # fmt: skip
"""Elements that are nothing without the part that they refer to."""

_SETTINGS = {
    "attachedTemplate": Unwanted.ATTACHED_TEMPLATE,
    "mailMerge": Unwanted.MAIL_MERGE,
    "docVars": Unwanted.VARIABLES,
    "documentProtection": Unwanted.PROTECTION,
    "writeProtection": Unwanted.PROTECTION,
    **dict.fromkeys(
        ("linkStyles", "trackRevisions", "revisionView", "updateFields", "rsids", "attachedSchema",
         "saveThroughXslt", "useXSLTWhenSaving", "documentType", "formsDesign"),
        None,
    ),
}  # fmt: skip
_ACCEPTED = tuple(f"{W}{name}" for name in ("ins", "moveTo"))
_REFUSED = tuple(f"{W}{name}" for name in ("del", "moveFrom"))
_MARK_PROPERTIES = (f"{W}rPr", f"{W}trPr", f"{W}ctrlPr")
_FORMER = tuple(
    f"{W}{name}"
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange",
        "trPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_COMMENTED = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_PERSON = re.compile(r"creator|lastModifiedBy|Manager|employee", re.IGNORECASE)
_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\\w|file:|/(?:Users|home|Volumes|mnt|var)/", re.IGNORECASE)
FIRST_OWN_ID = 1_000_000
"""Numbers of the template's own bookmarks and drawings begin here; the memo's stay below."""


def scrub(package: Package) -> list[Unwanted]:
    """Take it out of the package; each thing once, in the order of Unwanted."""
    found = set(_properties(package))
    found |= set(_custom_data(package))
    main = package.related("", "officeDocument")
    for source in list(package.relations):
        found |= set(_relations(package, source))
    if (settings := package.related(main, "settings")) in package.roots:
        found |= set(_settings(package.roots[settings]))
    for name in stories(package):
        found |= set(_story(package.roots[name]))
    _own_ids([package.roots[name] for name in stories(package)])
    return [what for what in Unwanted if what in found]


def stories(package: Package) -> list[str]:
    """Names of the parts with text: the document, its headers and footers, its endnotes."""
    main = package.related("", "officeDocument")
    kinds = ("header", "footer", "endnotes")
    others = [r.target for r in package.relations.get(main, ()) if r.kind in kinds]
    return [name for name in (main, *others) if name in package.roots]


def _properties(package: Package) -> Iterator[Unwanted]:
    """Names in the properties, which do not go along at all."""
    for relation in package.relations.get("", ()):
        root = package.roots.get(relation.target)
        if root is None or not relation.kind.endswith(("-properties", "core-properties")):
            continue
        for element in root.iter(etree.Element):
            name = etree.QName(element).localname
            is_name = name in ("creator", "lastModifiedBy", "Manager", "Company")
            if is_name and (element.text or "").strip() not in ("", "python-docx"):
                yield Unwanted.USER_NAMES


def _custom_data(package: Package) -> Iterator[Unwanted]:
    """Data stores of the document; Word's empty list of literature is not worth a word."""
    for relations in package.relations.values():
        for relation in relations:
            root = package.roots.get(relation.target)
            if relation.kind == "customXml" and root is not None and not _is_literature(root):
                yield Unwanted.CUSTOM_DATA


def _is_literature(root: etree._Element) -> bool:
    return etree.QName(root).localname == "Sources" and len(root) == 0


def _relations(package: Package, source: str) -> Iterator[Unwanted]:
    """Only what a page needs stays tied to a part; ids make room for the memo's own."""
    kept, renamed = [], {}
    for relation in package.relations[source]:
        if _is_kept(relation):
            id = renamed[relation.id] = relation.id.replace("rLink", "rOwnLink")
            target = clean_url(relation.target) if relation.is_external else relation.target
            kept.append(replace(relation, id=id, target=target))
            continue
        word = _WORD_FOR.get(relation.kind)
        if word is None and relation.is_external:
            word = Unwanted.EXTERNAL_FILE
        if word is not None:
            yield word
    package.relations[source] = kept
    if source in package.roots:
        _forget(package.roots[source], renamed)


def _is_kept(relation: Relation) -> bool:
    if relation.is_external:
        return relation.kind == "hyperlink" and bool(clean_url(relation.target))
    return relation.kind in _KEPT and relation.kind != "hyperlink"


def _forget(root: etree._Element, kept: dict[str, str]) -> None:
    """Take out what refers to a part that is no longer there; give the others their new ids."""
    for element in list(root.iter(etree.Element)):
        for key in [key for key in element.attrib if str(key).startswith(R)]:
            id = element.get(key)
            if id in kept:
                element.set(key, kept[id])
            elif key == f"{R}id" and element.tag == f"{W}hyperlink":
                _without_link(element)
            elif _has_other(element, key, kept):
                del element.attrib[key]
            else:
                remove(_holder(element))


def _has_other(element: etree._Element, key: str, kept: dict[str, str]) -> bool:
    """Whether a picture is in the file too, and its place elsewhere only kept beside it."""
    others = {element.get(f"{R}{name}") for name in ("embed", "id")} - {element.get(key), None}
    return not others.isdisjoint({*kept, *kept.values()})


def _without_link(link: etree._Element) -> None:
    if link.get(f"{W}anchor"):
        del link.attrib[f"{R}id"]
    else:
        unwrap(link)


def _holder(element: etree._Element) -> etree._Element:
    """What has to go when `element` lacks its part: the picture, the object, the field."""
    holder = element
    if etree.QName(element).localname in ("hlinkClick", "hlinkHover"):
        return element
    for outer in (element, *element.iterancestors()):
        if outer.tag in _HOLDERS:
            holder = outer
            break
    around = next(holder.iterancestors(f"{_MC}AlternateContent"), None)
    return holder if around is None else around


def _settings(root: etree._Element) -> Iterator[Unwanted]:
    for element in list(root.iterchildren(etree.Element)):
        name = etree.QName(element).localname
        if name in _SETTINGS:
            root.remove(element)
            if (word := _SETTINGS[name]) is not None:
                yield word
        elif name == "zoom" and element.get(f"{W}percent") is None:
            root.remove(element)


def _story(root: etree._Element) -> Iterator[Unwanted]:
    if _accept(root):
        yield Unwanted.TRACKED_CHANGES
    if _cut(root, _COMMENTED):
        yield Unwanted.COMMENTS
    if _cut(root, ("footnoteReference", "footnoteRef")):
        yield Unwanted.OWN_FOOTNOTES
    fetching, naming = plain_fields(root)
    if fetching:
        yield Unwanted.FIELD
    if _unbind(root) or naming:
        yield Unwanted.USER_NAMES
    _cut(root, ("permStart", "permEnd"))
    _hide_paths(root)


def _accept(root: etree._Element) -> bool:
    """Make tracked changes final; whether there were any."""
    found = False
    for element in list(root.iter(*_ACCEPTED, *_REFUSED, *_FORMER)):
        found = True
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag in _MARK_PROPERTIES:
            parent.remove(element)
            if element.tag in _REFUSED:
                _merge_away(parent)
        elif element.tag in _ACCEPTED:
            unwrap(element)
        else:
            parent.remove(element)
    return found


def _merge_away(properties: Any) -> None:
    """A row that was deleted goes, and so does a paragraph whose mark was, if it is empty."""
    outer = properties.getparent()
    if properties.tag == f"{W}trPr":
        remove(outer)
        return
    paragraph = outer.getparent()
    runs = paragraph.iter(f"{W}r")
    is_empty = all(run.getparent().tag in _REFUSED for run in runs)
    if outer.tag == f"{W}pPr" and is_empty and outer.find(f"{W}sectPr") is None:
        following = paragraph.getnext()
        if following is not None and following.tag == f"{W}p":
            remove(paragraph)


def _cut(root: etree._Element, names: Iterable[str]) -> bool:
    found = list(root.iter(*(f"{W}{name}" for name in names)))
    for element in found:
        remove(element)
    return bool(found)


def _unbind(root: etree._Element) -> bool:
    """Untie content controls from data that does not go along; whether one named a user."""
    named = False
    for control in root.iter(f"{W}sdt"):
        for binding in list(control.iterfind(f"{W}sdtPr/*")):
            name = etree.QName(binding).localname
            if name == "dataBinding":
                if _PERSON.search(binding.get(f"{W}xpath", "")):
                    named = True
                    for text in control.iter(f"{W}t"):
                        text.text = ""
            elif name != "placeholder":
                continue
            remove(binding)
    return named


def _hide_paths(root: etree._Element) -> None:
    """Of a path that Word kept as the name or description of a picture, leave the file's name."""
    for element in root.iter(etree.Element):
        for key in ("descr", "title", "name", "alt"):
            value = element.get(key)
            if value and _PATH.search(value):
                last = PurePosixPath(PureWindowsPath(value).name).stem
                element.set(key, last.replace("%20", " "))


def _own_ids(roots: Iterable[etree._Element]) -> None:
    """New numbers for bookmarks and drawings, and none of the names that the memo gives."""
    number = count(FIRST_OWN_ID)
    for root in roots:
        starts = {start.get(f"{W}id"): start for start in root.iter(f"{W}bookmarkStart")}
        ends = {end.get(f"{W}id"): end for end in root.iter(f"{W}bookmarkEnd")}
        marks = [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]
        for id in starts.keys() & ends.keys():
            if not starts[id].get(f"{W}name", "").startswith(("_bi_", "_src_")):
                marks.remove(starts[id])
                marks.remove(ends[id])
        for mark in marks:
            remove(mark)
        for start in root.iter(f"{W}bookmarkStart"):
            end = ends[start.get(f"{W}id")]
            start.set(f"{W}id", str(next(number)))
            end.set(f"{W}id", start.get(f"{W}id", ""))
        for drawn in root.iter(_DRAWN):
            drawn.set("id", str(next(number)))
