"""What a machine can check of a .docx for readers who hear it or see it badly (WCAG, 508)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from lxml import etree

from tests.memo.docx_lint import W

PAPER, TINT = "FFFFFF", "EEF2F7"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def barriers(path: Path) -> list[str]:
    """What stands in a reader's way, [] when nothing does."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        core = archive.read("docProps/core.xml").decode()
        margins = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/(header|footer)\d*\.xml", name)
        ]
    checks = (_properties(core, styles), _tables(body), _structure(body), _links(body, notes))
    seen = (_pictures(body), _colors(styles, body, notes, *margins), _sizes(styles, body))
    return [problem for check in (*checks, *seen) for problem in check]


def contrast(one: str, other: str) -> float:
    """Contrast of two colors, "RRGGBB", from 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _properties(core: str, styles: etree._Element) -> Iterator[str]:
    for name in ("title", "language"):
        if not re.search(rf"<dc:{name}>[^<]+", core):
            yield f"no {name}"
    if styles.find(f"{W}docDefaults//{W}lang") is None:
        yield "no language for text"


def _tables(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "a table without a header row"
        for name in ("tblCaption", "tblDescription"):
            found = table.find(f"{W}tblPr/{W}{name}")
            if found is None or not found.get(f"{W}val"):
                yield f"a table without {name}"
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge")):
            yield "a table with joined cells"
        if any(True for _ in table.iterancestors(f"{W}tbl")):
            yield "a table in a table"


def _pictures(body: etree._Element) -> Iterator[str]:
    for picture in body.iter(f"{DRAWING}docPr"):
        if not picture.get("descr"):
            yield "a picture without words"
    if any(True for _ in body.iter(f"{DRAWING}anchor")):
        yield "a picture that floats"


def _structure(body: etree._Element) -> Iterator[str]:
    levels = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        if not words.strip() and not any(True for _ in paragraph.iter(f"{DRAWING}inline")):
            yield f"an empty paragraph in {style}"
        if re.fullmatch(r"Heading\d", style):
            levels.append(int(style[-1]))
    if levels and levels[0] != 1:
        yield "the first heading is not of level 1"
    if any(after - before > 1 for before, after in pairwise(levels)):
        yield "a heading skips a level"


def _links(*stories: etree._Element) -> Iterator[str]:
    for story in stories:
        for link in story.iter(f"{W}hyperlink"):
            words = "".join(t.text or "" for t in link.iter(f"{W}t"))
            if re.match(r"https?://|here$|click|$", words):
                yield f"a link that says {words[:40]!r}"


def _colors(*parts: etree._Element) -> Iterator[str]:
    for color in (color for part in parts for color in part.iter(f"{W}color")):
        value = color.get(f"{W}val")
        if color.getparent().tag == f"{W}rPr" and value != "auto":
            weakest = min(contrast(value, PAPER), contrast(value, TINT))
            if weakest < 4.5:
                yield f"color {value} has a contrast of {weakest:.1f}"


def _sizes(*parts: etree._Element) -> Iterator[str]:
    for size in (size for part in parts for size in part.iter(f"{W}sz")):
        if size.getparent().tag == f"{W}rPr" and int(size.get(f"{W}val")) < 18:
            yield f"text of {int(size.get(f'{W}val')) / 2} points"
