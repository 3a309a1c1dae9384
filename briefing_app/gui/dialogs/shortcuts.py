"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui.dialogs.sheet import Sheet

Line = tuple[str, str, str]

WIDTH_EM = 56
"""Of two columns; on a narrower screen there is one."""


class ShortcutSheet(Sheet):
    """Keys and what they do, by group, in two columns. Lines are (group, keys, text)."""

    def __init__(self, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ShortcutSheet", "Keyboard shortcuts")
        super().__init__(title, parent, width_em=WIDTH_EM)
        groups = [(name, list(found)) for name, found in groupby(lines, key=lambda line: line[0])]
        self._groups = groups
        inner = QWidget()
        halves = QHBoxLayout(inner)
        halves.setContentsMargins(0, 0, self.em(0.5), 0)
        halves.setSpacing(self.em(2.5))
        width = self.em(WIDTH_EM)
        # In one column, which is narrow, what keys do may need two lines.
        self._wraps = width > self.room().width()
        for half in (groups,) if self._wraps else _halves(groups):
            halves.addLayout(self._half(half), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(title)
        wanted, room = inner.sizeHint(), self.room()
        most = min(self.em(44), room.height() - self.em(8))
        area.setMinimumHeight(min(wanted.height() + 4, most))
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(min(wanted.width() + bar, room.width() - self.em(4)))
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.column.addWidget(area, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.print_button = buttons.addButton(
            QCoreApplication.translate("ShortcutSheet", "Print…"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self.print_button.clicked.connect(self._print)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def document(self) -> QTextDocument:
        """The sheet as a document to print: a table for each group."""
        shown = []
        for name, lines in self._groups:
            rows = (
                f"<tr><td width='190'><b>{escape(_native(keys))}</b></td>"
                f"<td>{escape(text)}</td></tr>"
                for _, keys, text in lines
            )
            shown.append(f"<h3>{escape(name)}</h3><table cellpadding='2'>{''.join(rows)}</table>")
        document = QTextDocument(self)
        document.setHtml(f"<h2>{escape(self.windowTitle())}</h2>{''.join(shown)}")
        return document

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.document().print_(printer)

    def _half(self, groups: Sequence[tuple[str, list[Line]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.em(0.5))
        for name, lines in groups:
            head = QLabel(name)
            head.setProperty("look", "pane title")
            column.addWidget(head)
            grid = QGridLayout()
            grid.setColumnStretch(0, 1)
            grid.setVerticalSpacing(self.em(0.25))
            for row, (_, keys, text) in enumerate(lines):
                said = QLabel(text)
                said.setWordWrap(self._wraps)
                grid.addWidget(said, row, 0)
                grid.addWidget(self._keys(keys), row, 1, Qt.AlignmentFlag.AlignRight)
            column.addLayout(grid)
            column.addSpacing(self.em(0.8))
        column.addStretch(1)
        return column

    def _keys(self, keys: str) -> QLabel:
        label = QLabel(_native(keys))
        label.setProperty("look", "key")
        return label


def _native(keys: str) -> str:
    """Keys as this computer writes them; what is no key to Qt ("1–9") as it is."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def _halves(
    groups: Sequence[tuple[str, list[Line]]],
) -> tuple[Sequence[tuple[str, list[Line]]], Sequence[tuple[str, list[Line]]]]:
    """Cut between two groups so that both columns are about as long."""
    sizes = [len(lines) + 2 for _, lines in groups]
    cuts = range(len(groups) + 1)
    cut = min(cuts, key=lambda at: abs(sum(sizes[:at]) - sum(sizes[at:])), default=0)
    return groups[:cut], groups[cut:]
