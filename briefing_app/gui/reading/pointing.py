"""What the mouse points at: the shapes that were painted last."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from briefing_app.gui.reading.highlights import Highlight, Shape


class Pointing:
    """Finds highlights by document position; `hovered` is the excerpt id under the mouse."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.hovered = ""
        self._clicked: tuple[Highlight, ...] = ()
        self._turn = 0

    def at(self, position: QPointF) -> tuple[Highlight, ...]:
        """Highlights at a position, the shortest passage first."""
        inside = (shape.highlight for shape in self.shapes if shape.holds(position))
        return tuple(sorted(inside, key=lambda h: h.end - h.start))

    def hover(self, position: QPointF | None) -> bool:
        """Note what is under the mouse; True when that is something else than before."""
        under = self.at(position) if position is not None else ()
        before, self.hovered = self.hovered, under[0].excerpt_id if under else ""
        return self.hovered != before

    def click(self, position: QPointF) -> Highlight | None:
        """The highlight that a click means; each further click there means the next one below."""
        under = self.at(position)
        self._turn = (self._turn + 1) % len(under) if under and under == self._clicked else 0
        self._clicked = under
        return under[self._turn] if under else None
