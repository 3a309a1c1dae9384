"""The outline's keys and menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing_app.domain.outline import Layout, Stance
from briefing_app.gui.direction import arrows
from briefing_app.gui.outline.carried import Cargo
from briefing_app.gui.outline.commands import OutlineCommands
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.view import OutlineView
from briefing_app.gui.outline.wording import LAYOUT_NAMES, told
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

SUPPORTING, CONTRADICTING = Stance.SUPPORTING, Stance.CONTRADICTING


def _without_state(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()


class OutlineMenus(QObject):
    """Actions whose keys count only while the tree has the keyboard, and menus of them.

    Signals: `glances_requested` to show or hide the sections in figures.
    """

    glances_requested = Signal()

    def __init__(
        self, session: Session, theme: Theme, commands: OutlineCommands, view: OutlineView
    ) -> None:
        super().__init__(view)
        self._session = session
        self._theme = theme
        self._commands = commands
        self._view = view
        self._icons: dict[str, str] = {}
        self._actions: dict[str, QAction] = {}
        self._reading = ("passage", "copy", "glances", "expand", "collapse")
        self._make()
        self.tint()
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_context_menu)
        view.evidence_dropped.connect(self.offer_evidence)

    def _make(self) -> None:
        does, view = self._commands, self._view
        self._add("passage", self.tr("Show in the article"), does.show_passage, ["Space"], "read")
        edit_keys = ["Return", "Enter", "F2"]
        self._add("edit", self.tr("Edit…"), does.edit_current, edit_keys, "edit")
        self._add("copy", self.tr("Copy with source"), does.copy, ["Ctrl+C"], "copy")
        self._add("text", self.tr("Write text here"), does.add_text, ["T"], "text")
        self._add("up", self.tr("Move up"), does.move_up, ["Alt+Up"], "up")
        self._add("down", self.tr("Move down"), does.move_down, ["Alt+Down"], "down")
        self._add("in", self.tr("Move in"), does.move_in, [arrows("Alt+Right")])
        self._add("out", self.tr("Move out"), does.move_out, [arrows("Alt+Left")])
        combine = self.tr("Combine into one entry")
        self._add("combine", combine, partial(does.combine, SUPPORTING), ["Ctrl+J"], "link")
        against = self.tr("Combine: the others speak against the first")
        self._add("combine_against", against, partial(does.combine, CONTRADICTING), [])
        self._add("delete", self.tr("Delete"), does.delete_current, ["Del"], "trash")
        self._add("section", self.tr("New section"), does.add_section, [], "plus")
        self._add("subsection", self.tr("New section below this one"), does.add_subsection, [])
        self._add("glances", self.tr("Sections at a glance"), self.glances_requested.emit, ["G"])
        self._add("expand", self.tr("Expand all"), view.expandAll, [])
        self._add("collapse", self.tr("Collapse all"), view.collapseAll, [])

    def _add(
        self, name: str, text: str, slot: Callable[[], object], keys: list[str], icon: str = ""
    ) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(_without_state, slot))
        self._view.addAction(action)
        self._actions[name] = action
        self._icons[name] = icon

    def tint(self) -> None:
        """Take the theme's colours again."""
        for name, icon in self._icons.items():
            if icon:
                self._actions[name].setIcon(self._theme.icon(icon))

    def allow(self, can_write: bool) -> None:
        """Switch what writes on or off."""
        for name, action in self._actions.items():
            action.setEnabled(can_write or name in self._reading)

    def more(self) -> QMenu:
        """The menu of the pane's head."""
        return self._menu("section", "text", "", "glances", "expand", "collapse")

    def of(self, node: Node | None) -> QMenu:
        """The menu of an entry, of a section, or of the empty space below them."""
        if node is None:
            return self._menu("section", "", "glances", "expand", "collapse")
        if node.placed is None:
            menu = self._menu("passage", "copy", "edit", "text", "", "up", "down")
            menu.addMenu(self._destinations(menu, self.tr("Move to section"), self._move_to, node))
            menu.addMenu(self._destinations(menu, self.tr("Copy to section"), self._copy_to))
            if sum(1 for chosen in self._view.chosen() if chosen.card) > 1:
                self._fill(menu, "", "combine", "combine_against")
            menu.addSeparator()
            menu.addAction(self._actions["delete"])
            self._actions["passage"].setEnabled(bool(node.card and node.card.excerpt_ids))
            return menu
        menu = QMenu(self._view)
        target = menu.addAction(self.tr("File here from now on"))
        target.setCheckable(True)
        target.setChecked(node.id == self._session.target_id)
        target.triggered.connect(partial(self._aim, node.id))
        rename = menu.addAction(self._theme.icon("edit"), self.tr("Rename") + "\tF2")
        rename.triggered.connect(self._commands.rename_current)
        rename.setEnabled(self._commands.can_write)
        menu.addMenu(self._layouts(node, menu))
        self._fill(menu, "", "text", "section", "subsection", "", "up", "down", "in", "out", "")
        self._fill(menu, "delete")
        return menu

    def _menu(self, *names: str) -> QMenu:
        menu = QMenu(self._view)
        self._fill(menu, *names)
        return menu

    def _fill(self, menu: QMenu, *names: str) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def _layouts(self, node: Node, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Layout"), parent)
        menu.setEnabled(self._commands.can_write)
        for layout in Layout:
            action = menu.addAction(told(LAYOUT_NAMES[layout]))
            action.setCheckable(True)
            action.setChecked(node.placed is not None and node.placed.section.layout == layout)
            action.triggered.connect(partial(self._lay_out, node.id, layout))
        return menu

    def _destinations(
        self, parent: QMenu, title: str, go: Callable[..., object], here: Node | None = None
    ) -> QMenu:
        """Sections to go to; the one that an entry is in is no place to go."""
        menu = QMenu(title, parent)
        menu.setEnabled(self._commands.can_write)
        present = here.parent.id if here and here.parent else ""
        for placed in self._session.sections():
            name = placed.section.title.replace("&", "&&")
            action = menu.addAction(f"{placed.number}  {name}")
            action.setEnabled(placed.section.id != present)
            action.triggered.connect(partial(go, placed.section.id))
        return menu

    def of_evidence(self, cargo: Cargo, entry_id: str, keeps: bool) -> QMenu:
        """What can be done with something that fell on an entry's card."""
        menu = QMenu(self._view)
        menu.setAccessibleName(self.tr("Add as evidence"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Add as evidence")).setEnabled(False)
        for text, icon, stance in (
            (self.tr("Supports this entry"), "fact", Stance.SUPPORTING),
            (self.tr("Speaks against this entry"), "warn", Stance.CONTRADICTING),
        ):
            action = menu.addAction(self._theme.icon(icon), text)
            action.triggered.connect(partial(self._tie, entry_id, cargo, stance, keeps))
        menu.addSeparator()
        menu.addAction(self._theme.icon("x"), self.tr("Cancel"))
        menu.setActiveAction(menu.actions()[1])
        return menu

    def _tie(
        self, entry_id: str, cargo: Cargo, stance: Stance, keeps: bool, _checked: bool = False
    ) -> None:
        self._commands.add_evidence(entry_id, cargo, stance, keeps)

    def offer_evidence(self, cargo: Cargo, entry_id: str, keeps: bool, at: QPoint) -> None:
        """Ask what something that fell on a card is to its entry."""
        self.of_evidence(cargo, entry_id, keeps).popup(at)

    def _aim(self, section_id: str, _checked: bool = False) -> None:
        self._session.move_target(section_id)

    def _lay_out(self, section_id: str, layout: Layout, _checked: bool = False) -> None:
        self._commands.set_layout(section_id, layout)

    def _move_to(self, section_id: str, _checked: bool = False) -> None:
        self._commands.move_to(section_id)

    def _copy_to(self, section_id: str, _checked: bool = False) -> None:
        self._commands.copy_to(section_id)

    def _on_context_menu(self, at: QPoint) -> None:
        self.show(self._view.at(at), self._view.viewport().mapToGlobal(at))

    def show(self, node: Node | None, at: QPoint) -> None:
        """Open the menu of a row at a point of the screen, without waiting for the choice."""
        menu = self.of(node)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
