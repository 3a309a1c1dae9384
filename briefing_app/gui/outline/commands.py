"""What the user can do to the outline; each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.outline import Layout, Stance
from briefing_app.gui.memo.clipboard import copy_entries
from briefing_app.gui.outline.carried import Cargo, Carried, Landing
from briefing_app.gui.outline.moving import Mover
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.tying import add_passage, combine
from briefing_app.gui.outline.view import OutlineView
from briefing_app.gui.outline.wording import counted, told
from briefing_app.gui.session import Session


class OutlineCommands(QObject):
    """Acts on what is selected in the view.

    Signals:
    edit_requested(str)       open the editor on this entry id
    text_requested(str, int)  open the editor on a new text in this section, at this index
    """

    edit_requested = Signal(str)
    text_requested = Signal(str, int)

    def __init__(
        self, session: Session, tree: OutlineTree, view: OutlineView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tree = tree
        self._view = view
        self._mover = Mover(session, tree)
        self._unnamed: tuple[str, object] | None = None
        tree.dropped.connect(self.land)
        tree.title_edited.connect(self._rename)
        view.delegate.titled.connect(self._on_titled)

    @property
    def can_write(self) -> bool:
        """False while the briefing is open for reading only."""
        return self._session.can_write

    def section(self) -> Node | None:
        """The section that the keyboard is in, else the target, else the last one."""
        node = self._view.current()
        if node:
            return node if node.is_section else node.parent
        target = self._tree.find(self._session.target_id)
        return target or next(iter(reversed(self._tree.top_sections())), None)

    def add_section(self) -> None:
        """Add a section after the present one and let the user name it."""
        current = self._view.current()
        section = self.section() if current else None
        if section is None or section.placed is None or section.parent is None:
            self._add(None, None)
        else:
            index = section.parent.sections.index(section) + 1
            self._add(section.placed.section.parent_id, index)

    def add_subsection(self) -> None:
        """Add a section at the end of the present one and let the user name it."""
        section = self.section()
        if section:
            self._add(section.id, None)

    def _add(self, parent_id: str | None, index: int | None) -> None:
        sections, memo_id = self._session.store.sections, self._session.memo_id
        title = self.tr("New section")
        made: list[str] = []

        def write() -> None:
            made.append(sections.add(memo_id, title, parent_id, index))

        naming = object()
        if self._attempt("Add section", write, naming):
            self._view.choose(made)
            self._unnamed = (made[0], naming)  # its first name belongs to the same step of undo
            self.rename_current()

    def _attempt(self, label: str, run: Callable[[], object], group: object = None) -> bool:
        def write() -> None:
            with self._session.store.change(label, group):
                run()

        return self.can_write and self._session.attempt(write)

    def rename_current(self) -> None:
        """Let the user edit the title of the present section in its place."""
        section = self.section()
        if section and self.can_write:
            self._view.choose([section.id])
            self._view.edit(self._tree.index_of(section.id))

    def _rename(self, section_id: str, title: str) -> None:
        if not title or not self._tree.find(section_id):
            return
        rename = partial(self._session.store.sections.rename, section_id, title)
        if self._unnamed and self._unnamed[0] == section_id:
            self._attempt("Add section", rename, self._unnamed[1])
        else:
            self._attempt("Rename section", rename)

    def _on_titled(self, _section_id: str) -> None:
        self._unnamed = None

    def add_text(self) -> None:
        """Let the user write a text after the present entry, or first in the present section."""
        section, current = self.section(), self._view.current()
        if section and self.can_write:
            index = current.row + 1 if current and current.card else 0
            if current is None:
                index = len(section.entries)
            self.text_requested.emit(section.id, index)

    def edit_current(self) -> None:
        """Edit the present entry, or the present section's title."""
        current = self._view.current()
        if current and current.card:
            self.edit_requested.emit(current.id)
        elif current:
            self.rename_current()

    def show_passage(self) -> None:
        """Show the passage that the present entry rests on, or file into the present section."""
        current = self._view.current()
        if current and current.card and current.card.excerpt_ids:
            self._session.show_passage(current.card.excerpt_ids[0])
        elif current and current.is_section:
            self._session.move_target(current.id)

    def copy(self) -> None:
        """Put the selected entries with their sources on the clipboard."""
        copy_entries(self._session, [node.id for node in self._chosen_entries()])

    def delete_current(self) -> None:
        """Delete what is selected, and offer to take that back."""
        chosen = self._view.chosen()
        if chosen:
            self.delete(chosen)

    def delete(self, nodes: Sequence[Node]) -> None:
        """Delete entries and sections, with all in them."""
        sections = [node for node in nodes if node.is_section]
        entries = [node for node in nodes if node.card]
        notice, label = _deletion(sections, entries)
        heir = self._heir(nodes)
        store = self._session.store

        def write() -> None:
            if entries:
                store.entries.remove([node.id for node in entries])
            for node in sections:
                if self._is_there(node.id):
                    store.sections.remove(node.id)

        if self._attempt(label, write):
            if heir:
                self._view.choose([heir])
            self._session.offer_undo(notice)

    def _is_there(self, section_id: str) -> bool:
        return any(each.section.id == section_id for each in self._session.sections())

    def _heir(self, nodes: Sequence[Node]) -> str:
        """What is selected when these are gone: what follows, else what came before."""
        gone = {node.id for each in nodes for node in (each, *each.within())}
        order = self._tree.nodes()
        places = [at for at, node in enumerate(order) if node.id in gone]
        after = (node for node in order[places[0] :] if node.id not in gone)
        same = nodes[-1].card is not None
        following = next(after, None)
        before = next((n for n in reversed(order[: places[0]]) if n.id not in gone), None)
        if same and following and not following.card:
            following = before or following
        found = following or before
        return found.id if found else ""

    def move_up(self) -> None:
        """Move the selected entries, or the section, one place up."""
        self._step(-1)

    def move_down(self) -> None:
        """Move the selected entries, or the section, one place down."""
        self._step(1)

    def _step(self, step: int) -> None:
        entries = self._chosen_entries()
        if entries:
            self._move(entries, "", partial(self._mover.step_entries, entries, step))
        elif section := self._current_section():
            self._move([section], "Move section", partial(self._mover.step_section, section, step))

    def move_in(self) -> None:
        """Put the section below the one before it; move entries to the next section."""
        entries = self._chosen_entries()
        if entries:
            self._move(entries, "", partial(self._mover.entries_to_section, entries, 1))
        elif section := self._current_section():
            self._move([section], "Nest section", partial(self._mover.nest, section))

    def move_out(self) -> None:
        """Put the section after the one that it is in; move entries to the section before."""
        entries = self._chosen_entries()
        if entries:
            self._move(entries, "", partial(self._mover.entries_to_section, entries, -1))
        elif section := self._current_section():
            self._move([section], "Un-nest section", partial(self._mover.unnest, section))

    def move_to(self, section_id: str) -> None:
        """Move the selected entries to the end of a section."""
        entries = self._chosen_entries()
        ids = [node.id for node in entries]
        move = partial(self._session.store.entries.move, ids, section_id)
        self._move(entries, "", move)

    def copy_to(self, section_id: str) -> None:
        """Put copies of the selected entries, with their evidence, at the end of a section."""
        ids = [node.id for node in self._chosen_entries()]
        made: list[str] = []

        def write() -> None:
            made.extend(self._session.store.copy_entries(ids, section_id))

        if ids and self._attempt("Copy entry" if len(ids) == 1 else "Copy entries", write):
            self._view.choose(made)

    def land(self, cargo: Cargo, landing: Landing) -> None:
        """Carry out a drop."""
        there: list[str] = []

        def write() -> None:
            there.extend(self._mover.land(cargo, landing))

        if self._attempt(_landing_label(cargo, landing), write):
            self._view.choose(there)

    def add_evidence(self, entry_id: str, cargo: Cargo, stance: Stance, keeps: bool) -> None:
        """Let an entry rest on what fell on its card; entries that fell there go unless `keeps`."""
        store, gained = self._session.store, [0]

        def write() -> None:
            if isinstance(cargo, Carried):
                gained[0] = combine(store, entry_id, cargo.ids, stance, keeps=keeps)
            else:
                gained[0] = add_passage(store, entry_id, cargo, stance)

        if not self._attempt("Add evidence", write):
            return
        self._view.choose([entry_id])
        if gained[0] or (isinstance(cargo, Carried) and not keeps):
            passages = counted(gained[0], told("passage"), told("passages"))
            self._session.offer_undo(told("{passages} added as evidence").format(passages=passages))
        else:
            self._session.notify(told("The entry rests on that passage already"))

    def combine(self, stance: Stance) -> None:
        """Let the first of the selected entries rest on what the others rest on; these go."""
        chosen = self._chosen_entries()
        if len(chosen) > 1:
            others = Carried("", tuple(node.id for node in chosen[1:]), False)
            self.add_evidence(chosen[0].id, others, stance, False)
        else:
            self._session.notify(told("Select the entries to combine first, with Ctrl or Shift"))

    def _move(self, nodes: Sequence[Node], label: str, move: Callable[[], object]) -> None:
        label = label or ("Move entry" if len(nodes) == 1 else "Move entries")
        if nodes and self._attempt(label, move):
            self._view.choose([node.id for node in nodes])

    def _chosen_entries(self) -> list[Node]:
        return [node for node in self._view.chosen() if node.card]

    def _current_section(self) -> Node | None:
        current = self._view.current()
        return current if current and current.is_section else None

    def set_layout(self, section_id: str, layout: Layout) -> None:
        """Change how a section prints its entries."""
        change = partial(self._session.store.sections.set_layout, section_id, layout)
        self._attempt("Change layout", change)


def _landing_label(cargo: Cargo, landing: Landing) -> str:
    if not isinstance(cargo, Carried):
        return "File passage"
    if cargo.is_section:
        return "Move section"
    verb = "Copy" if landing.copies else "Move"
    return f"{verb} entry" if len(cargo.ids) == 1 else f"{verb} entries"


def _deletion(sections: Sequence[Node], entries: Sequence[Node]) -> tuple[str, str]:
    """What the notice says, and the label of the step."""
    inside = {node.id for each in sections for node in each.within() if node.card}
    inside |= {node.id for node in entries}
    count = counted(len(inside), told("entry"), told("entries"))
    if not sections:
        label = "Delete entry" if len(entries) == 1 else "Delete entries"
        return told("{entries} deleted").format(entries=count), label
    assert sections[0].placed is not None
    title = sections[0].placed.section.title
    if len(sections) > 1:
        text = told("{n} sections with {entries} deleted")
        return text.format(n=len(sections), entries=count), "Delete sections"
    text = told("Section “{title}” deleted")
    if inside:
        text = told("Section “{title}” and {entries} deleted")
    return text.format(title=title, entries=count), "Delete section"
