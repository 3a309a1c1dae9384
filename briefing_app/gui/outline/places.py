"""Where the outline's sections are on the screen, for what is dropped onto them from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from briefing_app.gui.intake.places import SectionPlace
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.view import OutlineView
from briefing_app.gui.theme import Theme

EDGE_PX = 36
STEP_PX = 14


class OutlinePlaces:
    """The intake.places.SectionFinder of an outline."""

    def __init__(self, view: OutlineView, tree: OutlineTree, theme: Theme) -> None:
        self._view = view
        self._tree = tree
        self._theme = theme

    def area(self) -> QRect:
        """The outline as far as it is shown; empty while it is hidden."""
        return self._global(self._view.viewport().rect()) if self._view.isVisible() else QRect()

    def at(self, point: QPoint) -> SectionPlace | None:
        """The section whose heading or entries are at a point; None beside all."""
        if not self.area().contains(point):
            return None
        node = self._view.at(self._view.viewport().mapFromGlobal(point))
        section = node if node is None or node.is_section else node.parent
        if section is None or section.placed is None:
            return None
        frame = self._view.visualRect(self._tree.index_of(section.id))
        if section.entries and self._view.isExpanded(self._tree.index_of(section.id)):
            last = self._view.visualRect(self._tree.index_of(section.entries[-1].id))
            frame = frame.united(last)
        frame &= self._view.viewport().rect()
        return SectionPlace(section.id, section.placed.section.title, self._global(frame))

    def come_near(self, point: QPoint) -> None:
        """Scroll when the point is near the upper or lower edge."""
        area, edge = self.area(), self._theme.px(EDGE_PX)
        if not area.contains(point):
            return
        if point.y() < area.top() + edge:
            self._view.scroll_by(-self._theme.px(STEP_PX))
        elif point.y() > area.bottom() - edge:
            self._view.scroll_by(self._theme.px(STEP_PX))

    def _global(self, rect: QRect) -> QRect:
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())
