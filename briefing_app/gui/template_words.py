"""What the checker of office templates found, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from briefing_app.memo.office_template.scrub import Unwanted
from briefing_app.memo.office_template.template import (
    LeftColumns,
    NoPageNumbers,
    NoStyle,
    Note,
    OwnText,
    PlaceInside,
    Scrubbed,
)

_N = QT_TRANSLATE_NOOP
SCRUBBED = {
    Unwanted.ATTACHED_TEMPLATE: _N("Template", "It is attached to another template: left out."),
    Unwanted.EXTERNAL_PICTURE: _N("Template", "A picture lies outside the file: left out."),
    Unwanted.EXTERNAL_FILE: _N("Template", "It reads from another file: left out."),
    Unwanted.EMBEDDED_OBJECT: _N("Template", "It holds an embedded object: left out."),
    Unwanted.FIELD: _N("Template", "A field that reads other files is text now."),
    Unwanted.LINK: _N("Template", "A link that could give something away is text now."),
    Unwanted.OWN_FOOTNOTES: _N("Template", "It has footnotes of its own: left out."),
    Unwanted.COMMENTS: _N("Template", "It has comments: left out."),
    Unwanted.TRACKED_CHANGES: _N("Template", "It has tracked changes: accepted."),
    Unwanted.USER_NAMES: _N("Template", "It names people as authors: left out."),
    Unwanted.CUSTOM_DATA: _N("Template", "It holds custom data: left out."),
    Unwanted.VARIABLES: _N("Template", "It holds document variables: left out."),
    Unwanted.MAIL_MERGE: _N("Template", "It is set up for mail merge: left out."),
    Unwanted.BUILDING_BLOCKS: _N("Template", "It holds building blocks: left out."),
    Unwanted.PROTECTION: _N("Template", "It is protected against editing: no longer."),
}
MOST_STYLES = 6
"""Styles that are named; a template without any need not list them all."""


def told(notes: Iterable[Note]) -> list[str]:
    """A line for each thing worth knowing; what styles are missing comes in one."""
    lines, lacking = [], []
    for note in notes:
        match note:
            case NoStyle(name=name, is_words=is_words):
                # Nobody expects a template to have styles that only this program knows.
                lacking += [f"“{name}”"] if is_words else []
            case Scrubbed(what=what):
                lines.append(_say(SCRUBBED[what]))
            case OwnText(text=text):
                line = _say("These words of the template will stand in every memo: “{text}”")
                lines.append(line.format(text=text))
            case PlaceInside():
                lines.append(_say("The place for the content is inside a table or frame: "
                                  "the memo goes below that."))  # fmt: skip
            case LeftColumns():
                lines.append(_say("Its text stands in columns: the memo goes across the page."))
            case NoPageNumbers():
                lines.append(_say("Neither its header nor its footer numbers the pages."))
    if lacking:
        lines.insert(0, _styles(lacking))
    return lines


def _styles(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_STYLES])
    if len(names) > MOST_STYLES:
        more = _say("{styles} and {n} more")
        shown = more.format(styles=shown, n=len(names) - MOST_STYLES)
    one, many = _say("It has no style {styles}: ours is used."), _say(
        "It has no styles {styles}: ours are used."
    )  # fmt: skip
    return (one if len(names) == 1 else many).format(styles=shown)


def _say(text: str) -> str:
    return QCoreApplication.translate("Template", text)
