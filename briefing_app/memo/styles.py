"""The style files of a form, set in its font, its size and for its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from briefing_app.memo.form import Form

FONT, SIZE_PT, TEXT_WIDTH = "Calibri", 11, 9360
"""What the shared style files are drawn for: font, size of the body, width of the text in twips."""

WIDE_NUMBER = "540"
"""Twips."""

_SIZES = (qn("w:sz"), qn("w:szCs"))
_FONT_ATTRIBUTES = tuple(qn(f"w:{name}") for name in ("ascii", "hAnsi", "eastAsia"))


def part(form: Form, name: str) -> Any:
    """The root element of "styles", "numbering" or "settings"."""
    root = parse_xml(form.file(f"{name}.xml").read_bytes())
    page = form.page
    for element in root.iter(qn("w:rFonts")):
        for attribute in _FONT_ATTRIBUTES:
            if element.get(attribute) == FONT:
                element.set(attribute, page.font)
    for element in root.iter(*_SIZES):
        _scale(element, ("val",), page.size_pt / SIZE_PT)
    for element in root.iter(qn("w:lang"), qn("w:themeFontLang")):
        element.set(qn("w:bidi" if form.words.is_right_to_left else "w:val"), form.language)
    for tab in root.iter(qn("w:tab")):
        if tab.get(qn("w:pos")) == str(TEXT_WIDTH):
            tab.set(qn("w:pos"), str(page.text_width))
        else:
            _scale(tab, ("pos",), page.size_pt / SIZE_PT)
    for indent in root.iter(qn("w:ind")):
        _scale(indent, ("left", "right", "hanging"), page.size_pt / SIZE_PT)
    if form.is_numbered_throughout:
        _widen_numbers(root)
    return root


def _scale(element: Any, names: Sequence[str], factor: float) -> None:
    for name in map(qn, (f"w:{name}" for name in names)):
        if element.get(name):
            element.set(name, str(round(int(element.get(name)) * factor)))


def _widen_numbers(root: Any) -> None:
    """Room for numbers of two digits, which a memo has that numbers every paragraph."""
    for level in root.iter(qn("w:lvl")):
        if level.find(qn("w:numFmt")).get(qn("w:val")) == "decimal":
            indent, tab = level.find(f".//{qn('w:ind')}"), level.find(f".//{qn('w:tab')}")
            indent.set(qn("w:left"), WIDE_NUMBER)
            indent.set(qn("w:hanging"), WIDE_NUMBER)
            tab.set(qn("w:pos"), WIDE_NUMBER)


def font_table(form: Form) -> bytes:
    """The part that names the document's fonts."""
    families = {"Times New Roman": "roman"}
    fonts = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{families.get(name, "swiss")}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name in dict.fromkeys((form.page.font, "Arial"))
    )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{declaration}<w:fonts xmlns:w="{namespace}">{fonts}</w:fonts>'.encode()
