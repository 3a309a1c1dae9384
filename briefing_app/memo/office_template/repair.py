"""Faults of a template that Word passes over, and on which a memo would come to grief."""

from __future__ import annotations

from lxml import etree

from briefing_app.memo.office_template.fields import W
from briefing_app.memo.office_template.package import WORD, Package

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_TYPED = ("styles", "numbering", "settings", "fontTable", "endnotes", "header", "footer")
"""Parts whose content type follows from what they are to the document."""

_SINGLE = frozenset(("officeDocument", "theme", *_TYPED)) - {"header", "footer"}
_LEVEL = (
    "start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId",
    "legacy", "lvlJc", "pPr", "rPr",
)  # fmt: skip
"""What a level of a list holds, in the order of the schema."""

_MARGINS = ("default", "first", "even")


def repair(package: Package) -> None:
    """Take out what is double, dangling or without the number that it needs."""
    main = package.related("", "officeDocument")
    for source in ("", main):
        _tidy_relations(package, source)
    kinds = {r.id: r.kind for r in package.relations.get(main, ())}
    for section in package.roots[main].iter(f"{W}sectPr"):
        _tidy_section(section, kinds)
    lists = package.related(main, "numbering")
    if lists in package.roots:
        _tidy_lists(package.roots[lists])


def _tidy_relations(package: Package, source: str) -> None:
    kept = []
    kinds: set[str] = set()
    ids: set[str] = set()
    for relation in package.relations.get(source, ()):
        kind = relation.kind
        if relation.id in ids or (kind in _SINGLE and kind in kinds):
            continue
        if kind in _TYPED and relation.target not in package.roots:
            continue
        if kind in _TYPED:
            package.types[relation.target] = f"{WORD}{kind}+xml"
        ids.add(relation.id)
        kinds.add(kind)
        kept.append(relation)
    package.relations[source] = kept


def _tidy_section(section: etree._Element, kinds: dict[str, str]) -> None:
    seen = set()
    for reference in list(section.iterchildren(f"{W}headerReference", f"{W}footerReference")):
        kind = etree.QName(reference).localname.removesuffix("Reference")
        which = reference.get(f"{W}type")
        fits = kinds.get(reference.get(f"{R}id", "")) == kind and which in _MARGINS
        if not fits or (kind, which) in seen:
            section.remove(reference)
        seen.add((kind, which))


def _tidy_lists(root: etree._Element) -> None:
    definitions = _numbered(root, "abstractNum", "abstractNumId")
    for levels in definitions.values():
        for level in levels.findall(f"{W}lvl"):
            if not _is_number(level.get(f"{W}ilvl", "")):
                levels.remove(level)
            # LibreOffice writes the style before the kind of number.
            level[:] = sorted(level, key=_place_in_level)
    for number in _numbered(root, "num", "numId").values():
        definition = number.find(f"{W}abstractNumId")
        if definition is None or definition.get(f"{W}val") not in definitions:
            root.remove(number)


def _numbered(root: etree._Element, tag: str, attribute: str) -> dict[str, etree._Element]:
    """The children of that name by their number; those without one, or with a taken one, go."""
    found: dict[str, etree._Element] = {}
    for element in root.findall(f"{W}{tag}"):
        number = element.get(f"{W}{attribute}", "")
        if _is_number(number) and number not in found:
            found[number] = element
        else:
            root.remove(element)
    return found


def _place_in_level(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _LEVEL.index(name) if name in _LEVEL else len(_LEVEL)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
