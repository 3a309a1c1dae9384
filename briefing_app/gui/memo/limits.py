"""How long the memo is against what its form allows, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefing_app.gui.memo.printing import note_id
from briefing_app.memo import marking
from briefing_app.memo.extent import Extent
from briefing_app.memo.form import Form

BODY_PAGES, BOTTOM_LINE = "body_pages", "bottom_line_lines"


@dataclass(frozen=True)
class Measure:
    """One length as told; `is_over`: the form allows less; `place`: row of the page to go to."""

    text: str
    is_over: bool = False
    place: str = ""


def measures(extent: Extent, form: Form, notes: int, pages: int = 0) -> list[Measure]:
    """Everything that is counted, in the order in which it is told.

    pages  of the body as LibreOffice sets it, 0 while nobody knows: then they are reckoned
    """
    words = _counted(extent.words, _say("1 word"), _say("{n} words"))
    told = [Measure(words)]
    if extent.bottom_line_lines:
        told.append(bottom_line(extent, form))
    told.append(length(extent, form, pages))
    first = note_id(1) if notes else ""
    told.append(Measure(_counted(notes, _say("1 note"), _say("{n} notes")), place=first))
    return told


def bottom_line(extent: Extent, form: Form) -> Measure:
    """ "Bottom line 5 of 4 lines"."""
    lines, most = extent.bottom_line_lines, form.limits.bottom_line_lines
    if not most:
        text = _counted(lines, _say("Bottom line 1 line"), _say("Bottom line {n} lines"))
        return Measure(text, place=marking.BOTTOM_LINE)
    text = _say("Bottom line {n} of {most} lines").format(n=lines, most=most)
    return Measure(text, BOTTOM_LINE in extent.over(form), marking.BOTTOM_LINE)


def length(extent: Extent, form: Form, pages: int = 0) -> Measure:
    """ "about 2.4 of 2 pages", or "3 of 2 pages" where they have been counted."""
    most = form.limits.body_pages
    if pages:
        if not most:
            return Measure(_counted(pages, _say("1 page"), _say("{n} pages")))
        return Measure(_pages_of(str(pages), most, ""), pages > most)
    reckoned = f"{max(extent.pages, 0.1):.1f}"
    if not most:
        return Measure(_say("about {n} pages").format(n=reckoned))
    # What is over must not read as if it were just within.
    is_over = BODY_PAGES in extent.over(form)
    if is_over and float(reckoned) <= most:
        reckoned = f"{most + 0.1:.1f}"
    return Measure(_pages_of(reckoned, most, _say("about ")), is_over)


def headline(told: Sequence[Measure]) -> Measure:
    """What matters most of `measures`: what is over its limit, or else the pages."""
    over = [measure for measure in told if measure.is_over]
    if over:
        return Measure(" · ".join(measure.text for measure in over), True)
    return told[-2]


def _pages_of(pages: str, most: int, about: str) -> str:
    one, many = _say("{about}{n} of 1 page"), _say("{about}{n} of {most} pages")
    return (one if most == 1 else many).format(about=about, n=pages, most=most)


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(n=f"{number:,}")


def _say(text: str) -> str:
    return QCoreApplication.translate("Limits", text)
