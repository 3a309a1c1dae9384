"""Files that are given to the program: on the command line, by the desktop, by a second start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Qt

from briefing_app.gui.files import SUFFIX, sample_path
from briefing_app.gui.intake.addresses import local_path
from briefing_app.gui.main_window import MainWindow


def given_paths(arguments: Iterable[str]) -> list[str]:
    """The files that arguments name; desktops may give addresses in place of paths."""
    paths = (
        local_path(argument.encode("utf-8", "surrogateescape"))
        if argument.startswith("file:")
        else argument
        for argument in arguments
    )
    return [path for path in paths if path]


def is_briefing(path: str) -> bool:
    """Whether a file is named like a briefing."""
    return PurePath(path).suffix.lower() == SUFFIX


def open_first(window: MainWindow, paths: Sequence[str], last_file: str) -> None:
    """Open the briefing that is named, else the last one, else the sample, else a new one.

    Other files are imported; without a last briefing they come into a new one, not into the sample.
    """
    named = [path for path in paths if is_briefing(path)]
    articles = [path for path in paths if not is_briefing(path)]
    _open_briefing(window, named[0] if named else "", last_file, to_import=bool(articles))
    if articles:
        window.intake.open_files(articles)


def _open_briefing(window: MainWindow, named: str, last_file: str, *, to_import: bool) -> None:
    wanted = named or last_file
    if wanted and (named or Path(wanted).exists()) and window.files.open(Path(wanted)):
        return
    if not to_import and (not wanted or Path(wanted).absolute() != sample_path()):
        window.files.open_sample()
    if not window.session.has_store:
        window.files.new()


class Opening(QObject):
    """Takes what is given to the program while its window is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take(self, paths: list[str]) -> bool:
        """Take the files of a second start; False when that has to open a window of its own.

        Another briefing has one of its own: two of them can be worked on side by side.
        """
        others = [path for path in paths if is_briefing(path) and not self._is_open(path)]
        if others:
            return False
        self._come_to_front()
        articles = [path for path in paths if not is_briefing(path)]
        if articles:
            self._window.intake.open_files(articles)
        return True

    def open_file(self, path: str) -> None:
        """Open or import a file that the desktop asks for."""
        self._window.intake.open_files([path])
        self._come_to_front()

    def _is_open(self, path: str) -> bool:
        session, file = self._window.session, Path(path)
        try:
            return session.has_store and file.samefile(session.store.path)
        except OSError:
            return False

    def _come_to_front(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
