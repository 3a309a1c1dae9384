"""A .docx as plain text, read without any code of the writer: what stands where, in what style."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from lxml import etree

from tests.memo.docx_lint import W

SPACES = str.maketrans({"\u00a0": "~", "\u202f": "~", "\u200e": "<LRM>"})
MARGINS = {"header": "head", "footer": "foot"}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def told(path: Path) -> str:
    """The document as lines: "Style: words", cells between bars, notes as [1] and at the end.

    A run in a style of its own stands in braces with its name, right-to-left ones with "rtl",
    ones in another language with its tag; "~" is a no-break space, "→" a tab.
    """
    with zipfile.ZipFile(path) as archive:
        parts = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml") and "/_rels/" not in name
        }
    core = parts["docProps/core.xml"]
    lines = [f"{tag}: {core.findtext(f'{{*}}{tag}')}" for tag in ("title", "language")]
    for name in sorted(parts):
        kind = next((k for k in MARGINS if name.startswith(f"word/{k}")), "")
        if kind:
            lines += [f"{MARGINS[kind]} {line}" for line in _blocks(parts[name])]
    lines += _blocks(parts["word/document.xml"][0])
    for note in parts["word/footnotes.xml"]:
        if note.get(f"{W}type") is None:
            lines += [f"[{note.get(f'{W}id')}] {line}" for line in _blocks(note)]
    return "\n".join(lines).translate(SPACES) + "\n"


def _blocks(story: etree._Element) -> Iterator[str]:
    for block in story:
        if block.tag == f"{W}p":
            yield _paragraph(block)
        elif block.tag == f"{W}tbl":
            title = block.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
            yield f"table: {title}"
            for row in block.iter(f"{W}tr"):
                cells = (
                    " / ".join(_words(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")
                )
                yield f"  {' | '.join(cells)}"


def _paragraph(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    is_right_to_left = paragraph.find(f"{W}pPr/{W}bidi") is not None
    for picture in paragraph.iter(f"{DRAWING}docPr"):
        return f"picture: {picture.get('descr')}"
    return f"{style}{' (rtl)' if is_right_to_left else ''}: {_words(paragraph)}"


def _words(paragraph: etree._Element) -> str:
    pieces = [(_manner(run), _run_text(run)) for run in paragraph.iter(f"{W}r")]
    joined = ((m, "".join(t for _, t in group)) for m, group in groupby(pieces, lambda p: p[0]))
    return "".join(f"{{{manner}: {text}}}" if manner and text else text for manner, text in joined)


def _manner(run: etree._Element) -> str:
    """ "Lead", "rtl fa" and the like; "" for a plain run and for one that refers to a note."""
    found = []
    for property in run.iterfind(f"{W}rPr/*"):
        tag = etree.QName(property).localname
        if tag == "rStyle" and property.get(f"{W}val") != "FootnoteReference":
            found.append(property.get(f"{W}val"))
        elif tag == "rtl":
            found.append("rtl")
        elif tag == "lang":
            found += dict.fromkeys(property.attrib.values())
    return " ".join(found)


def _run_text(run: etree._Element) -> str:
    told = ""
    for element in run:
        tag = etree.QName(element).localname
        if tag == "t":
            told += element.text or ""
        elif tag == "footnoteReference":
            told += f"[{element.get(f'{W}id')}]"
        else:
            told += {"tab": "→", "br": " / "}.get(tag, "")
    return told
