"""The sheets that commands open over the window, and what they do to an article's original."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefing_app.gui import actions
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.compare_texts import CompareTexts
from briefing_app.gui.dialogs.file_details import FileDetails
from briefing_app.gui.dialogs.history import HistorySheet
from briefing_app.gui.dialogs.preferences_sheet import PreferencesSheet
from briefing_app.gui.dialogs.shortcuts import ShortcutSheet
from briefing_app.gui.help import show_about, show_news
from briefing_app.gui.originals import copy_citation, open_original, reveal_original
from briefing_app.gui.overview.sheet import OverviewSheet
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


class Sheets:
    """Opens sheets over one window. Without an article id, commands mean the open article."""

    def __init__(
        self, session: Session, theme: Theme, preferences: Preferences, window: QWidget
    ) -> None:
        self._session = session
        self._theme = theme
        self._preferences = preferences
        self._window = window

    def edit_open_article(self) -> None:
        """Show the details of the open article, to correct them."""
        self.edit_article(self._session.article_id)

    def edit_article(self, article_id: str) -> None:
        """Show the details of an article, to correct them; nothing in a read-only briefing."""
        if article_id and not self._session.store.read_only:
            ArticleDetails(self._session, article_id, self._window).exec()

    def compare_texts(self, known_id: str, new_id: str) -> None:
        """Show where an article that came in differs from one that was there."""
        if len(self._session.store.articles.rows([known_id, new_id])) == 2:
            CompareTexts(self._session, self._theme, known_id, new_id, self._window).exec()

    def open_original(self, article_id: str = "") -> None:
        """Open the imported file in its own program."""
        open_original(self._session, article_id or self._session.article_id)

    def reveal_original(self) -> None:
        """Show the folder that the open article came from."""
        reveal_original(self._session, self._session.article_id)

    def copy_citation(self, article_id: str = "") -> None:
        """Put the full citation on the clipboard."""
        copy_citation(self._session, article_id or self._session.article_id)

    def edit_preferences(self) -> None:
        """Show what the user prefers."""
        PreferencesSheet(self._preferences, self._window).exec()

    def show_history(self) -> None:
        """Show every step; the sheet stays while the user works on."""
        open_one = self._window.findChild(HistorySheet)
        _bring_up(open_one or HistorySheet(self._session, self._window))

    def show_overview(self) -> None:
        """Show coverage and events; the sheet stays while the user works on."""
        open_one = self._window.findChild(OverviewSheet)
        _bring_up(open_one or OverviewSheet(self._session, self._theme, self._window))

    def show_file_details(self) -> None:
        """Tell of the briefing file and what takes its room."""
        FileDetails(self._session.store, self._window).exec()

    def show_keys(self) -> None:
        """Show all keys."""
        ShortcutSheet(actions.shortcut_sheet(), self._window).exec()

    def show_news(self) -> None:
        """Tell what is new."""
        show_news(self._window)

    def show_about(self) -> None:
        """Tell of the program."""
        show_about(self._window)


def _bring_up(sheet: QWidget) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.show()
    sheet.activateWindow()
