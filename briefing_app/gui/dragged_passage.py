"""A selected passage of an article on its way from the reading pane to another pane."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

MIME_TYPE = "application/x-briefing-passage"


@dataclass(frozen=True)
class DraggedPassage:
    """Code points [start, end) of an article's body."""

    article_id: str
    start: int
    end: int


def put(data: QMimeData, passage: DraggedPassage) -> None:
    """Let the data carry the passage, beside what they carry for other programs."""
    text = json.dumps([passage.article_id, passage.start, passage.end])
    data.setData(MIME_TYPE, text.encode())


def found(data: QMimeData) -> DraggedPassage | None:
    """The passage that the data carry, None where they carry none."""
    if not data.hasFormat(MIME_TYPE):
        return None
    return DraggedPassage(*json.loads(bytes(data.data(MIME_TYPE).data())))
