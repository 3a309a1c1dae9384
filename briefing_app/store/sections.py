"""The headings of a memo, in a tree."""

from __future__ import annotations

from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import Layout, Placed, Section, arrange
from briefing_app.store import rows
from briefing_app.store.excerpts import UNSERVING
from briefing_app.store.glances import Glance, glances
from briefing_app.store.journal import Journal
from briefing_app.store.order import make_room, renumber

_SUBTREE = """
WITH RECURSIVE below (id) AS (
    SELECT ? UNION SELECT section.id FROM section JOIN below ON section.parent_id = below.id
)
"""


class Sections:
    """The sections of one briefing's memos."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of_memo(self, memo_id: str) -> tuple[Placed, ...]:
        """A memo's sections in reading order, with depth and number."""
        found = self._journal.rows(
            f"SELECT {rows.SECTION} FROM section WHERE memo_id = ?", [memo_id]
        )
        return arrange(rows.section(row) for row in found)

    def glances(self, memo_id: str) -> dict[str, Glance]:
        """Section id -> its entries, origins and gaps in figures; all sections of a memo."""
        return glances(self._journal, memo_id)

    def get(self, id: str) -> Section:
        """The section with this id. Raises KeyError: it is gone."""
        row = self._journal.row(f"SELECT {rows.SECTION} FROM section WHERE id = ?", [id])
        if row is None:
            raise KeyError(id)
        return rows.section(row)

    def add(
        self,
        memo_id: str,
        title: str,
        parent_id: str | None = None,
        index: int | None = None,
        layout: Layout = Layout.BULLETS,
    ) -> str:
        """Add a heading at `index` (None: the end) among those with the same parent; its id.

        Raises KeyError: memo or parent is gone. ValueError: the parent is of another memo.
        """
        if self._journal.row("SELECT 1 FROM memo WHERE id = ?", [memo_id]) is None:
            raise KeyError(memo_id)
        self._check_parent(memo_id, parent_id)
        id = new_id()
        with self._journal.change("Add section"):
            siblings = self._children(memo_id, parent_id)
            place = len(siblings) if index is None else index
            position = make_room(self._journal, "section", siblings, place)
            self._journal.write(
                "INSERT INTO section (id, memo_id, parent_id, position, title, layout) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [id, memo_id, parent_id, position, title, Layout(layout).value],
            )
        return id

    def _check_parent(self, memo_id: str, parent_id: str | None) -> None:
        if parent_id is not None and self.get(parent_id).memo_id != memo_id:
            raise ValueError("a section's parent belongs to the same memo")

    def _children(self, memo_id: str, parent_id: str | None) -> list[tuple]:
        return self._journal.rows(
            "SELECT id, position FROM section WHERE memo_id = ? AND parent_id IS ? "
            "ORDER BY position, id",
            [memo_id, parent_id],
        )

    def rename(self, id: str, title: str) -> None:
        """Give a section another heading. Raises KeyError: it is gone."""
        if self.get(id).title != title:
            with self._journal.change("Rename section"):
                self._journal.write("UPDATE section SET title = ? WHERE id = ?", [title, id])

    def set_layout(self, id: str, layout: Layout) -> None:
        """Change how a section prints its entries. Raises KeyError: it is gone."""
        if self.get(id).layout != layout:
            with self._journal.change("Change layout"):
                self._journal.write(
                    "UPDATE section SET layout = ? WHERE id = ?", [Layout(layout).value, id]
                )

    def move(self, id: str, parent_id: str | None, index: int | None = None) -> None:
        """Put a section, with all below it, at `index` among the other children of a parent.

        Raises KeyError: it or the parent is gone. ValueError: the parent lies below the section
        itself, or in another memo.
        """
        section = self.get(id)
        self._check_parent(section.memo_id, parent_id)
        if parent_id in self._below(id):
            raise ValueError("a section cannot go below itself")
        siblings = self._children(section.memo_id, parent_id)
        others = [row for row in siblings if row[0] != id]
        place = len(others) if index is None else max(0, index)
        placed = [*others[:place], (id, section.position), *others[place:]]
        if parent_id == section.parent_id and placed == siblings:
            return
        with self._journal.change("Move section"):
            if parent_id != section.parent_id:
                self._journal.write(
                    "UPDATE section SET parent_id = ? WHERE id = ?", [parent_id, id]
                )
            renumber(self._journal, "section", placed)

    def _below(self, id: str) -> set[str]:
        return {row[0] for row in self._journal.rows(_SUBTREE + "SELECT id FROM below", [id])}

    def remove(self, id: str) -> None:
        """Delete a section, all below it, their entries, and excerpts that served only those."""
        excerpts = [
            row[0]
            for row in self._journal.rows(
                _SUBTREE + "SELECT DISTINCT excerpt_id FROM below "
                "JOIN entry ON entry.section_id = below.id "
                "JOIN evidence ON evidence.entry_id = entry.id",
                [id],
            )
        ]
        with self._journal.change("Delete section"):
            self._journal.write("DELETE FROM section WHERE id = ?", [id])
            self._journal.write(UNSERVING, [rows.id_list(excerpts)])
