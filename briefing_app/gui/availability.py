"""Which commands make sense now, and what undo and redo are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from briefing_app.gui.actions import COMMANDS
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.memo.desk import EXPORTS
from briefing_app.gui.session import Session
from briefing_app.store import Store

WITHOUT_BRIEFING = (
    *("new", "open", "sample", "quit", "larger", "smaller", "normal", "dark"),
    *("preferences", "keys", "news", "about"),
)
"""Commands that work where no briefing could be opened."""

READING_ARTICLE = (
    *("find_next", "find_previous"),
    *("original", "original_page", "reveal", "citation"),
)
WRITING_ARTICLE = ("details", "correct_text", "remove_paragraph", "delete_article")
"""Commands on the open article: those that leave it alone, and those that change it."""


def update(actions: dict[str, QAction], session: Session) -> None:
    """Switch every command on or off, as the briefing, the article and the memo allow."""
    if not session.has_store:
        for name, action in actions.items():
            action.setEnabled(name in WITHOUT_BRIEFING)
        return
    store = session.store
    for command in COMMANDS:
        if command.name:
            actions[command.name].setEnabled(not (command.writes and store.read_only))
    _name_steps(actions, store)
    has_article = bool(session.article_id)
    for name in READING_ARTICLE:
        actions[name].setEnabled(has_article)
    for name in WRITING_ARTICLE:
        actions[name].setEnabled(has_article and not store.read_only)
    has_entries = store.entries.has_any(session.memo_id)
    for name in ("export", *EXPORTS):
        actions[name].setEnabled(has_entries)


def update_imports(actions: dict[str, QAction], importer: Importer) -> None:
    """Switch on what can be done about imports: stop the one that runs, see what became of all."""
    actions["stop_import"].setEnabled(importer.is_running)
    actions["imports"].setEnabled(bool(importer.history.reviews))


def _name_steps(actions: dict[str, QAction], store: Store) -> None:
    """Say in the menu what would be undone, and what done again."""
    for name, can, label, verb in (
        ("undo", store.can_undo, store.undo_label, _tr("Undo")),
        ("redo", store.can_redo, store.redo_label, _tr("Redo")),
    ):
        action = actions[name]
        action.setEnabled(can and not store.read_only)
        text = f"{verb} {label[:1].lower()}{label[1:]}" if label else verb
        action.setText(text)
        action.setToolTip(f"{text} ({action.shortcut().toString()})")


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
