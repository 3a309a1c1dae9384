"""Names that are written in several ways, which a search finds together."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from briefing_app.domain.name_variants import folded
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.direction import OwnDirection
from briefing_app.gui.session import Session

_PARTS = re.compile(r"[,;،؛\n]")
LEAST_ROWS = 6


def parts(text: str) -> list[str]:
    """Names between commas of any script."""
    return [name for part in _PARTS.split(text) if (name := " ".join(part.split()))]


class NamesTable(QTableWidget):
    """A table in which Tab goes from cell to cell while one is edited, and on after the last."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        last = self.rowCount() - 1, self.columnCount() - 1
        is_next = hint == QAbstractItemDelegate.EndEditHint.EditNextItem
        leaves = is_next and (self.currentRow(), self.currentColumn()) == last
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if leaves else hint)
        if leaves:
            self.focusNextChild()


class NameVariants(Sheet):
    """One row a name, with the other ways to write it. OK writes all of them as one undo step.

    `word`: a name to begin with; its row is ready for more variants.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, *, word: str = "") -> None:
        title = QCoreApplication.translate("NameVariants", "Name variants")
        super().__init__(title, parent, width_em=44)
        self._session = session
        self._known = session.store.aliases.all()
        self.table = NamesTable(0, 2)
        self.table.setItemDelegate(OwnDirection(self.table))
        self.add = QPushButton(self.tr("Add name"))
        self.remove = QPushButton(self.tr("Remove"))
        self._build()
        for name, variants in self._known.items():
            self._add_row(name, ", ".join(variants))
        self._begin_with(" ".join(word.split()))

    def accept(self) -> None:
        wanted = self._wanted()
        aliases = self._session.store.aliases

        def write() -> None:
            with self._session.store.change("Edit name variants"):
                for name in self._known.keys() - wanted.keys():
                    aliases.set(name, [])
                for name, variants in wanted.items():
                    aliases.set(name, variants)

        if self._session.attempt(write):
            super().accept()

    def _wanted(self) -> dict[str, list[str]]:
        """The variants by name; rows of one name belong together."""
        wanted: dict[str, list[str]] = {}
        for row in range(self.table.rowCount()):
            name, variants = (self.table.item(row, column).text() for column in range(2))
            names = parts(name) + parts(variants)
            if len(names) > 1:
                wanted.setdefault(names[0], []).extend(names[1:])
        return wanted

    def _build(self) -> None:
        self.add_text(
            self.tr(
                "A search for one way to write a name finds all of them: "
                "Soleimani also finds Suleimani and سليماني, once they stand in one line here. "
                "Capitals and accents make no difference anyway."
            ),
            "crumb",
        )
        table = self.table
        table.setAccessibleName(self.tr("Names and how else they are written"))
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Also written, with commas")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(self.em(2.4))
        table.setMinimumHeight(self.least_height(2.4 * (LEAST_ROWS + 1)))
        self.column.addWidget(table, 1)
        row = QHBoxLayout()
        for button, tip in (
            (self.add, self.tr("Add a name to the list")),
            (self.remove, self.tr("Remove the chosen name and its variants")),
        ):
            button.setAccessibleName(button.text())
            button.setToolTip(tip)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.add.clicked.connect(partial(self._begin_with, "", new=True))
        self.remove.clicked.connect(self._remove)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _add_row(self, name: str, variants: str) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((name, variants)):
            self.table.setItem(row, column, QTableWidgetItem(text))
        return row

    def _begin_with(self, word: str, *, new: bool = False) -> None:
        """Let the user write: the variants of a word, or a new name."""
        new = new or not self.table.rowCount()
        row = self._row_of(word) if word else -1
        if row < 0 and (word or new):
            row = self._add_row(word, "")
        item = self.table.item(max(row, 0), 1 if word else 0)
        assert item is not None
        self.table.setCurrentItem(item)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if word or new:
            self.table.editItem(item)

    def _row_of(self, word: str) -> int:
        sought = folded(word)
        for row in range(self.table.rowCount()):
            names = [n for column in range(2) for n in parts(self.table.item(row, column).text())]
            if sought in map(folded, names):
                return row
        return -1

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
