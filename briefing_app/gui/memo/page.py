"""The memo page: a calm bar, the paper itself, and below it how long the memo is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role, Run
from briefing_app.gui.memo.composing import Composed, Composer
from briefing_app.gui.memo.inline import InlineEditor, stored
from briefing_app.gui.memo.limits import Measure, headline, measures
from briefing_app.gui.memo.page_count import PageCount
from briefing_app.gui.memo.printing import note_id
from briefing_app.gui.memo.view import MemoView
from briefing_app.gui.pane import Pane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.memo import extent
from briefing_app.memo.marking import BOTTOM_LINE

FIELD, NOTE = "field:", note_id(0)[:-1]
"""Begin the ids of header fields and of notes on the page."""


def cited_by(memo: ComposedMemo, note: int) -> str:
    """Id of the entry that a note stands at, "" where it stands in a table."""
    entry = ""
    for block in memo.blocks:
        if isinstance(block, Paragraph):
            # Who said a quote has no id of its own: the quote stands before it.
            entry = block.id or entry
            if any(run.note == note for run in block.runs):
                return entry
    return ""


class MemoPage(Pane):
    """Shows what `composer` makes, while it can be seen.

    Signals: `details_requested` when the options of the memo shall be edited; `measured(str,
    bool)` with the length that matters most, and whether it is over its limit.
    """

    details_requested = Signal()
    measured = Signal(str, bool)

    def __init__(
        self, session: Session, theme: Theme, composer: Composer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._composer = composer
        self._shown: Composed | None = None
        self._measures: list[Measure] = []
        self.view = MemoView(theme)
        self.editor = InlineEditor(theme, self.view)
        self.pages = PageCount(self)
        self._foot = QLabel()
        self._foot.setProperty("look", "crumb")
        self._foot.setTextFormat(Qt.TextFormat.RichText)
        self._foot.setWordWrap(True)
        self._foot.setAccessibleName(self.tr("Length of the memo"))
        self._foot.setToolTip(self.tr("Lines and pages as they will be on paper"))
        self._foot.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._edit = QPushButton(self.tr("Options…"))
        self._edit.setProperty("look", "link")
        self._edit.setAccessibleName(self.tr("Memo options"))
        tip = self.tr("Form, language, citations, marking, header and bottom line (Ctrl+M)")
        self._edit.setToolTip(tip)
        self._build()
        self._connect()

    def _build(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "bar")
        self._bar = row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 10, 4)
        row.addStretch(1)
        row.addWidget(self._edit)
        foot = QFrame()
        foot.setProperty("look", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 5, 18, 5)
        row.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        column.addWidget(foot)
        self.main_part = self.view

    def _connect(self) -> None:
        self._edit.clicked.connect(self.details_requested)
        self._foot.linkActivated.connect(self._go)
        self._composer.outdated.connect(self._on_outdated)
        self._composer.composed.connect(self._on_composed)
        self._composer.pictured.connect(self._on_pictured)
        self._session.store_replaced.connect(self._on_other_memo)
        self._session.memo_shown.connect(self._on_other_memo)
        self._session.entry_shown.connect(self._on_entry_shown)
        self._theme.changed.connect(self._on_theme_changed)
        self.view.row_clicked.connect(self._on_row_clicked)
        self.view.settled.connect(self._on_settled)
        self.pages.counted.connect(self._on_counted)
        self.editor.kept.connect(self._keep)
        self.editor.drafted.connect(self._on_drafted)

    @property
    def composed(self) -> ComposedMemo | None:
        """The memo that is on the page, None before the first one."""
        return self._shown.memo if self._shown else None

    @property
    def is_current(self) -> bool:
        """True when the page shows what the briefing says, to its last line."""
        is_last = self._shown is not None and self._shown is self._composer.current
        return is_last and self._composer.is_current and self.view.is_settled

    @property
    def length(self) -> str:
        """What the foot says, as plain text."""
        return " · ".join(measure.text for measure in self._measures)

    def put_name(self, switcher: QWidget) -> None:
        """Let the memo's title stand at the beginning of the bar."""
        self._bar.insertWidget(0, switcher)
        self.setTabOrder(switcher, self._edit)

    def put_button(self, button: QWidget) -> None:
        """Add a button to the end of the bar."""
        self._bar.addWidget(button)
        self.setTabOrder(self._edit, button)
        self.setTabOrder(button, self.view)

    def _on_outdated(self) -> None:
        self.pages.cancel()

    def _on_other_memo(self) -> None:
        self.editor.give_up()
        self.view.verticalScrollBar().setValue(0)

    def _on_composed(self, composed: Composed) -> None:
        self._tell(composed)
        if self.isVisible():
            self._print(composed)

    def _on_pictured(self, composed: Composed) -> None:
        if self._shown is not None and self._shown.memo is composed.memo:
            self.view.put_pictures(composed)

    def _print(self, composed: Composed) -> None:
        self._shown = composed
        self.view.show_memo(composed)
        self.pages.count(composed)

    def _tell(self, composed: Composed, pages: int = 0) -> None:
        notes = len(composed.memo.footnotes)
        self._say(measures(composed.extent, composed.form, notes, pages))

    def _say(self, told: list[Measure]) -> None:
        self._measures = told
        self._foot.setText("&nbsp;&nbsp;·&nbsp; ".join(map(self._as_html, told)))
        self._foot.setAccessibleDescription(self.length)
        first = headline(told)
        self.measured.emit(first.text, first.is_over)

    def _as_html(self, measure: Measure) -> str:
        color = self._theme.color("warn" if measure.is_over else "text2").name()
        weight = 600 if measure.is_over else 400
        text = escape(measure.text).replace(" ", "&nbsp;")
        said = f'<span style="color:{color}; font-weight:{weight}">{text}</span>'
        return f'<a href="{measure.place}">{said}</a>' if measure.place else said

    def _go(self, place: str) -> None:
        """Show what was measured; the bottom line at once to be edited."""
        self.view.go(place)
        self.view.setFocus()
        if place == BOTTOM_LINE:
            self.view.point_no_more()
            self._edit_in_place(place)

    def _on_counted(self, composed: Composed, pages: int) -> None:
        if composed is self._shown:
            self._tell(composed, pages)

    def _on_drafted(self, row_id: str, text: str) -> None:
        """Measure the bottom line while it is being written."""
        if row_id != BOTTOM_LINE or self._shown is None:
            return
        shown = self._shown
        label = Run(f"{shown.form.labels['bottom_line']} ")
        draft = Paragraph(Role.BOTTOM_LINE, (label, Run(text)))
        alone = replace(shown.memo, blocks=(draft,), footnotes=(), body_length=1)
        lines = extent.measure(alone, shown.form).bottom_line_lines
        drafted = replace(shown.extent, bottom_line_lines=lines)
        self._say(measures(drafted, shown.form, len(shown.memo.footnotes)))

    def _on_settled(self) -> None:
        self.editor.follow()

    def _on_theme_changed(self) -> None:
        if self._shown is not None:
            self._say(self._measures)
            if self.isVisible():
                self.view.show_memo(self._shown)
            else:
                self._shown = None

    def _on_entry_shown(self, entry_id: str) -> None:
        if self.isVisible():
            self.view.show_row(entry_id)

    def _on_row_clicked(self, row_id: str) -> None:
        store = self._session.store
        if row_id == BOTTOM_LINE or row_id.startswith(FIELD):
            self._edit_in_place(row_id)
        elif row_id.startswith(NOTE):
            self._show_source(int(row_id.removeprefix(NOTE)))
        elif any(placed.section.id == row_id for placed in self._session.sections()):
            self._session.move_target(row_id)
        elif store.entries.cards(self._session.memo_id, [row_id]):
            self._session.show_entry(row_id)

    def _show_source(self, note: int) -> None:
        """Show the passage that a note cites first."""
        entry = cited_by(self._shown.memo, note) if self._shown else ""
        cards = self._session.store.entries.cards(self._session.memo_id, [entry])
        if cards and cards[0].excerpt_ids:
            self._session.show_passage(cards[0].excerpt_ids[0])

    def _edit_in_place(self, row_id: str) -> None:
        if not self._session.can_write:
            return
        memo = self._session.store.memos.get(self._session.memo_id)
        if row_id == BOTTOM_LINE:
            self.editor.open(row_id, memo.bottom_line)
        else:
            name = row_id.removeprefix(FIELD)
            text = memo.fields.get(name, "")
            self.editor.open(row_id, text or (memo.title if name == "subject" else ""))

    def _keep(self, row_id: str, text: str) -> None:
        """Write what was edited in place, as one step."""
        memos, memo_id = self._session.store.memos, self._session.memo_id
        if row_id == BOTTOM_LINE:
            self._session.attempt(partial(memos.update, memo_id, bottom_line=text))
            return
        name = row_id.removeprefix(FIELD)
        fields = dict(memos.get(memo_id).fields) | {name: stored(name, text)}
        if not text:
            del fields[name]
        self._session.attempt(partial(memos.update, memo_id, fields=fields))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._composer.set_seen(True)
        current = self._composer.current
        if self._composer.is_current and current is not None and current is not self._shown:
            self._print(current)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._composer.set_seen(False)
        self.pages.cancel()
