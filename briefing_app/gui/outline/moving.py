"""Moving entries and sections about. Every call is one step of undo at most."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.analysis.kinds import propose_kind
from briefing_app.analysis.speakers import propose_speaker
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.outline.carried import Cargo, Carried, Landing
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.session import Session


class Mover:
    """Writes moves into the session's store; they return whether there was anything to do."""

    def __init__(self, session: Session, tree: OutlineTree) -> None:
        self._session = session
        self._tree = tree

    def land(self, cargo: Cargo, landing: Landing) -> list[str]:
        """Carry out a drop; ids of what lies there now."""
        if not isinstance(cargo, Carried):
            return [self._file(cargo, landing)]
        if cargo.is_section:
            self._land_section(cargo.ids[0], landing)
        elif landing.copies:
            return self._copy_entries(cargo.ids, landing)
        else:
            self._land_entries(cargo.ids, landing)
        return list(cargo.ids)

    def _file(self, passage: DraggedPassage, landing: Landing) -> str:
        store, bounds = self._session.store, (passage.start, passage.end)
        body = store.articles.get(passage.article_id).body
        kind = propose_kind(body[slice(*bounds)])
        speaker = propose_speaker(body, *bounds)
        return store.entries.file(
            landing.parent_id,
            kind,
            passage.article_id,
            *bounds,
            speaker=speaker,
            index=landing.index,
        )

    def _copy_entries(self, ids: Sequence[str], landing: Landing) -> list[str]:
        copies = self._session.store.copy_entries(ids, landing.parent_id)
        self._session.store.entries.move(copies, landing.parent_id, landing.index)
        return copies

    def _land_section(self, id: str, landing: Landing) -> None:
        parent = self._tree.find(landing.parent_id)
        siblings = parent.sections if parent else self._tree.top_sections()
        passed = sum(1 for node in siblings[: landing.index] if node.id == id)
        self._session.store.sections.move(id, landing.parent_id or None, landing.index - passed)

    def _land_entries(self, ids: Sequence[str], landing: Landing) -> None:
        section = self._tree.find(landing.parent_id)
        assert section is not None
        passed = sum(1 for node in section.entries[: landing.index] if node.id in ids)
        self._session.store.entries.move(ids, section.id, landing.index - passed)

    def step_entries(self, nodes: Sequence[Node], step: int) -> None:
        """Move entries one place up (-1) or down (1), across the borders of sections too."""
        ids = [node.id for node in nodes]
        edge = nodes[0] if step < 0 else nodes[-1]
        section = edge.parent
        assert section is not None
        others = [node for node in section.entries if node.id not in ids]
        before = sum(1 for node in section.entries[: edge.row] if node.id not in ids)
        is_gathered = all(node.parent is section for node in nodes) and (
            nodes[-1].row - nodes[0].row == len(nodes) - 1
        )
        place = before + step if is_gathered else before
        if 0 <= place <= len(others):
            self._session.store.entries.move(ids, section.id, place)
            return
        beside = self._beside(section, step)
        if beside:
            index = len(beside.entries) if step < 0 else 0
            self._session.store.entries.move(ids, beside.id, index)

    def entries_to_section(self, nodes: Sequence[Node], step: int) -> None:
        """Move entries to the end of the section before (-1) or after (1) theirs."""
        section = nodes[0].parent
        beside = self._beside(section, step) if section else None
        if beside:
            self._session.store.entries.move([node.id for node in nodes], beside.id)

    def _beside(self, section: Node, step: int) -> Node | None:
        sections = [node for node in self._tree.nodes() if node.is_section]
        at = sections.index(section) + step
        return sections[at] if 0 <= at < len(sections) else None

    def step_section(self, node: Node, step: int) -> None:
        """Move a section one place up or down among those beside it."""
        siblings = self._kin(node)
        at = siblings.index(node) + step
        if node.placed and 0 <= at < len(siblings):
            self._session.store.sections.move(node.id, node.placed.section.parent_id, at)

    def nest(self, node: Node) -> None:
        """Put a section below the one before it, at the end."""
        siblings = self._kin(node)
        at = siblings.index(node)
        if at:
            self._session.store.sections.move(node.id, siblings[at - 1].id)

    def unnest(self, node: Node) -> None:
        """Put a section right after the one that it is in."""
        parent = node.parent
        if parent and parent.placed:
            above = parent.placed.section.parent_id
            index = self._kin(parent).index(parent) + 1
            self._session.store.sections.move(node.id, above, index)

    def _kin(self, node: Node) -> list[Node]:
        assert node.parent is not None
        return node.parent.sections
