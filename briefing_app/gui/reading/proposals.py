"""What the tag bar begins with: the kind of a selected passage, and who says it."""

from __future__ import annotations

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.passage import Passage

_MARKS = "“”„«»\""


def propose(body: str, passage: Passage) -> tuple[Kind, str]:
    """A quote where the passage holds quotation marks, else a fact; the speaker, "" if unknown."""
    text = body[passage.start : passage.end]
    return (Kind.QUOTE if any(mark in text for mark in _MARKS) else Kind.FACT), ""
