"""How many pages the memo's body really has, counted by LibreOffice while nobody needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.domain.memo import ComposedMemo, Paragraph, Table
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.memo.composing import Composed
from briefing_app.memo import libreoffice

IDLE_MS = 4000
"""Without a change before the pages are counted."""

MOST_NOTES = 600
"""LibreOffice takes seconds for so many; such a memo is over every limit as it is."""


def body_of(memo: ComposedMemo) -> ComposedMemo:
    """The memo without its annexes."""
    body = memo.blocks[: memo.body_length]
    runs = [run for block in body if isinstance(block, Paragraph) for run in block.runs]
    cells = [
        cell for block in body if isinstance(block, Table) for row in block.rows for cell in row
    ]
    runs += [run for cell in cells for run in cell]
    cited = {run.note for run in runs}
    plain = tuple(
        replace(block, runs=tuple(replace(run, anchor="") for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in body
    )
    notes = tuple(
        replace(note, runs=tuple(replace(run, anchor="") for run in note.runs))
        for note in memo.footnotes
        if note.number in cited
    )
    return replace(memo, blocks=plain, footnotes=notes)


def count_pages(composed: Composed, progress: Callable[[object], None]) -> int:
    """Pages of the body; stops LibreOffice when `progress` raises."""
    # Word's library takes a quarter of a second to load.
    from briefing_app.memo import docx_writer
    from briefing_app.memo.office_template.template import open_template

    office = composed.briefing.memo.options.get("template", "")
    template = open_template(office) if office else None
    data = docx_writer.to_bytes(body_of(composed.memo), composed.form, template)
    return libreoffice.page_count(data, progress=progress)


class PageCount(QObject):
    """Counts after a while without changes, where LibreOffice is installed.

    Signals: `counted(Composed, int)`.
    """

    counted = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: tasks.Task | None = None
        self._composed: Composed | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._begin)

    @property
    def is_waiting(self) -> bool:
        """True between the order and the answer."""
        return self._idle.isActive() or self._task is not None

    def count(self, composed: Composed) -> None:
        """Count the pages of this memo once nothing has happened for a while."""
        self.cancel()
        if libreoffice.program() and 0 < len(composed.memo.footnotes) <= MOST_NOTES:
            self._composed = composed
            self._idle.start(IDLE_MS)

    def cancel(self) -> None:
        """Forget about it; LibreOffice is stopped."""
        self._idle.stop()
        self._composed = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self) -> None:
        composed = self._composed
        assert composed is not None
        self._task = tasks.run(
            count_pages,
            composed,
            done=partial(self._on_counted, composed),
            failed=self._on_failed,
            progress=_ignore,
        )

    def _on_counted(self, composed: Composed, pages: int) -> None:
        self._task = None
        self.counted.emit(composed, pages)

    def _on_failed(self, error: Exception) -> None:
        """The reckoned length stays; only a fault of ours is worth a word."""
        self._task = None
        if not isinstance(error, BriefingError):
            raise error


def _ignore(_value: object) -> None:
    """LibreOffice says nothing on its way."""
