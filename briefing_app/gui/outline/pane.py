"""The outline pane: arranges what is filed, and edits it in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing_app.domain.outline import Stance
from briefing_app.gui.outline.commands import OutlineCommands
from briefing_app.gui.outline.drafts import Draft, Opened, opened, save
from briefing_app.gui.outline.editor import EntryEditor
from briefing_app.gui.outline.glance_panel import GlancePanel
from briefing_app.gui.outline.head import OutlineHead
from briefing_app.gui.outline.menus import OutlineMenus
from briefing_app.gui.outline.more_fields import Known
from briefing_app.gui.outline.pieces import INSET_PX, Part
from briefing_app.gui.outline.places import OutlinePlaces
from briefing_app.gui.outline.tree import TABLES, OutlineTree
from briefing_app.gui.outline.view import OutlineView
from briefing_app.gui.pane import Pane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.memo import marking
from briefing_app.store import Change


def known_to(session: Session) -> Known:
    """What the briefing knows already, for the editor to complete from."""
    store = session.store
    scheme = store.memos.get(session.memo_id).options.get("scheme", "")
    return Known(
        store.excerpts.speakers(),
        store.excerpts.roles,
        store.articles.origins(),
        store.articles.outlets(),
        store.entries.translators(),
        marking.load(scheme) if scheme in marking.names() else None,
    )


class OutlinePane(Pane):
    """Shows the session's memo as sections and cards, and changes it through the store."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setAccessibleName(self.tr("Outline pane"))
        self.tree = OutlineTree(session, self)
        self.view = OutlineView(session, theme, self.tree)
        self.places = OutlinePlaces(self.view, self.tree, theme)
        self.head = OutlineHead(theme)
        self._commands = OutlineCommands(session, self.tree, self.view, self)
        self.editor = EntryEditor(theme, self)
        self.glances = GlancePanel(session, theme, self)
        self.menus = OutlineMenus(session, theme, self._commands, self.view)
        self.menus.glances_requested.connect(self.show_glances)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.main_part = self.view
        self._connect()
        self._on_theme_changed()
        self._on_store_replaced()

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.store_replaced.connect(self._on_store_replaced)
        session.memo_shown.connect(self._on_store_replaced)
        session.changed.connect(self._on_changed)
        session.entry_shown.connect(self.show_entry)
        session.target_moved.connect(self._on_target_moved)
        self._theme.changed.connect(self._on_theme_changed)
        view.clicked.connect(self._on_clicked)
        view.doubleClicked.connect(self._on_double_clicked)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.part_clicked.connect(self._on_part_clicked)
        self._commands.edit_requested.connect(self._edit)
        self._commands.text_requested.connect(self._write_text)
        self.editor.finished.connect(self._save)
        self.editor.left.connect(self._on_editor_left)
        self.glances.section_chosen.connect(self._show_section)
        self.head.glance_requested.connect(self.show_glances)
        self.head.section_requested.connect(self.add_section)
        self.head.more_requested.connect(self._on_more_requested)

    def set_overlay_host(self, host: QWidget) -> None:
        """Let the editor and the figures float over this widget, which holds the pane."""
        for floating in (self.editor, self.glances):
            floating.setParent(host)
            floating.hide()

    def show_glances(self) -> None:
        """Show or hide entries, origins and gaps of all sections in figures."""
        if self.glances.isVisible():
            self.glances.close_panel()
        elif self._session.has_store:
            host = self.glances.parentWidget()
            self.glances.open(self.head.mapTo(host, QPoint(0, self.head.height())).y())

    def _show_section(self, section_id: str) -> None:
        self.view.choose([section_id])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def combine(self) -> None:
        """Let the first of the selected entries rest on what the others rest on."""
        self._commands.combine(Stance.SUPPORTING)

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

    def _edit(self, entry_id: str) -> None:
        if self._commands.can_write:
            self.view.scrollTo(self.tree.index_of(entry_id))
            row = self.view.visualRect(self.tree.index_of(entry_id))
            self._open_editor(opened(self._session.store, entry_id), row)

    def _write_text(self, section_id: str, index: int) -> None:
        section = self.tree.find(section_id)
        assert section is not None
        above = section.entries[index - 1] if index else section
        row = self.view.visualRect(self.tree.index_of(above.id))
        row.setTop(row.bottom())
        self._open_editor(Opened(Draft(), section_id=section_id, index=index), row)

    def _open_editor(self, entry: Opened, row: QRect) -> None:
        host, px = self.editor.parentWidget(), self._theme.px
        frame = row.adjusted(px(INSET_PX), 0, 0, 0)
        frame.setRight(self.view.width() - px(INSET_PX))
        corner = self.view.viewport().mapTo(host, frame.topLeft())
        self.editor.open(entry, known_to(self._session), QRect(corner, frame.size()))

    def _save(self, before: Opened, draft: Draft) -> None:
        saved: list[str] = []

        def write() -> None:
            saved.append(save(self._session.store, before, draft))

        if self._session.attempt(write) and saved[0]:
            self.view.choose(saved)

    def _on_editor_left(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or self.editor.isAncestorOf(focused):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_store_replaced(self) -> None:
        self.editor.give_up()
        self.glances.close_panel()
        self.tree.load()
        self._allow()

    def _allow(self) -> None:
        self.head.show_count(self.tree.entry_count())
        self.menus.allow(self._commands.can_write)
        self.head.add.setEnabled(self._commands.can_write)

    def _on_changed(self, change: Change) -> None:
        if not TABLES & change.rows.keys():
            return
        top = self.view.at(QPoint(4, 1))
        was = self.view.top_of(top.id) if top else 0
        self.tree.follow(change)
        if "section" in change.rows:
            self.view.delegate.number_keys()
        if self.glances.isVisible():
            self.glances.refresh()
        self.head.show_count(self.tree.entry_count())
        if self.editor.entry_id and not self.tree.find(self.editor.entry_id):
            self.editor.give_up()
        if top and self.tree.find(top.id):
            self.view.scroll_by(self.view.top_of(top.id) - was)

    def _on_target_moved(self, _section_id: str) -> None:
        self.view.viewport().update()

    def _on_theme_changed(self) -> None:
        self.head.tint()
        self.menus.tint()
        self.view.fit()
        self.editor.tint()
        self.glances.tint()

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        node = self.tree.node(index)
        self._session.mark_entry(node.id if node and node.card else "")

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
