"""What the mouse points at: the shapes that were painted last."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.highlight_painter import Shape
from briefing_app.gui.reading.highlights import Highlight


class Pointing:
    """Finds highlights by document position; `hovered` is the excerpt id under the mouse.

    Where several overlap that is the shortest; after a click, what the click went to.
    """

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.hovered = ""
        self._under: tuple[Highlight, ...] = ()
        self._clicked: tuple[Highlight, ...] = ()
        self._turn = 0

    def at(self, position: QPointF) -> tuple[Highlight, ...]:
        """Highlights at a position: what the margin shows there, else the shortest first."""
        for shape in self.shapes:
            if shape.marker.contains(position):
                return (shape.highlight,)
        inside = (shape.highlight for shape in self.shapes if shape.holds(position))
        return tuple(sorted(inside, key=lambda h: h.end - h.start))

    def hover(self, position: QPointF | None) -> bool:
        """Note what is under the mouse; True when that is something else than before."""
        self._under = self.at(position) if position is not None else ()
        before = self.hovered
        self.hovered = chosen.excerpt_id if (chosen := self.chosen) else ""
        return self.hovered != before

    @property
    def chosen(self) -> Highlight | None:
        """The highlight that is meant by what is under the mouse, None for nothing."""
        if not self._under:
            return None
        return self._under[self._turn if self._under == self._clicked else 0]

    def click(self, position: QPointF) -> Highlight | None:
        """The highlight that a click means; each further click there means the next one below."""
        under = self.at(position)
        self._turn = (self._turn + 1) % len(under) if under and under == self._clicked else 0
        self._clicked = under
        self.hover(position)
        return self.chosen

    @property
    def words(self) -> str:
        """What is under the mouse, in words for a tooltip; "" for nothing."""
        chosen = self.chosen
        if chosen is None:
            return ""
        told = _words(chosen)
        others = [_words(other) for other in self._under if other != chosen]
        if not others:
            return told
        more = QCoreApplication.translate("Pointing", "Click again for what overlaps it:")
        return "\n".join([told, "", more, *others])


def _words(highlight: Highlight) -> str:
    kind = {
        Kind.QUOTE: QCoreApplication.translate("Pointing", "Quote"),
        Kind.FACT: QCoreApplication.translate("Pointing", "Fact"),
    }.get(highlight.kind, QCoreApplication.translate("Pointing", "Passage"))
    said = f"{kind}, {highlight.speaker}" if highlight.speaker else kind
    section = f"{highlight.number} {highlight.section}".strip()
    if not section:
        return QCoreApplication.translate("Pointing", "{said}: not in this memo").format(said=said)
    return f"{section}: {said}"
