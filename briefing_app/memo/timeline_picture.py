"""Draws the timeline of a memo: days on an axis, what happened below them."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing_app.domain.memo import Picture, Point
from briefing_app.memo.drawn_letters import font_for

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DPI = 300
WIDTH_IN, ROW_IN = 6.5, 1.27
"""Inches of the picture's width, and of the height of one row of days."""

A_ROW = 6
MOST_ROWS = 3
"""Days in a row, and rows; with more days a picture says less than the table."""

LINES = 3
"""Most lines below a day."""

LABEL_PT, TEXT_PT = 11, 9.5
"""Size of a day's date and of what happened on it."""

LONG_GAP_DAYS = 60
"""Between neighbours so far apart the axis is broken."""

_NAVY, _ACCENT, _GREY = "#1B2A41", "#1F4E79", "#4A5568"
# Between Chinese or Japanese letters a line may end, but not before a mark that closes.
_EAST = "\u3040-\u30ff\u3400-\u9fff"
_WORDS = re.compile(rf"\s*(?:[（「『《“‘]*[{_EAST}][^\w\s（「『《]*|[^\s{_EAST}]+)")
_FINE = 2
"""Drawn so many times larger and then reduced, so that edges are smooth."""


def fits(points: tuple[Point, ...]) -> bool:
    """True when so many days can be drawn."""
    return 0 < len(points) <= A_ROW * MOST_ROWS


def size_in(picture: Picture) -> tuple[float, float]:
    """Width and height in inches."""
    return WIDTH_IN, ROW_IN * len(list(_rows(picture)))


def to_png(picture: Picture) -> bytes:
    """The picture at DPI; the same picture gives the same bytes."""
    from PIL import Image, ImageDraw

    width, height = (round(side * DPI) for side in size_in(picture))
    image = Image.new("RGB", (width * _FINE, height * _FINE), "white")
    canvas = ImageDraw.Draw(image)
    for number, row in enumerate(_rows(picture)):
        _draw_row(canvas, row, round(ROW_IN * DPI * _FINE * number), width * _FINE)
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    packed = io.BytesIO()
    small.quantize(64).save(packed, "PNG", optimize=True, dpi=(DPI, DPI))
    return packed.getvalue()


def _rows(picture: Picture) -> Iterator[tuple[Point, ...]]:
    """The days row by row, as evenly as they go."""
    rows = math.ceil(len(picture.points) / A_ROW)
    a_row = math.ceil(len(picture.points) / rows)
    for start in range(0, len(picture.points), a_row):
        yield picture.points[start : start + a_row]


def _draw_row(canvas: ImageDraw, row: tuple[Point, ...], top: int, width: int) -> None:
    inch = DPI * _FINE
    axis = top + round(0.5 * inch)
    margin = round(0.2 * inch)
    canvas.line((margin, axis, width - margin, axis), fill=_NAVY, width=round(0.02 * inch))
    step = (width - 2 * margin) / len(row)
    places = [margin + step * (index + 0.5) for index in range(len(row))]
    for (before, after), (left, right) in zip(pairwise(row), pairwise(places), strict=True):
        if _days_between(before.day, after.day) > LONG_GAP_DAYS:
            _draw_break(canvas, (left + right) / 2, axis, inch)
    for point, x in zip(row, places, strict=True):
        radius = round(0.055 * inch)
        box = (x - radius, axis - radius, x + radius, axis + radius)
        canvas.ellipse(box, fill=_ACCENT, outline="white", width=round(0.015 * inch))
        label, text = _drawn(point)
        if above := _font(label, LABEL_PT):
            _write(canvas, [label], x, axis - round(0.36 * inch), above, _NAVY)
        if below := _font(text, TEXT_PT):
            lines = _wrapped(text, step * 0.92, below)
            _write(canvas, lines, x, axis + round(0.15 * inch), below, _GREY)


def _draw_break(canvas: ImageDraw, x: float, axis: int, inch: int) -> None:
    gap, lean, half = 0.05 * inch, 0.03 * inch, 0.09 * inch
    canvas.rectangle((x - gap, axis - half, x + gap, axis + half), fill="white")
    for side in (x - gap, x + gap):
        ends = (side - lean, axis + half, side + lean, axis - half)
        canvas.line(ends, fill=_NAVY, width=round(0.02 * inch))


def _write(
    canvas: ImageDraw, lines: list[str], x: float, top: float, font: FreeTypeFont, color: str
) -> None:
    for line in lines:
        canvas.text((x, top), line, font=font, fill=color, anchor="ma")
        top += font.size * 1.25


def _font(text: str, points: float) -> FreeTypeFont | None:
    return font_for(text, points * DPI * _FINE / 72)


def _drawn(point: Point) -> tuple[str, str]:
    """What is written at a day: where no font has the letters, the date stands alone."""
    label, text = (words.replace("\u00a0", " ") for words in (point.label, point.text))
    return label if _font(label, LABEL_PT) else point.day, text if _font(text, TEXT_PT) else ""


def _wrapped(text: str, room: float, font: FreeTypeFont) -> list[str]:
    """The words on at most three lines; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in _WORDS.findall(text):
        longer = f"{lines[-1]}{word}".strip()
        if font.getlength(longer) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < LINES:
            lines.append(word.strip())
        else:
            lines[-1] = f"{lines[-1].rstrip(',;:.')}…"
            break
    return [_cut(line, room, font) for line in lines]


def _cut(line: str, room: float, font: FreeTypeFont) -> str:
    while len(line) > 2 and font.getlength(line) > room:
        line = f"{line[:-2]}…"
    return line


def _days_between(before: str, after: str) -> int:
    """Days from one ISO 8601 date to another; a month or year stands for its first day."""
    first, second = (date.fromisoformat(day + "0000-01-01"[len(day) :]) for day in (before, after))
    return (second - first).days
