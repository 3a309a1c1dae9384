"""What a drag in the outline carries, and where it may fall."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.outline.nodes import Node

MIME_TYPE = "application/x-briefing-outline"


@dataclass(frozen=True)
class Carried:
    """Ids of entries, or of one section, of the briefing file at `path`."""

    path: str
    ids: tuple[str, ...]
    is_section: bool


@dataclass(frozen=True)
class Landing:
    """Where entries or a section shall go: before `index` among the section's entries, or among
    the parent's sub-sections (`parent_id` "" for the top level), counted before the move.

    copies  what is carried stays where it is, too
    """

    parent_id: str
    index: int
    copies: bool = False


Cargo = Carried | DraggedPassage
"""What can fall on the outline."""


def packed(carried: Carried) -> QMimeData:
    """The drag's data."""
    data = QMimeData()
    text = json.dumps([carried.path, carried.ids, carried.is_section])
    data.setData(MIME_TYPE, text.encode())
    return data


def unpacked(data: QMimeData, path: str) -> Carried | None:
    """What the data carries; None when it is not of this briefing's outline."""
    if not data.hasFormat(MIME_TYPE):
        return None
    origin, ids, is_section = json.loads(bytes(data.data(MIME_TYPE).data()))
    return Carried(origin, tuple(ids), is_section) if origin == path else None


def landing_in(place: Node, cargo: Cargo, row: int) -> Landing | None:
    """Where the cargo comes to stand when it falls before a row (-1: at the end) of a section or
    of the root; None where it cannot: in an entry, entries outside of sections, a section below
    itself.
    """
    entries, sections = len(place.entries), len(place.sections)
    if place.card:
        return None
    if not isinstance(cargo, Carried) or not cargo.is_section:
        at = entries if row < 0 else min(row, entries)
        return Landing(place.id, at) if place.is_section else None
    above: Node | None = place
    while above is not None:
        if above.id in cargo.ids:
            return None
        above = above.parent
    return Landing(place.id, sections if row < 0 else max(0, row - entries))
