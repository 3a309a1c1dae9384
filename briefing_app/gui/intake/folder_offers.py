"""Offers what is new in the folder that the user has named; nothing is taken without a yes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QObject

from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.watch import SETTLE_MS, FolderWatch
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Notice, Session


class FolderOffers(QObject):
    """Watches the preferred folder and asks about what is new and not in the library."""

    def __init__(
        self,
        session: Session,
        importer: Importer,
        preferences: Preferences,
        parent: QObject | None = None,
        *,
        settle_ms: int = SETTLE_MS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        self._preferences = preferences
        self._open: dict[str, str] = {}  # digests of what waits for an answer, by path
        self._watch = FolderWatch(self, settle_ms=settle_ms)
        self._watch.found.connect(self._on_found)
        self._watch.failed.connect(self._on_failed)
        preferences.changed.connect(self._follow)
        # Nothing can be offered before there is a library to compare with.
        session.store_replaced.connect(self._follow)

    def _follow(self) -> None:
        folder = self._preferences.settings.watch_folder
        if folder != self._watch.folder:
            self._open = {}
            self._watch.watch(folder)
        elif self._open:
            self._on_found(self._open)

    def _on_found(self, digests: Mapping[str, str]) -> None:
        self._open = dict(digests)
        if self._importer.is_off or not digests:
            return
        articles = self._session.store.articles
        self._settle([path for path, digest in digests.items() if articles.with_sha256(digest)])
        fresh = list(self._open)
        if not fresh:
            return
        one = self.tr("A new file in “{folder}”: {name}")
        many = self.tr("{n} new files in “{folder}”")
        folder = PurePath(self._watch.folder)
        text = (one if len(fresh) == 1 else many).format(
            n=len(fresh), folder=folder.name or folder, name=PurePath(fresh[0]).name
        )
        self._session.notified.emit(
            Notice(
                text,
                self.tr("Import"),
                partial(self._import, fresh),
                refusal=self.tr("Not now"),
                refuse=partial(self._settle, fresh),
                is_open=partial(self._is_open, fresh),
            )
        )

    def _is_open(self, paths: Sequence[str]) -> bool:
        """Whether any of these waits for an answer still."""
        return any(path in self._open for path in paths)

    def _import(self, paths: Sequence[str]) -> None:
        self._settle(paths)
        self._importer.start(paths)

    def _settle(self, paths: Sequence[str]) -> None:
        self._watch.settle(paths)
        self._open = {path: d for path, d in self._open.items() if path not in paths}

    def _on_failed(self, folder: str) -> None:
        text = self.tr("The folder “{folder}” cannot be watched: it is missing or not readable")
        self._session.notified.emit(Notice(text.format(folder=folder), is_problem=True))
