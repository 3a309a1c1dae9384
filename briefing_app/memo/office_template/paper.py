"""A memo written into an office's template."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.section import Section

from briefing_app.domain.memo import ComposedMemo, Role
from briefing_app.memo import styles
from briefing_app.memo.docx_lists import OWN, Lists, Numbering
from briefing_app.memo.docx_paper import banner, fill
from briefing_app.memo.form import Form
from briefing_app.memo.office_template.fields import W
from briefing_app.memo.office_template.styles import (
    StyleSheet,
    add_missing,
    ink_of,
    recolor,
    speak,
)
from briefing_app.memo.office_template.template import OfficeTemplate
from briefing_app.memo.word_xml import NAMESPACES, STYLES

_USED = re.compile(r'(<w:(?:p|r|tbl)Style w:val=")(\w+)"')
_BULLETS = ("bullet", "none")
_LEAST_PT = styles.SIZE_PT
"""Body size for which our styles are drawn at least: their notes are not to become smaller."""

_NESTED = 5
"""How many definitions that point to another one are followed."""


class OfficePaper:
    """A template's letterhead, styles, page, headers and footers."""

    def __init__(self, template: OfficeTemplate, form: Form) -> None:
        self.document = docx.Document(io.BytesIO(template.package))
        part = self.document.part
        self._sheet = StyleSheet(part._styles_part._element)
        self._list_part = part.numbering_part._element
        page, own = template.page, form.page
        if not self._sheet.by_id:
            page = replace(page, font=own.font, size_pt=own.size_pt)
        self.form = replace(form, page=page)
        drawn = replace(form, page=replace(page, size_pt=max(_LEAST_PT, page.size_pt)))
        ours = StyleSheet(styles.part(drawn, "styles"))
        numbering = styles.part(drawn, "numbering")
        recolor(numbering, ink_of(self._sheet, template.styles))
        definitions, lists = _add_lists(self._list_part, numbering)
        self._styles = add_missing(self._sheet, ours, template.styles, lists)
        _tie_levels(self._list_part, set(definitions.values()), self._styles, template.styles)
        speak(self._sheet, self._styles, self.form.language)
        self._numbering = self._numbered(template, definitions, lists)
        self.note_gap = self._gap()

    def _gap(self) -> str:
        """Between a note’s number and its words: a tab where their notes have a place for it."""
        style = self._styles["FootnoteText"]
        has_tabs = self._sheet.inherited(style, "pPr/tabs") is not None
        indent = self._sheet.inherited(style, "pPr/ind")
        hangs = indent is not None and indent.get(f"{W}hanging") is not None
        tab, space = "<w:tab/>", '<w:t xml:space="preserve"> </w:t>'
        return f"<w:r>{tab if has_tabs or hangs else space}</w:r>"

    def lists(self, *, run_on: bool) -> Lists:
        """See Paper."""
        return Lists(self._list_part, self._numbering, run_on=run_on)

    def restyled(self, xml: str) -> str:
        """See Paper. The words of a memo cannot be mistaken for a style: they are escaped."""
        return _USED.sub(lambda used: f'{used[1]}{self._styles[used[2]]}"', xml)

    def put_margins(self, memo: ComposedMemo) -> None:
        """Only the banner, above every header and below every footer."""
        if not memo.banner:
            return
        xml = self.restyled(banner(memo))
        is_even = self.document.settings.odd_and_even_pages_header_footer
        filled: set[int] = set()
        defined: set[str] = set()
        for section in self.document.sections:
            for kind, margin in _margins(section):
                if margin.is_linked_to_previous:
                    if kind in defined or not _is_used(section, kind, is_even=is_even):
                        continue
                    margin.is_linked_to_previous = False
                    fill(margin, xml)
                elif id(margin.part) not in filled:
                    root = margin._element
                    root.insert(0 if "header" in kind else len(root), _paragraph(xml))
                defined.add(kind)
                filled.add(id(margin.part))

    def _numbered(
        self, template: OfficeTemplate, ours: dict[str, str], lists: dict[str, str]
    ) -> Numbering:
        """Their lists for the roles whose style has a fitting one, else ours."""
        definitions, levels, fixed = {}, {}, {}
        for role, own in OWN.definitions.items():
            found = self._list_of(self._styles[STYLES[role]])
            if found and found[2] not in _BULLETS:
                definitions[role], levels[role] = found[:2]
            else:
                definitions[role] = int(ours[str(own)])
        found = self._list_of(self._styles[STYLES[Role.BULLET]])
        if not found or found[2] != "bullet":
            fixed[Role.BULLET] = int(lists["1"])
        return Numbering(definitions, levels, fixed, is_shared=True)

    def _list_of(self, style: Any, depth: int = 0) -> tuple[int, int, str] | None:
        """Definition, level and kind of number of a style's list, None where it has none."""
        properties: Any = self._sheet.inherited(style, "pPr/numPr")
        if properties is None:
            return None
        number = properties.find(f"{W}numId")
        wanted = number.get(f"{W}val") if number is not None else "0"
        listed = (n for n in self._list_part.iterchildren(f"{W}num") if _is(n, "numId", wanted))
        num: Any = next(listed, None)
        if num is None:
            return None
        id = num.find(f"{W}abstractNumId").get(f"{W}val")
        defined = self._list_part.iterchildren(f"{W}abstractNum")
        definition = next((d for d in defined if _is(d, "abstractNumId", id)), None)
        if definition is None:
            return None
        link = definition.find(f"{W}numStyleLink")
        if link is not None:
            return self._list_of(link.get(f"{W}val"), depth + 1) if depth < _NESTED else None
        level = _level(definition, style, properties)
        kind = level.find(f"{W}numFmt") if level is not None else None
        if level is None:
            return None
        shown = kind.get(f"{W}val") if kind is not None else "decimal"
        return int(id), int(level.get(f"{W}ilvl")), shown


def _add_lists(theirs: Any, ours: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Put our lists in under new ids; by our ids, those of the definitions and of the lists."""
    for mark in theirs.findall(f"{W}numIdMacAtCleanup"):
        theirs.remove(mark)
    definitions, lists = _fresh(theirs, ours, "abstractNum"), _fresh(theirs, ours, "num")
    first = theirs.find(f"{W}num")
    place = len(theirs) if first is None else theirs.index(first)
    for definition in reversed(ours.findall(f"{W}abstractNum")):
        own = deepcopy(definition)
        own.set(f"{W}abstractNumId", definitions[own.get(f"{W}abstractNumId")])
        theirs.insert(place, own)
    for number in ours.findall(f"{W}num"):
        own = deepcopy(number)
        own.set(f"{W}numId", lists[own.get(f"{W}numId")])
        uses = own.find(f"{W}abstractNumId")
        uses.set(f"{W}val", definitions[uses.get(f"{W}val")])
        theirs.append(own)
    return definitions, lists


def _fresh(theirs: Any, ours: Any, tag: str) -> dict[str, str]:
    taken = [int(e.get(f"{W}{tag}Id")) for e in theirs.findall(f"{W}{tag}")]
    free = max([0, *taken]) + 1
    wanted = [e.get(f"{W}{tag}Id") for e in ours.findall(f"{W}{tag}")]
    return {id: str(free + number) for number, id in enumerate(wanted)}


def _tie_levels(part: Any, definitions: set[str], ids: dict[str, str], found: Any) -> None:
    """Our definitions belong to our styles; where theirs is used, to none."""
    for definition in part.iterchildren(f"{W}abstractNum"):
        if definition.get(f"{W}abstractNumId") not in definitions:
            continue
        for level in definition.iter(f"{W}lvl"):
            style = level.find(f"{W}pStyle")
            if style.get(f"{W}val") in found:
                level.remove(style)
            else:
                style.set(f"{W}val", ids[style.get(f"{W}val")])


def _level(definition: Any, style: str, properties: Any) -> Any:
    """The level that names the style, or the one that the style names, or the first."""
    levels = {level.get(f"{W}ilvl"): level for level in definition.iterchildren(f"{W}lvl")}
    for level in levels.values():
        named = level.find(f"{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            return level
    named = properties.find(f"{W}ilvl")
    return levels.get(named.get(f"{W}val") if named is not None else "0")


def _is(element: Any, attribute: str, value: str) -> bool:
    return bool(element.get(f"{W}{attribute}") == value)


def _margins(section: Section) -> Iterator[tuple[str, Any]]:
    yield "header", section.header
    yield "footer", section.footer
    yield "first header", section.first_page_header
    yield "first footer", section.first_page_footer
    yield "even header", section.even_page_header
    yield "even footer", section.even_page_footer


def _is_used(section: Section, kind: str, *, is_even: bool) -> bool:
    if kind.startswith("first"):
        return bool(section.different_first_page_header_footer)
    return is_even or not kind.startswith("even")


def _paragraph(xml: str) -> Any:
    return parse_xml(f"<w:hdr {NAMESPACES}>{xml}</w:hdr>")[0]
