"""The office's own Word template: letterhead, styles and page are theirs, content is ours."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from briefing_app.memo import form, styles
from briefing_app.memo.docx_paper import PLACE
from briefing_app.memo.form import Page
from briefing_app.memo.office_template.fields import W, remove
from briefing_app.memo.office_template.package import Package, read, unusable
from briefing_app.memo.office_template.repair import repair
from briefing_app.memo.office_template.scrub import R, Unwanted, scrub, stories
from briefing_app.memo.office_template.styles import StyleSheet, matching, missing

_PLACEHOLDER = re.compile(r"\s*\{\{\s*body\s*\}\}\s*", re.IGNORECASE)
_SHOWN = 80
_LETTER = {
    "pgSz": {"w": "12240", "h": "15840"},
    "pgMar": {
        **dict.fromkeys(("top", "right", "bottom", "left"), "1440"),
        "header": "720",
        "footer": "720",
        "gutter": "0",
    },
}
_NARROWEST = 2880
_TWIPS = {"pt": 20, "in": 1440, "cm": 567, "mm": 56.7, "pc": 240, "pi": 240}
_AFTER_FOOTNOTES = frozenset((
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade",
    "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
))  # fmt: skip
"""Settings that stand after the one about footnotes, in the order of the schema."""


@dataclass(frozen=True)
class NoStyle:
    """The template lacks the style `name`, so ours is used; `is_words`: one that Word knows."""

    name: str
    is_words: bool


@dataclass(frozen=True)
class Scrubbed:
    """Something was taken out of the template."""

    what: Unwanted


@dataclass(frozen=True)
class OwnText:
    """The template has words in its body, which will stand in every memo; their beginning."""

    text: str


@dataclass(frozen=True)
class PlaceInside:
    """`{{ body }}` stands inside a table or frame, so the content goes below that."""


@dataclass(frozen=True)
class NoPageNumbers:
    """Neither headers nor footers number the pages."""


@dataclass(frozen=True)
class LeftColumns:
    """Its text stands in columns, and the content goes across the page."""


Note = NoStyle | Scrubbed | OwnText | PlaceInside | NoPageNumbers | LeftColumns


@dataclass(frozen=True)
class OfficeTemplate:
    """A template that was read, checked and scrubbed.

    package  the .docx that memos are written into; PLACE stands where
    styles   their style's id for each id of ours that they have one for
    page     where the content goes; font and size are those of its plain paragraphs
    """

    name: str
    package: bytes
    notes: tuple[Note, ...]
    styles: Mapping[str, str]
    page: Page


def open_template(path: str | os.PathLike[str]) -> OfficeTemplate:
    """Read a .docx or .dotx; what must not go out with a memo is taken out, with a note.

    Raises UnreadableFile, PasswordNeeded or UnsupportedFormat: it cannot be used; says why.
    """
    path = Path(path)
    package = read(path)
    main = package.related("", "officeDocument")
    body = package.roots[main].find(f"{W}body")
    if body is None:
        raise unusable(path, package.roots[main])
    scrubbed = scrub(package)
    repair(package)
    notes: list[Note] = [Scrubbed(what) for what in scrubbed]
    section, is_inside = _make_place(body)
    _declare(package, main)
    _complete(package, main)
    theirs = StyleSheet(package.roots[package.related(main, "styles")])
    ours = StyleSheet(styles.part(form.load(form.DEFAULT), "styles"))
    found = matching(theirs, ours)
    for id, name in missing(ours, found).items():
        if not ours.by_id[id].get(f"{W}default"):
            notes.append(NoStyle(_shown(name), not ours.by_id[id].get(f"{W}customStyle")))
    if own := " ".join(" ".join(_own_words(p) for p in body.iter(f"{W}p")).split()):
        notes.append(OwnText(own if len(own) <= _SHOWN else f"{own[:_SHOWN]}…"))
    if is_inside:
        notes.append(PlaceInside())
    if _leave_columns(section):
        notes.append(LeftColumns())
    if not _numbers_pages(package):
        notes.append(NoPageNumbers())
    theme = package.roots.get(package.related(main, "theme"))
    page = _page(section, *theirs.base(theme))
    return OfficeTemplate(path.name, package.pack(), tuple(notes), found, page)


def _make_place(body: etree._Element) -> tuple[etree._Element, bool]:
    """Put PLACE where the content goes; the page set-up there, and whether it had to move out."""
    for alien in list(body.iter(etree.PI, etree.Comment)):
        remove(alien)
    final = _final_section(body)
    place = etree.ProcessingInstruction(PLACE)
    asked = [p for p in body.iter(f"{W}p") if _PLACEHOLDER.fullmatch(_own_words(p))]
    is_inside = False
    if asked:
        top = _top(body, asked[0])
        whole = "".join(top.itertext(f"{W}t"))
        is_inside = top.tag not in (f"{W}p", f"{W}sdt") or not _PLACEHOLDER.fullmatch(whole)
        if is_inside:
            top.addnext(place)
        else:
            top.addprevious(place)
        for paragraph in asked:
            _empty(paragraph)
        if not is_inside and not _is_needed(top):
            body.remove(top)
    else:
        last = final.getprevious()
        # Word wants a last paragraph, so the template's author could not leave this one out.
        if last is not None and last.tag == f"{W}p" and _is_bare(last):
            body.remove(last)
        final.addprevious(place)
    return _section_after(place, final), is_inside


def _own_words(paragraph: etree._Element) -> str:
    """Without those of text boxes that hang on it."""
    texts = paragraph.iter(f"{W}t")
    return "".join(t.text or "" for t in texts if next(t.iterancestors(f"{W}p")) is paragraph)


def _top(body: etree._Element, element: Any) -> etree._Element:
    while element.getparent() is not body:
        element = element.getparent()
    return element


def _empty(paragraph: etree._Element) -> None:
    """A cell must hold a paragraph, so this leaves one without words."""
    for text in list(paragraph.iter(f"{W}t")):
        if next(text.iterancestors(f"{W}p")) is paragraph:
            remove(text)


def _is_needed(block: etree._Element) -> bool:
    """It ends a section, holds a picture, or parts a table from what could be one."""
    following = block.getnext()
    is_table = following is not None and following.tag == f"{W}tbl"
    return is_table or not (_is_bare(block) or block.tag == f"{W}sdt")


def _is_bare(block: etree._Element) -> bool:
    held = ("t", "drawing", "pict", "object", "sectPr", "br", "tab", "sym", "fldChar", "fldSimple")
    return next(block.iter(*(f"{W}{tag}" for tag in held)), None) is None


def _final_section(body: etree._Element) -> etree._Element:
    last = body[-1] if len(body) else None
    if last is None or last.tag != f"{W}sectPr":
        last = etree.SubElement(body, f"{W}sectPr")
        for tag, values in _LETTER.items():
            etree.SubElement(last, f"{W}{tag}", {f"{W}{key}": v for key, v in values.items()})
    return last


def _section_after(place: etree._Element, final: etree._Element) -> etree._Element:
    ends = (block.find(f"{W}pPr/{W}sectPr") for block in place.itersiblings(f"{W}p"))
    return next((end for end in ends if end is not None), final)


def _page(section: etree._Element, font: str, size_pt: float) -> Page:
    values: dict[str, float] = {}
    for tag, defaults in _LETTER.items():
        element = section.find(f"{W}{tag}")
        for key, default in defaults.items():
            given = element.get(f"{W}{key}", default) if element is not None else default
            values[key] = _twips(given, float(default))
    left = values["left"] + max(0, values["gutter"])
    right = min(values["right"], values["w"] - left - _NARROWEST)
    margins = tuple(round(abs(side)) for side in (values["top"], right, values["bottom"], left))
    return Page(round(values["w"]), round(values["h"]), margins, font, size_pt)  # type: ignore[arg-type]


def _leave_columns(section: etree._Element) -> bool:
    """Let the content go across the page: the tables of a memo are too wide for columns."""
    columns = section.find(f"{W}cols")
    if columns is None:
        return False
    is_uneven = columns.get(f"{W}equalWidth") in ("0", "false", "off")
    count = str(len(columns)) if is_uneven else columns.get(f"{W}num", "1")
    if not count.isdecimal() or int(count) < 2:
        return False
    section.remove(columns)
    return True


def _twips(length: str, default: float) -> float:
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?", length)
    return float(match[1]) * _TWIPS.get(match[2], 1) if match else default


def _declare(package: Package, main: str) -> None:
    """Let the prefixes of the content mean at the root what they mean in it."""
    root: Any = package.roots[main]
    given: dict[Any, str] = dict(root.nsmap)
    given.pop(None, None)
    known = {**given, "w": W[1:-1], "r": R[1:-1]}
    fresh = etree.Element(root.tag, dict(root.attrib), nsmap=known)
    fresh.extend(root)
    package.roots[main] = fresh


def _complete(package: Package, main: str) -> None:
    """Every part that a memo needs is there, and the settings agree with the notes to come."""
    for kind in ("styles", "numbering"):
        if package.related(main, kind) not in package.roots:
            empty = etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]})
            package.add(main, kind, f"word/{kind}.xml", empty)
    if package.related(main, "settings") not in package.roots:
        ours = styles.part(form.load(form.DEFAULT), "settings")
        package.add(main, "settings", "word/settings.xml", ours)
    settings = package.roots[package.related(main, "settings")]
    notes = settings.find(f"{W}footnotePr")
    if notes is None:
        notes = etree.Element(f"{W}footnotePr")
        later = (e for e in settings if etree.QName(e).localname in _AFTER_FOOTNOTES)
        following = next(later, None)
        place = len(settings) if following is None else settings.index(following)
        settings.insert(place, notes)
    for note in notes.findall(f"{W}footnote"):
        notes.remove(note)
    for id in ("-1", "0"):
        etree.SubElement(notes, f"{W}footnote", {f"{W}id": id})


def _numbers_pages(package: Package) -> bool:
    return any(
        re.match(r"\s*PAGE\b", instruction, re.IGNORECASE)
        for name in stories(package)[1:]
        for instruction in _instructions(package.roots[name])
    )


def _instructions(root: etree._Element) -> Iterator[str]:
    for code in root.iter(f"{W}instrText"):
        yield code.text or ""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", "")


def _shown(name: str) -> str:
    """As Word shows it: it keeps "heading 1" and says "Heading 1"."""
    return name.title() if name.islower() else name
