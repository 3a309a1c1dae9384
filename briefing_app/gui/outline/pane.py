"""The outline pane: arranges what is filed, and edits it in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing_app.gui.outline.commands import OutlineCommands
from briefing_app.gui.outline.head import OutlineHead
from briefing_app.gui.outline.menus import OutlineMenus
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.view import OutlineView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change


class OutlinePane(QWidget):
    """Shows the session's memo as sections and cards, and changes it through the store."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setAccessibleName(self.tr("Outline pane"))
        self.tree = OutlineTree(session, self)
        self.view = OutlineView(session, theme, self.tree)
        self.head = OutlineHead(theme)
        self._commands = OutlineCommands(session, self.tree, self.view, self)
        self.menus = OutlineMenus(session, theme, self._commands, self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._on_theme_changed()
        self._on_store_replaced()

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.store_replaced.connect(self._on_store_replaced)
        session.changed.connect(self._on_changed)
        session.entry_shown.connect(self.show_entry)
        session.target_moved.connect(self._on_target_moved)
        self._theme.changed.connect(self._on_theme_changed)
        view.clicked.connect(self._on_clicked)
        view.doubleClicked.connect(self._on_double_clicked)
        view.part_clicked.connect(self._on_part_clicked)
        self.head.section_requested.connect(self.add_section)
        self.head.more_requested.connect(self._on_more_requested)

    def show_entry(self, entry_id: str) -> None:
        """Select an entry's card and scroll to it."""
        self.view.choose([entry_id])

    def current_entry_id(self) -> str:
        """The entry that the keyboard is on, "" when it is on a section or nowhere."""
        node = self.view.current()
        return node.id if node and node.card else ""

    def add_section(self) -> None:
        """Add a section after the present one and let the user name it."""
        self._commands.add_section()

    def add_text(self) -> None:
        """Write a text after the present entry."""
        self._commands.add_text()

    def edit_current(self) -> None:
        """Edit the present entry, or the present section's title."""
        self._commands.edit_current()

    def rename_current(self) -> None:
        """Edit the title of the section that the keyboard is in."""
        self._commands.rename_current()

    def delete_current(self) -> None:
        """Delete what is selected, with a notice to undo it."""
        self._commands.delete_current()

    def move_up(self) -> None:
        """Move the selected entries, or the section, up."""
        self._commands.move_up()

    def move_down(self) -> None:
        """Move the selected entries, or the section, down."""
        self._commands.move_down()

    def move_in(self) -> None:
        """Nest the section; move entries to the next one."""
        self._commands.move_in()

    def move_out(self) -> None:
        """Un-nest the section; move entries to the one before."""
        self._commands.move_out()

    def expand_all(self) -> None:
        """Show everything that is filed."""
        self.view.expandAll()

    def collapse_all(self) -> None:
        """Show only the top-level sections."""
        self.view.collapseAll()

    def _on_store_replaced(self) -> None:
        self.tree.load()
        self._allow()

    def _allow(self) -> None:
        self.head.show_count(self.tree.entry_count())
        self.menus.allow(self._commands.can_write)
        self.head.add.setEnabled(self._commands.can_write)

    def _on_changed(self, change: Change) -> None:
        top = QPersistentModelIndex(self.view.indexAt(QPoint(4, 1)))
        was = self.view.visualRect(QModelIndex(top)).top() if top.isValid() else 0
        self.tree.follow(change)
        if "section" in change.rows:
            self.view.delegate.number_keys()
        self.head.show_count(self.tree.entry_count())
        if top.isValid():
            self.view.keep_at(QModelIndex(top), was)

    def _on_target_moved(self, _section_id: str) -> None:
        self.view.viewport().update()

    def _on_theme_changed(self) -> None:
        self.head.tint()
        self.menus.tint()
        self.view.fit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
            return
        node = self.tree.node(index)
        if node and node.is_section:
            self._session.move_target(node.id)
        elif node and node.card and node.card.excerpt_ids:
            self._session.show_passage(node.card.excerpt_ids[0])

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.edit_current()

    def _on_part_clicked(self, part: Part, id: str) -> None:
        node = self.tree.find(id)
        if node is None:
            return
        if part == Part.DELETE:
            self._commands.delete([node])
            return
        self.view.choose([id])
        if part == Part.EDIT:
            self.edit_current()
        else:
            rect = self.view.visualRect(self.tree.index_of(id))
            self.menus.show(node, self.view.viewport().mapToGlobal(self._below_button(rect)))

    def _below_button(self, row: QRect) -> QPoint:
        px = self._theme.px
        return QPoint(row.left() + self.view.width() - px(80), row.top() + px(36))

    def _on_more_requested(self, at: QPoint) -> None:
        menu = self.menus.more()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
