"""What stands above the list: the search field, the filters, and what is said of the search."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.query import Query
from briefing_app.domain.query_text import words, words_start
from briefing_app.gui.library import query_words
from briefing_app.gui.library.filters import FilterRow
from briefing_app.gui.theme import Theme


class LibraryHead(QWidget):
    """The pane connects its parts: `search_field`, `filters` and `file_button`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search_field = QLineEdit()
        self.filters = FilterRow(theme)
        self.hint_line = QLabel()
        self.found_line = QLabel()
        self.file_button = QPushButton(self.tr("File hits…"))
        self._found_row = QWidget()
        self._search_icon = self.search_field.addAction(
            theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._build()

    def focus_search(self) -> None:
        """Put the caret into the search field, the words in it selected; filters stay."""
        field = self.search_field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        start = words_start(field.text())
        if start:
            field.setSelection(start, len(field.text()) - start)
        else:
            field.selectAll()

    def write_search(self, text: str) -> None:
        """Let the search field say this."""
        # What is typed next shall be no part of the condition at the end.
        self.search_field.setText(f"{text} " if text and not words(text) else text)

    def say_searching(self) -> None:
        """There will be more than what is listed."""
        self.found_line.setText(self.tr("Searching…"))
        self._found_row.show()
        self.file_button.hide()

    def say_found(self, query: Query, count: int, *, can_file: bool) -> None:
        """Say how much was found, and what in the query was not understood."""
        one, many = self.tr("1 article found"), self.tr("{n} articles found")
        shown = QLocale().toString(count)
        self.found_line.setText(one if count == 1 else many.format(n=shown))
        is_said = bool(query.terms) and count > 0
        self.file_button.setVisible(is_said and can_file)
        self._found_row.setVisible(is_said)
        hint = query_words.hint(query)
        self.hint_line.setText(hint)
        self.hint_line.setVisible(bool(hint))

    def tint(self) -> None:
        """Take the theme's icons again."""
        self.filters.tint()
        self._search_icon.setIcon(self._theme.icon("search"))

    def _build(self) -> None:
        search = self.tr("Search articles and entries")
        self.search_field.setPlaceholderText(search)
        self.search_field.setAccessibleName(search)
        ways = self.tr(
            "“a phrase”   begin*   one OR other   -without\n"
            "outlet:   date:2020-01-03..2020-01-08   speaker:   section:   language:\n"
            "is:unread   is:tagged   is:incomplete"
        )
        self.search_field.setToolTip(f"{search} (Ctrl+Shift+F)\n{ways}")
        self.search_field.setClearButtonEnabled(True)
        for button in self.search_field.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self.search_field.setAcceptDrops(False)
        self.found_line.setProperty("look", "hint")
        self.hint_line.setProperty("look", "hint")
        self.hint_line.setWordWrap(True)
        self.hint_line.setTextFormat(Qt.TextFormat.PlainText)
        self.hint_line.hide()
        self.file_button.setProperty("look", "link")
        self.file_button.setAccessibleName(self.file_button.text())
        self.file_button.setToolTip(self.tr("File the sentences with what was searched for"))
        # The list below must not move, and be drawn anew, when the button comes and goes.
        policy = self.file_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.file_button.setSizePolicy(policy)
        row = QHBoxLayout(self._found_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.found_line, 1)
        row.addWidget(self.file_button)
        self._found_row.hide()
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(6))
        column.setSpacing(px(8))
        for widget in (self.search_field, self.filters, self.hint_line, self._found_row):
            column.addWidget(widget)
