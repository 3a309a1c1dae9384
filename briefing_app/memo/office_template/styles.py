"""Which of a template's styles stand for ours, and ours in its hand where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from briefing_app.memo.office_template.fields import W

_OTHER_NAMES = {
    "Quote": ("Quotations", "Zitat", "Citation", "Cita", "Intense Quote"),
    "MemoField": ("Message Header",),
    "Normal": ("Briefing Body", "Body Text"),
    "Title": ("Titel", "Titre", "Título", "Titolo"),
    "Heading1": ("Überschrift 1", "Titre 1", "Título 1", "Titolo 1", "Kop 1"),
    "Heading2": ("Überschrift 2", "Titre 2", "Título 2", "Titolo 2", "Kop 2"),
    "Heading3": ("Überschrift 3", "Titre 3", "Título 3", "Titolo 3", "Kop 3"),
    "ListBullet": ("Aufzählungszeichen", "Liste à puces", "Lista con viñetas"),
    "ListNumber": ("Listennummer", "Liste à numéros", "Lista con números"),
    "Caption": ("Beschriftung", "Légende", "Descripción"),
    "FootnoteText": ("Footnote", "Fußnotentext", "Note de bas de page", "Texto nota pie"),
    "FootnoteReference": (
        "Footnote Characters", "Footnote Anchor", "Fußnotenzeichen", "Appel note de bas de p.",
        "Appel de note de bas de p.", "Ref. de nota al pie",
    ),
    "Hyperlink": ("Internet Link", "Link", "Lien hypertexte", "Hipervínculo"),
    "Strong": ("Strong Emphasis", "Fett", "Élevé", "Texto en negrita"),
    "Emphasis": ("Hervorhebung", "Accentuation", "Énfasis"),
}  # fmt: skip
"""By our style's id: names that serve as well, after "Briefing …" and our own.

Word keeps its own styles under English names, but other programs and converters write what they
show. LibreOffice has some names of its own.
"""

_MARGINS = ("Header", "Footer")
"""Styles that no memo on an office's paper needs."""

_ORDER = ("pBdr", "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
"""Of the properties of our paragraph styles that stand behind the others."""

_INKS = ("1F4E79", "1B2A41")
_LEAST_CONTRAST = 4.5
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class StyleSheet:
    """The styles part of a document."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.by_id: dict[str, Any] = {
            style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")
        }

    def default(self, kind: str) -> str:
        """Id of the style of what has none; "" where there is none. `kind`: "paragraph", …"""
        for id, style in self.by_id.items():
            is_default = style.get(f"{W}default") in ("1", "true", "on")
            if is_default and style.get(f"{W}type", "paragraph") == kind:
                return id
        return ""

    def find(self, names: tuple[str, ...], kind: str) -> str:
        """Id of the first of these names, in any case, that such a style has; "" if none."""
        known = {
            name.lower(): id
            for id, style in self.by_id.items()
            if style.get(f"{W}type", "paragraph") == kind
            for name in _names(style)
        }
        return next((known[name.lower()] for name in names if name.lower() in known), "")

    def chain(self, id: str) -> Iterator[etree._Element]:
        """A style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while id in self.by_id and id not in seen:
            seen.add(id)
            yield self.by_id[id]
            id = _value(self.by_id[id], "basedOn")

    def inherited(self, id: str, path: str) -> etree._Element | None:
        """What a style or one that it is based on says at `path`, such as "rPr/sz"."""
        steps = "/".join(f"{W}{step}" for step in path.split("/"))
        found = (style.find(steps) for style in self.chain(id))
        return next((element for element in found if element is not None), None)

    def base(self, theme: etree._Element | None) -> tuple[str, float]:
        """Font and size in points of the default paragraph."""
        normal = self.default("paragraph")
        defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        defaults = etree.Element("none") if defaults is None else defaults
        size = self.inherited(normal, "rPr/sz")
        size = defaults.find(f"{W}sz") if size is None else size
        fonts = self.inherited(normal, "rPr/rFonts")
        fonts = defaults.find(f"{W}rFonts") if fonts is None else fonts
        points = _number(size.get(f"{W}val") if size is not None else None, 20) / 2
        return _font(fonts, theme), points


def matching(theirs: StyleSheet, ours: StyleSheet) -> dict[str, str]:
    """Their id for each of our ids that they have a style for."""
    found = {}
    for id, style in ours.by_id.items():
        kind = style.get(f"{W}type", "paragraph")
        if style.get(f"{W}default"):
            match = theirs.find(_OTHER_NAMES.get(id, ()), kind) or theirs.default(kind)
            match = match or theirs.find(tuple(_names(style)), kind)
        elif id not in _MARGINS:
            match = theirs.find(_wanted(id, style), kind)
        else:
            continue
        if match:
            found[id] = match
    return found


def missing(ours: StyleSheet, found: Mapping[str, str]) -> dict[str, str]:
    """Names of our styles, by id, that the template has nothing for."""
    return {
        id: _value(style, "name")
        for id, style in ours.by_id.items()
        if id not in found and id not in _MARGINS
    }


def add_missing(
    theirs: StyleSheet, ours: StyleSheet, found: Mapping[str, str], lists: Mapping[str, str]
) -> dict[str, str]:
    """Put our styles in where the template has none; an id of theirs for each of ours.

    lists  their list (num) for each of ours
    """
    added = {id: _free(id, set(theirs.by_id)) for id in missing(ours, found)}
    ids = {**found, **added}
    bases = {
        id: theirs.default(style.get(f"{W}type", "paragraph")) or ids[id]
        for id, style in ours.by_id.items()
        if style.get(f"{W}default")
    }
    ink = ink_of(theirs, found)
    if not theirs.by_id and theirs.root.find(f"{W}docDefaults") is None:
        theirs.root.insert(0, deepcopy(ours.root.find(f"{W}docDefaults")))
    names = {name.lower() for style in theirs.by_id.values() for name in _names(style)}
    for id, new in added.items():
        style = deepcopy(ours.by_id[id])
        style.set(f"{W}styleId", new)
        name = style.find(f"{W}name")
        name.set(f"{W}val", _free(name.get(f"{W}val"), names))
        for tag, known in (("basedOn", {**ids, **bases}), ("next", ids)):
            for reference in style.findall(f"{W}{tag}"):
                reference.set(f"{W}val", known[reference.get(f"{W}val")])
        for number in style.iter(f"{W}numId"):
            number.set(f"{W}val", lists[number.get(f"{W}val")])
        _settle(style, theirs, added)
        if id == "QuoteSource" and "Quote" in found:
            _follow(style, theirs, found["Quote"])
        recolor(style, ink)
        theirs.root.append(style)
        theirs.by_id[new] = style
    return ids


def recolor(root: etree._Element, ink: str) -> None:
    """Our colours of headings and rules in theirs; nothing for ""."""
    if not ink:
        return
    for element in root.iter(etree.Element):
        for attribute in (f"{W}color", f"{W}val"):
            if element.get(attribute) in _INKS:
                element.set(attribute, ink)


def ink_of(theirs: StyleSheet, found: Mapping[str, str]) -> str:
    """The colour of the template's headings, "" where it has none that can be read on white."""
    if "Heading1" not in found:
        return ""
    color = theirs.inherited(found["Heading1"], "rPr/color")
    value = "auto" if color is None else color.get(f"{W}val", "")
    if value == "auto":
        return "000000"
    if not re.fullmatch("[0-9A-Fa-f]{6}", value):
        return ""
    return value.upper() if 1.05 / (_luminance(value) + 0.05) >= _LEAST_CONTRAST else ""


def speak(sheet: StyleSheet, ids: Mapping[str, str], language: str) -> None:
    """Set the language of the memo's words, where the template's is another one."""
    defaults = sheet.root.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        sheet.root.insert(0, defaults)
    element = defaults
    for place, tag in enumerate(("rPrDefault", "rPr", "lang")):
        inner = element.find(f"{W}{tag}")
        if inner is None:
            inner = etree.Element(f"{W}{tag}")
            element.insert(0 if place == 0 else _place_of(element, tag), inner)
        element = inner
    if not _is_same(element.get(f"{W}val", ""), language):
        element.set(f"{W}val", language)
    for id in set(ids.values()):
        for style in sheet.chain(id):
            lang: Any = style.find(f"{W}rPr/{W}lang")
            spoken = lang.get(f"{W}val") if lang is not None else None
            if spoken and not _is_same(spoken, language):
                del lang.attrib[f"{W}val"]


def _wanted(id: str, style: etree._Element) -> tuple[str, ...]:
    name = _value(style, "name")
    plain = re.sub("^(Memo|Briefing) ", "", name)
    return (f"Briefing {plain}", name, *_OTHER_NAMES.get(id, ()))


def _names(style: etree._Element) -> list[str]:
    aliases = _value(style, "aliases").split(",")
    return [name.strip() for name in (_value(style, "name"), *aliases) if name.strip()]


def _value(style: etree._Element, tag: str) -> str:
    element = style.find(f"{W}{tag}")
    return element.get(f"{W}val", "") if element is not None else ""


def _free(wanted: str, taken: set[str]) -> str:
    """`wanted`, or like it where somebody has that id or name."""
    gap = " " if " " in wanted else ""
    tries = (wanted, f"Briefing{gap}{wanted}", *(f"{wanted}{gap}{n}" for n in range(2, 1000)))
    lowered = {name.lower() for name in taken}
    return next(name for name in tries if name.lower() not in lowered)


def _settle(style: etree._Element, theirs: StyleSheet, added: Mapping[str, str]) -> None:
    """Ours do not follow plain paragraphs that the template indents or justifies."""
    based_on = _value(style, "basedOn")
    if style.get(f"{W}type") != "paragraph" or based_on in added.values():
        return
    properties = _properties(style)
    is_listed = properties.find(f"{W}numPr") is not None
    if theirs.inherited(based_on, "pPr/ind") is not None and not is_listed:
        indent = properties.find(f"{W}ind")
        indent = etree.Element(f"{W}ind") if indent is None else indent
        for side in ("left", "right"):
            indent.set(f"{W}{side}", indent.get(f"{W}{side}", "0"))
        if indent.get(f"{W}hanging") is None:
            indent.set(f"{W}firstLine", "0")
        _put(properties, indent)
    if theirs.inherited(based_on, "pPr/jc") is not None and properties.find(f"{W}jc") is None:
        _put(properties, etree.Element(f"{W}jc", {f"{W}val": "left"}))


def _follow(style: etree._Element, theirs: StyleSheet, quote: str) -> None:
    """The line under a quote stands where their quote stands."""
    properties = _properties(style)
    for tag in ("pBdr", "ind"):
        for own in properties.findall(f"{W}{tag}"):
            properties.remove(own)
        model = theirs.inherited(quote, f"pPr/{tag}")
        if model is not None:
            _put(properties, deepcopy(model))


def _properties(style: etree._Element) -> etree._Element:
    properties = style.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        run = style.find(f"{W}rPr")
        style.insert(len(style) if run is None else style.index(run), properties)
    return properties


def _put(properties: etree._Element, element: etree._Element) -> None:
    """Among the properties of a paragraph, whose order the schema fixes."""
    later = _ORDER[_ORDER.index(etree.QName(element).localname) + 1 :]
    following = (e for e in properties if etree.QName(e).localname in later)
    after = next(following, None)
    properties.insert(len(properties) if after is None else properties.index(after), element)


def _luminance(color: str) -> float:
    """Relative luminance by the guidelines for accessible web content."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _font(fonts: etree._Element | None, theme: etree._Element | None) -> str:
    if fonts is not None:
        scheme = fonts.get(f"{W}asciiTheme", "")
        if scheme and theme is not None:
            which = "minorFont" if scheme.startswith("minor") else "majorFont"
            latin = next(theme.iter(f"{_DRAWING}{which}"), theme).find(f"{_DRAWING}latin")
            if latin is not None and latin.get("typeface"):
                return str(latin.get("typeface"))
        if fonts.get(f"{W}ascii"):
            return str(fonts.get(f"{W}ascii"))
    return "Times New Roman"


def _number(text: str | None, default: int) -> float:
    return float(text) if text and re.fullmatch(r"\d+(\.\d+)?", text) else default


def _place_of(parent: etree._Element, tag: str) -> int:
    """Where a missing `tag` belongs: "lang" comes before two that hardly anybody uses."""
    later = ("eastAsianLayout", "specVanish", "oMath", "rPrChange") if tag == "lang" else ()
    following = [e for e in parent if etree.QName(e).localname in later]
    return parent.index(following[0]) if following else len(parent)


def _is_same(one: str, other: str) -> bool:
    """Whether two tags name the same language, if in different countries."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()
