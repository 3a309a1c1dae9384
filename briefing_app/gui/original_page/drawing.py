"""Pictures of an original's pages, drawn in the reading process while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from briefing_app.domain.article import Original
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.readers.pdf.pages import WHOLE, PagePicture, Part
from briefing_app.reading_worker import ReadingWorker

PICTURE = "briefing_app.readers.original_page:page_picture"
PLACES = "briefing_app.readers.original_page:passage_places"
KEPT_PICTURES = 6

Load = Callable[[], Original]
"""Fetches the file, in a thread: large ones take a while. Raises BriefingError."""


class Asked(NamedTuple):
    """A page from 1, or a part of it, and how many pixels wide the whole page is to be."""

    number: int
    width_px: int
    part: Part = WHOLE


@dataclass(frozen=True)
class DrawnPage:
    """What was asked for; `picture` tells of the page, and has no pixels: those are the image's."""

    asked: Asked
    picture: PagePicture
    image: QImage


class _Work:
    """One file and the process that draws its pages; only in its turn that process is ended."""

    def __init__(self, load: Load, passwords: tuple[str, ...]) -> None:
        self._load, self._passwords = load, passwords
        self.original: Original | None = None
        self.worker = ReadingWorker()
        self.turn = Lock()

    def draw(self, asked: Asked, given_up: Event) -> DrawnPage | None:
        """The picture, None when it was given up."""
        found: PagePicture | None = self._call(PICTURE, given_up, *asked)
        return as_drawn(asked, found) if found else None

    def find(self, number: int, words: str, given_up: Event) -> list[Part] | None:
        """Where words stand on a page, None when it was given up."""
        found: list[Part] | None = self._call(PLACES, given_up, number, words)
        return found

    def _call(self, function: str, given_up: Event, *arguments: object) -> Any:
        with self.turn:
            try:
                if given_up.is_set():
                    return None
                self.original = file = self.original or self._load()
                call = partial(self.worker.call, is_cancelled=given_up.is_set)
                return call(function, file.name, file.data, *arguments, self._passwords)
            finally:
                if given_up.is_set():
                    self.worker.stop()

    def end(self) -> None:
        """End the process; a thread that still waits for it does so itself."""
        if self.turn.acquire(blocking=False):
            self.worker.stop()
            self.turn.release()


def as_drawn(asked: Asked, picture: PagePicture) -> DrawnPage:
    """A picture from the reading process as the window paints it; made in a thread."""
    width, height = picture.width, picture.height
    image = QImage(picture.pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
    # Of the kind that the window itself has, so that painting it is a mere copy.
    told = PagePicture(
        picture.number, picture.page_count, width, height, b"",
        picture.part, picture.page_ratio, picture.own_width,
    )  # fmt: skip
    return DrawnPage(asked, told, image.convertToFormat(QImage.Format.Format_RGB32))


class PageDrawing(QObject):
    """Draws pages of one file, one at a time; of several that are asked for, the last.

    Signals: `drawn` with the DrawnPage; `found` with a page's number and the parts of it that show
    the words looked for; `failed` with the BriefingError.
    """

    drawn = Signal(object)
    found = Signal(int, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: _Work | None = None
        self._kept: dict[Asked, DrawnPage] = {}
        self._asked: Asked | None = None
        self._drawing: Asked | None = None
        self._task: tasks.Task | None = None
        self._given_up = Event()
        self._search: tasks.Task | None = None
        self._search_given_up = Event()

    @property
    def name(self) -> str:
        """Of the file, "" until it is known."""
        original = self._work.original if self._work else None
        return original.name if original else ""

    def set_file(self, load: Load | None, passwords: tuple[str, ...] = ()) -> None:
        """Draw pages of this file from now on; None: draw nothing. One of the passwords may be
        the file's."""
        self.stop()
        self._kept.clear()
        self._work = _Work(load, passwords) if load else None

    def ask(self, asked: Asked) -> None:
        """Have a page drawn."""
        self._asked = asked
        known = self._kept.get(asked)
        if known:
            self.drawn.emit(known)
        elif self._task is None:
            self._start()

    def find(self, number: int, words: str) -> None:
        """Look for words on a page; what was looked for before is dropped."""
        if self._search is not None:
            self._search.cancel()
        if self._work is None:
            return
        self._search = tasks.run(
            self._work.find, number, words, self._search_given_up,
            done=partial(self._on_found, number), failed=self._on_not_found,
        )  # fmt: skip

    def stop(self) -> None:
        """Give up what is being drawn or looked for, and the process that does."""
        if self._search is not None:
            self._search.cancel()
        self._search_given_up.set()
        self._search, self._search_given_up = None, Event()
        if self._task is not None:
            self._task.cancel()
        self._given_up.set()
        self._task = self._drawing = self._asked = None
        if self._work is not None:
            self._work.end()

    def _start(self) -> None:
        if self._work is None or self._asked is None:
            return
        self._drawing = self._asked
        self._given_up = Event()
        self._task = tasks.run(
            self._work.draw, self._asked, self._given_up,
            done=self._on_drawn, failed=self._on_failed,
        )  # fmt: skip

    def _on_drawn(self, drawn: DrawnPage) -> None:
        while len(self._kept) >= KEPT_PICTURES:
            self._kept.pop(next(iter(self._kept)))
        self._kept[drawn.asked] = drawn
        self._go_on()

    def _on_found(self, number: int, parts: list[Part]) -> None:
        self._search = None
        self.found.emit(number, parts)

    def _on_not_found(self, error: Exception) -> None:
        """Of a page that cannot be drawn that is told already."""
        self._search = None
        if not isinstance(error, BriefingError):
            raise error

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        drawing, asked = self._drawing, self._asked
        self._task = self._drawing = None
        if drawing == asked:
            self.failed.emit(error)
        elif asked:
            self.ask(asked)

    def _go_on(self) -> None:
        """Show what was drawn, if it is still asked for, or draw what is by now."""
        self._task = self._drawing = None
        if self._asked:
            self.ask(self._asked)
