"""The window: puts the panes together and ties the commands to them. No logic of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import Stance
from briefing_app.gui import actions as commands
from briefing_app.gui import availability, leaving, window_place
from briefing_app.gui.empty import EmptyState
from briefing_app.gui.files import BriefingFiles
from briefing_app.gui.fingerprinting import Fingerprinting
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.drop import DropTarget
from briefing_app.gui.intake.intake import Intake
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.memo.desk import EXPORTS, MemoDesk
from briefing_app.gui.notices import NoticeBar
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.pane import Pane
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.gui.sheets import Sheets
from briefing_app.gui.sides import LIBRARY, OUTLINE, Sides
from briefing_app.gui.status_line import StatusLine
from briefing_app.gui.theme import Theme
from briefing_app.gui.top_bar import TopBar
from briefing_app.store import Change

Slots = dict[str, Callable[..., object]]
"""What the commands of gui/actions.py do, by name."""

LEAST_PX = (1100, 680)
IN_OUTLINE = ("section", "text", "edit_entry", "rename", "glances")
"""Commands whose place is the outline."""

SAVING = ("save", "keep_version", "save_copy", "restore")


class MainWindow(QMainWindow):
    """One window on one briefing.

    Signals: `closed` when the window has been closed by the user.
    """

    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.theme = theme
        self.actions_by_name = commands.make_actions(self, theme)
        self.library = LibraryPane(session, theme)
        self.reading = ReadingPane(session, theme)
        self.outline = OutlinePane(session, theme)
        self.desk = MemoDesk(session, theme, self)
        self.memo_page, self.exporter = self.desk.page, self.desk.exporter
        self.empty = EmptyState(theme)
        self.top_bar = TopBar(self.actions_by_name, theme)
        self.files = BriefingFiles(session, self)
        self.preferences = Preferences(theme, self)
        self.sheets = Sheets(session, theme, self.preferences, self)
        self.importer = Importer(session, self)
        self.intake = Intake(session, self.importer, self.files, self.preferences, self)
        self.fingerprinting = Fingerprinting(session, self)
        self._view = "read"
        self._build()
        self.notices = NoticeBar(self.root, theme)
        self.drop_target = DropTarget(self, self.intake, theme, self.outline.places)
        self.reading.set_overlay_host(self.root)
        self.outline.set_overlay_host(self.root)
        self._connect_actions()
        self._connect_signals()
        self._show_chosen()
        window_place.restore(self, self._split)
        self.show_view("read")
        self._update_actions()

    def show_view(self, view: str) -> None:
        """Show "read" or "memo"; without articles the first step stands in for reading."""
        self._view = view
        has_articles = self.session.has_store and self.session.store.articles.count()
        self._turn_to(self.memo_page if view == "memo" else
                      self.reading if has_articles else self.empty)  # fmt: skip
        self.top_bar.set_view(view)
        self.actions_by_name["read"].setChecked(view == "read")
        self.actions_by_name["memo"].setChecked(view == "memo")

    def _turn_to(self, page: Pane) -> None:
        """Show a pane in the middle; the keyboard, if it was there, goes to what it is there for.

        Left to itself Qt would give it to whatever comes next after the control that goes.
        """
        focused, left = self.focusWidget(), self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        if page is not left and focused is not None and left.isAncestorOf(focused):
            page.take_keyboard()

    def _build(self) -> None:
        self.setMinimumSize(*LEAST_PX)
        self._menus = commands.fill_menus(self.menuBar(), self.actions_by_name)
        # From the outside in: whatever is moved to another parent takes on the style sheet anew.
        self.root = QWidget()
        self.setCentralWidget(self.root)
        self._split = Sides(self.theme)
        column = QVBoxLayout(self.root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._split, 1)
        self._split.add_side(LIBRARY, self.library)
        self._stack = QStackedWidget()
        self._split.addWidget(self._stack)
        for page in (self.reading, self.memo_page, self.empty):
            self._stack.addWidget(page)
        self._split.add_side(OUTLINE, self.outline)
        self._split.begin()
        self.status_line = StatusLine(self.session)
        self.setStatusBar(self.status_line)
        self.top_bar.set_name_menu(self._name_menu())
        self.top_bar.set_export_menu(self.desk.export_menu(self.actions_by_name))
        self.desk.put_commands(self.actions_by_name)
        self.outline.head.put_title(self.desk.switcher(self.actions_by_name))

    def _name_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in ("rename_briefing", "new", "open", "sample", *SAVING[1:]):
            menu.addAction(self.actions_by_name[name])
        return menu

    def _connect_actions(self) -> None:
        slots = {**self._file_slots(), **self._view_slots(), **self._work_slots()}
        slots.update(self.desk.slots())
        for name in ("new", "open", "sample", "export", *EXPORTS, *SAVING):
            self.actions_by_name[name].triggered.connect(self._finish_editing)
        self.actions_by_name["find"].triggered.connect(self._bring_library)
        for name in IN_OUTLINE:
            self.actions_by_name[name].triggered.connect(self._bring_outline)
        for name, slot in slots.items():
            self.actions_by_name[name].triggered.connect(slot)
        # Where nothing is written Ctrl+V has no other meaning; fields keep it to themselves.
        paste = self.actions_by_name["paste"]
        paste.setShortcuts([paste.shortcut(), QKeySequence(QKeySequence.StandardKey.Paste)])

    def _file_slots(self) -> Slots:
        """Commands on the briefing file, its steps, and the program."""
        files, sheets = self.files, self.sheets
        return {
            "rename_briefing": files.rename,
            "new": files.new,
            "open": files.choose,
            "sample": files.open_sample,
            "import": self.intake.choose_files,
            "import_folder": self.intake.choose_folder,
            "stop_import": self.intake.cancel,
            "imports": self.importer.history.show_last,
            "save": files.say_saved,
            "keep_version": files.keep_version,
            "save_copy": files.save_copy,
            "restore": files.restore,
            "file_details": sheets.show_file_details,
            "quit": self._leave,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "history": sheets.show_history,
            "paste": self.intake.paste,
            "preferences": sheets.edit_preferences,
            "keys": sheets.show_keys,
            "news": sheets.show_news,
            "about": sheets.show_about,
        }

    def _view_slots(self) -> Slots:
        """Commands that change what is seen."""
        sheets = self.sheets
        return {
            "overview": sheets.show_overview,
            "read": self._show_reading,
            "memo": self._show_memo,
            "show_library": self._toggle_library,
            "show_outline": self._toggle_outline,
            "larger": self.theme.enlarge,
            "smaller": self.theme.shrink,
            "normal": self.theme.reset_size,
            "dark": self.theme.toggle_dark,
            "next_pane": self._focus_next_pane,
        }

    def _work_slots(self) -> Slots:
        """Commands on articles, sections and entries."""
        library, outline, sheets = self.library, self.outline, self.sheets
        return {
            "find_here": self._find_here,
            "find_next": self.reading.finding.next,
            "find_previous": self.reading.finding.previous,
            "find": library.focus_search,
            "variants": self._edit_variants,
            "next": library.open_next,
            "previous": library.open_previous,
            "details": sheets.edit_open_article,
            "correct_text": self.reading.correcting.start,
            "remove_paragraph": self.reading.correcting.remove_paragraph,
            "original": sheets.open_original,
            "original_page": self.reading.beside.show_or_explain,
            "reveal": sheets.reveal_original,
            "citation": sheets.copy_citation,
            "delete_article": library.delete_selected,
            "section": outline.add_section,
            "text": outline.add_text,
            "support": partial(self.reading.add_evidence, Stance.SUPPORTING),
            "contradict": partial(self.reading.add_evidence, Stance.CONTRADICTING),
            "glances": outline.show_glances,
            "combine": outline.combine,
            "edit_entry": outline.edit_current,
            "rename": outline.rename_current,
            "up": outline.move_up,
            "down": outline.move_down,
            "in": outline.move_in,
            "out": outline.move_out,
            "delete_entry": outline.delete_current,
        }

    def _connect_signals(self) -> None:
        sheets = self.sheets
        self.session.store_replaced.connect(self._on_store_replaced)
        self.session.changed.connect(self._on_changed)
        self.session.memo_shown.connect(self._update_actions)
        self.session.article_opened.connect(self._on_article_opened)
        self.session.passage_shown.connect(self._show_reading)
        self.session.entry_shown.connect(self._bring_outline)
        self._split.sides_changed.connect(self._tell_sides)
        self.session.notified.connect(self.notices.say)
        self.importer.running_changed.connect(self._update_actions)
        self.importer.history.changed.connect(self._update_actions)
        self.importer.history.sheet_shown.connect(self.notices.withdraw)
        self.importer.history.comparison_wanted.connect(sheets.compare_texts)
        self.files.opened.connect(self.preferences.remember_file)
        self.preferences.changed.connect(self.files.follow_preferences)
        self.top_bar.view_chosen.connect(self.show_view)
        self.theme.changed.connect(self._on_theme_changed)
        self.empty.files_requested.connect(self.intake.choose_files)
        self.empty.paste_requested.connect(self.intake.paste)
        self.empty.sample_requested.connect(self.files.open_sample)
        self.library.details_requested.connect(sheets.edit_article)
        self.library.searched.connect(self.reading.set_search)
        self.reading.details_requested.connect(sheets.edit_article)
        self.reading.original_requested.connect(sheets.open_original)
        self.reading.citation_requested.connect(sheets.copy_citation)
        self.reading.search_requested.connect(self._search_all)
        self.reading.next_requested.connect(self.library.open_next)
        self.reading.previous_requested.connect(self.library.open_previous)
        self.reading.beside.page_shown.connect(self._make_room_for_page)
        self.desk.page_requested.connect(self._show_memo)
        self.memo_page.measured.connect(self.outline.head.show_length)

    def _on_store_replaced(self) -> None:
        self._show_name()
        self._update_actions()
        self.library.open_next()
        self.show_view("read")
        self._focus_first()

    def _focus_first(self) -> None:
        is_empty = self._stack.currentWidget() is self.empty
        (self.empty if is_empty else self.library).take_keyboard()

    def _on_changed(self, change: Change) -> None:
        if change.rows.keys() == {"reading"}:
            return
        self.notices.outdate()
        self._update_actions()
        if "article" in change.rows:
            self.show_view(self._view)
        if "briefing" in change.rows:
            self._show_name()

    def _on_article_opened(self, article_id: str) -> None:
        if article_id:
            self.show_view("read")
        self._update_actions()

    def _on_theme_changed(self) -> None:
        commands.tint(self.actions_by_name, self.theme)
        self.actions_by_name["dark"].setChecked(self.theme.is_dark)

    def _show_name(self) -> None:
        title = self.session.store.title
        self.top_bar.set_name(title)
        self.setWindowTitle(self.tr("{title} – Briefing App").format(title=title))

    def _update_actions(self, _memo_id: str = "") -> None:
        availability.update(self.actions_by_name, self.session)
        availability.update_imports(self.actions_by_name, self.importer)
        self.top_bar.export.setEnabled(self.actions_by_name["export"].isEnabled())

    def _find_here(self) -> None:
        """Find in the open article; without one, in all."""
        if self.session.article_id:
            self.show_view("read")
            self.reading.finding.start()
        else:
            self.library.focus_search()

    def _search_all(self, words: str) -> None:
        """Look for words, in this order, in all articles."""
        self.actions_by_name["show_library"].setChecked(True)
        self._toggle_library()
        self.library.show_search(f'"{words}"' if len(words.split()) > 1 else words)

    def _edit_variants(self) -> None:
        self.session.edit_variants()

    def _show_reading(self, _excerpt_id: str = "") -> None:
        self.show_view("read")

    def _show_memo(self) -> None:
        self.show_view("memo")

    def _toggle_library(self) -> None:
        self._split.want(LIBRARY, self.actions_by_name["show_library"].isChecked())

    def _toggle_outline(self) -> None:
        self._split.want(OUTLINE, self.actions_by_name["show_outline"].isChecked())

    def _make_room_for_page(self, is_shown: bool) -> None:
        focused = QApplication.focusWidget()
        if is_shown and focused is not None and self.library.isAncestorOf(focused):
            self.reading.take_keyboard()
        self._split.widen_middle(is_shown)

    def _tell_sides(self) -> None:
        for name in (LIBRARY, OUTLINE):
            self.actions_by_name[f"show_{name}"].setChecked(self._split.is_shown(name))

    def _bring_library(self) -> None:
        self._split.bring(self.library)

    def _bring_outline(self, _entry_id: str = "") -> None:
        self._split.bring(self.outline)

    def _focus_next_pane(self) -> None:
        middle = (self.reading, self.memo_page, self.empty)[self._stack.currentIndex()]
        panes: list[Pane | NoticeBar] = [self.library, middle, self.outline]
        panes += [self.notices] if self.notices.is_answerable else []
        focused = QApplication.focusWidget()
        holds = [focused is not None and p.isAncestorOf(focused) for p in panes]
        start = holds.index(True) if any(holds) else -1
        for step in range(1, len(panes) + 1):
            pane = panes[(start + step) % len(panes)]
            if pane.isVisible() or (isinstance(pane, Pane) and self._split.bring(pane)):
                pane.take_keyboard()
                return

    def _finish_editing(self) -> None:
        """Write what is being edited: it belongs to the briefing that is left or written out."""
        self.outline.editor.keep()
        self.desk.keep()
        focused, view = self.focusWidget(), self.outline.view
        if focused is not None and focused is not view and view.isAncestorOf(focused):
            view.setFocus()

    def _show_chosen(self) -> None:
        for name in ("show_library", "show_outline"):
            self.actions_by_name[name].setChecked(True)
        self.actions_by_name["dark"].setChecked(self.theme.is_dark)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._focus_first()

    def _leave(self) -> None:
        if leaving.may_close(self.importer, self):
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and not leaving.may_close(self.importer, self):
            event.ignore()
            return
        self._finish_editing()
        window_place.keep(self, self._split)
        self.desk.stop()
        self.intake.cancel()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()
