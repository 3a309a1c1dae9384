"""The style files of a form, set in its font, its size and for its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from briefing_app.memo.form import BODY_PT, Form

FONT, COMPLEX_FONT, SIZE_PT, TEXT_WIDTH = "Calibri", "Arial", BODY_PT, 9360
"""What the style files are drawn for: fonts, points of the body, twips of the text's width."""

_WITH_COMPLEX_SCRIPTS = ("Arial", "Times New Roman")
_LABEL_EM, _LABEL_GAP_PT = 0.75, 7
"""Width of a bold, spaced capital in parts of its size; room behind the longest label."""

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
        if page.font in _WITH_COMPLEX_SCRIPTS and element.get(qn("w:cs")) == COMPLEX_FONT:
            element.set(qn("w:cs"), page.font)
    for element in root.iter(*_SIZES):
        _scale(element, ("val",), page.scale(int(element.get(qn("w:val"), "22")) / 2))
    for element in root.iter(qn("w:lang"), qn("w:themeFontLang")):
        element.set(qn("w:bidi" if form.words.is_right_to_left else "w:val"), form.language)
    for tabs in root.iter(qn("w:tabs")):
        is_measured = any(tab.get(qn("w:pos")) == str(TEXT_WIDTH) for tab in tabs)
        for tab in tabs:
            factor = page.text_width / TEXT_WIDTH if is_measured else page.size_pt / SIZE_PT
            _scale(tab, ("pos",), factor)
    for indent in root.iter(qn("w:ind")):
        _scale(indent, ("left", "right", "hanging"), page.size_pt / SIZE_PT)
    if form.is_numbered_throughout:
        _widen_numbers(root)
    _widen_labels(root, form)
    return root


def _widen_labels(root: Any, form: Form) -> None:
    """Room for the longest label of a header field."""
    size_pt = 9 * form.page.scale(9)
    longest = max((len(form.fields[name]) for name in form.fields if name != "cutoff"), default=0)
    needed = round((longest * size_pt * _LABEL_EM + _LABEL_GAP_PT) * 20)
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "MemoField":
            indent, tab = style.find(f".//{qn('w:ind')}"), style.find(f".//{qn('w:tab')}")
            wide = str(max(needed, int(indent.get(qn("w:left")))))
            indent.set(qn("w:left"), wide)
            indent.set(qn("w:hanging"), wide)
            tab.set(qn("w:pos"), wide)


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
