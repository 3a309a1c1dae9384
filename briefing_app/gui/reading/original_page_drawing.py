"""Pictures of a PDF file's pages, drawn in the reading process while the window goes on."""

from __future__ import annotations

from threading import Event, Lock

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.readers.pdf.pages import PagePicture
from briefing_app.reading_worker import ReadingWorker

FUNCTION = "briefing_app.readers.original_page:page_picture"
KEPT_PICTURES = 8

Asked = tuple[int, int]
"""Number of a page, and how many pixels wide it is to be."""


def _draw(
    worker: ReadingWorker, turn: Lock, given_up: Event, arguments: tuple[str, bytes, int, int]
) -> PagePicture | None:
    """The picture, None when it was given up; only here and in its turn a process is ended."""
    with turn:
        try:
            if given_up.is_set():
                return None
            picture: PagePicture | None = worker.call(
                FUNCTION, *arguments, is_cancelled=given_up.is_set
            )
            return picture
        finally:
            if given_up.is_set():
                worker.stop()


class PageDrawing(QObject):
    """Draws pages of one file, one at a time; of several that are asked for, the last.

    Signals: `drawn` with the page's number, how many pages there are, and its QImage; `failed`
    with the BriefingError.
    """

    drawn = Signal(int, int, QImage)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ReadingWorker()
        self._turn = Lock()
        self._name, self._data = "", b""
        self._kept: dict[Asked, tuple[int, QImage]] = {}
        self._asked: Asked | None = None
        self._drawing: Asked | None = None
        self._task: tasks.Task | None = None
        self._given_up = Event()

    def set_file(self, name: str, data: bytes) -> None:
        """Draw pages of this file from now on."""
        self.stop()
        self._name, self._data = name, data
        self._kept.clear()

    def ask(self, number: int, width_px: int) -> None:
        """Have a page drawn; pages are numbered from 1."""
        self._asked = (number, width_px)
        known = self._kept.get(self._asked)
        if known:
            self.drawn.emit(number, *known)
        elif self._task is None:
            self._start()

    def stop(self) -> None:
        """Give up what is being drawn, and the process that draws."""
        if self._task is not None:
            self._task.cancel()
        self._given_up.set()
        self._task = self._drawing = self._asked = None
        # A thread that still waits for the process ends it itself.
        if self._turn.acquire(blocking=False):
            self._worker.stop()
            self._turn.release()

    def _start(self) -> None:
        assert self._asked is not None
        self._drawing = self._asked
        number, width_px = self._asked
        self._given_up = Event()
        self._task = tasks.run(
            _draw, self._worker, self._turn, self._given_up,
            (self._name, self._data, number, width_px),
            done=self._on_drawn, failed=self._on_failed,
        )  # fmt: skip

    def _on_drawn(self, picture: PagePicture) -> None:
        width, height = picture.width, picture.height
        image = QImage(picture.pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
        assert self._drawing is not None
        while len(self._kept) >= KEPT_PICTURES:
            self._kept.pop(next(iter(self._kept)))
        self._kept[self._drawing] = (picture.page_count, image.copy())
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        drawing, asked = self._drawing, self._asked
        self._task = self._drawing = None
        if drawing == asked:
            self.failed.emit(error)
        elif asked:
            self.ask(*asked)

    def _go_on(self) -> None:
        """Show what was drawn, if it is still asked for, or draw what is by now."""
        self._task = self._drawing = None
        if self._asked:
            self.ask(*self._asked)
