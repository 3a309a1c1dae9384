"""Filing what a search has found: which sentences, as what, into which section."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import Kind
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.direction import OwnDirection
from briefing_app.gui.library import hit_sentences
from briefing_app.gui.library.hit_sentences import MOST, HitSentence
from briefing_app.gui.session import Session

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FileHits(Sheet):
    """A list of sentences with ticks. The button files those that are ticked, as one step."""

    def __init__(
        self, session: Session, hits: Sequence[HitSentence], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("FileHits", "File what was found")
        super().__init__(title, parent, width_em=52)
        self._session = session
        self._hits = hits
        self.kind, self.section = QComboBox(), QComboBox()
        self.every = QCheckBox(self.tr("All"))
        self.list = QListWidget()
        self.list.setItemDelegate(OwnDirection(self.list))
        self._buttons = QDialogButtonBox()
        self.file_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._fill()
        self._count()

    def accept(self) -> None:
        chosen = self.chosen()
        section_id, kind = self.section.currentData(), self.kind.currentData()
        label = self._label(len(chosen))
        file = partial(
            hit_sentences.file,
            self._session.store,
            section_id,
            chosen,
            Kind(kind) if kind else None,
            label,
        )
        if not chosen or not self._session.attempt(file):
            return
        self._session.move_target(section_id)
        one, many = self.tr("1 sentence filed"), self.tr("{n} sentences filed")
        said = one if len(chosen) == 1 else many.format(n=len(chosen))
        self._session.offer_undo(said)
        super().accept()

    def chosen(self) -> list[HitSentence]:
        """The sentences that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [h for h, item in zip(self._hits, items, strict=True) if _is_on(item)]

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        for column, (text, box) in enumerate(
            ((self.tr("File &as"), self.kind), (self.tr("&Section"), self.section))
        ):
            part = QVBoxLayout()
            part.setSpacing(self.em(0.3))
            part.addWidget(self.field_label(text, box))
            part.addWidget(box)
            box.setToolTip(box.accessibleName())
            box.currentIndexChanged.connect(self._count)
            grid.addLayout(part, 0, column)
            grid.setColumnStretch(column, 1 + column)
        self.column.addLayout(grid)
        self.every.setAccessibleName(self.tr("All sentences"))
        self.every.setToolTip(self.tr("Tick all sentences, or none"))
        self.every.clicked.connect(self._tick_all)
        self.column.addWidget(self.every)
        self.list.setAccessibleName(self.tr("Sentences found"))
        self.list.setProperty("look", "sentences")
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMinimumHeight(self.least_height(22))
        self.list.itemChanged.connect(self._count)
        self.column.addWidget(self.list, 1)
        if len(self._hits) == MOST:
            told = self.tr("These are the first {n}; file them, then search on.")
            self.add_text(told.format(n=MOST), "hint")
        self.file_button.setProperty("look", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.finish(self._buttons)

    def _fill(self) -> None:
        for title, kind in (
            (self.tr("Facts"), Kind.FACT.value),
            (self.tr("Quotes"), Kind.QUOTE.value),
            (self.tr("As each reads"), ""),
        ):
            self.kind.addItem(title, kind)
        for placed in self._session.sections():
            title = f"{placed.number} {placed.section.title}"
            self.section.addItem("   " * placed.depth + title, placed.section.id)
        self.section.setCurrentIndex(max(0, self.section.findData(self._session.target_id)))
        filed = self.tr("filed already")
        for hit in self._hits:
            told = (hit.publisher, shown_date(hit.published), filed if hit.is_filed else "")
            source = "  ·  ".join(part for part in told if part) or hit.headline
            item = QListWidgetItem(f"{hit.text}\n{source}")
            item.setToolTip(hit.headline)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(_UNCHECKED if hit.is_filed else _CHECKED)
            self.list.addItem(item)

    def _tick_all(self) -> None:
        state = _CHECKED if self.every.isChecked() else _UNCHECKED
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._count()

    def _label(self, count: int) -> str:
        """What the button and the step are called."""
        one, many = {
            Kind.FACT.value: (self.tr("File 1 fact"), self.tr("File {n} facts")),
            Kind.QUOTE.value: (self.tr("File 1 quote"), self.tr("File {n} quotes")),
        }.get(self.kind.currentData(), (self.tr("File 1 sentence"), self.tr("File {n} sentences")))
        return one if count == 1 else many.format(n=count)

    def _count(self) -> None:
        count = len(self.chosen()) if self.list.count() else 0
        self.file_button.setText(self._label(count))
        self.file_button.setAccessibleName(self._label(count))
        self.file_button.setToolTip(self._label(count))
        self.file_button.setEnabled(count > 0 and self.section.count() > 0)
        self.every.setChecked(count == self.list.count())


def _is_on(item: QListWidgetItem) -> bool:
    return item.checkState() == _CHECKED
