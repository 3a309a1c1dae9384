"""Links without a page: asks what to do about them, and fetches a page when told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Notice, Session
from briefing_app.reading_pool import Wanted

if TYPE_CHECKING:
    from briefing_app.fetching import Page
    from briefing_app.gui.dialogs.link_sheet import LinkSheet


class Links(QObject):
    """The links that wait for an answer, and the sheet that asks.

    `ask_file` is the question for the saved page.

    Signals: `sheet_shown` with the sheet.
    """

    sheet_shown = Signal(object)

    def __init__(
        self, session: Session, importer: Importer, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._importer = importer
        self._preferences = preferences
        self._window = window
        self._stop = Event()
        self.links: list[Link] = []
        self.sheet: LinkSheet | None = None
        self.ask_file: Callable[[], list[str]] = self._ask_file

    def ask(self, links: Sequence[Link]) -> None:
        """Show the sheet for these links, and for those that still wait for an answer."""
        # What speaks to the web is loaded when there is a link, not when the program starts.
        from briefing_app.gui.dialogs.link_sheet import LinkSheet

        known = {link.url for link in self.links}
        self.links += [link for link in links if link.url not in known]
        self._close()
        may_fetch = self._preferences.settings.fetch_pages
        sheet = LinkSheet(self.links, may_fetch=may_fetch, parent=self._window)
        sheet.fetch_requested.connect(self._fetch)
        sheet.cancel_requested.connect(self.cancel)
        sheet.browser_requested.connect(self._open_in_browser)
        sheet.file_requested.connect(self._choose_file)
        sheet.rejected.connect(self._forget)
        self.sheet = sheet
        sheet.show()
        self.sheet_shown.emit(sheet)

    def cancel(self) -> None:
        """Give up what is being fetched."""
        self._stop.set()

    def _fetch(self) -> None:
        if not self._preferences.settings.fetch_pages:
            self._preferences.set(fetch_pages=True)
        self._fetch_next()

    def _fetch_next(self) -> None:
        if not self.links or self.sheet is None:
            self._close()
            return
        from briefing_app import fetching

        url = self.links[0].url
        text = self.tr("Fetching the page from {host} …").format(host=urlsplit(url).hostname)
        self.sheet.fetching(text)
        stop = self._stop = Event()
        done, failed = partial(self._on_fetched, stop), partial(self._on_failed, stop)
        tasks.run(fetching.fetch, url, stop.is_set, done=done, failed=failed)

    def _on_fetched(self, stop: Event, page: Page | None) -> None:
        # The page may have come while the user gave up.
        if page is None or stop.is_set():
            return
        self.links.pop(0)
        wanted = Wanted(Path(page.name), data=page.data, url=page.url)
        self._importer.take([wanted])
        if page.for_subscribers:
            text = self.tr("“{name}” is for subscribers: check that all of it came in")
            self._session.notified.emit(Notice(text.format(name=page.name), is_problem=True))
        self._fetch_next()

    def _on_failed(self, stop: Event, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        if self.sheet is not None and not stop.is_set():
            self.sheet.failed(str(error))

    def _open_in_browser(self) -> None:
        for link in self.links:
            if not QDesktopServices.openUrl(QUrl(link.url)):
                text = self.tr("No program opens “{name}” here").format(name=link.url)
                self._session.notify(text)
                return

    def _choose_file(self) -> None:
        paths = self.ask_file()
        if paths:
            self._importer.start(paths)
            self.links = []
            self._close()

    def _close(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.rejected.disconnect(self._forget)
            sheet.close()

    def _forget(self) -> None:
        self.links = []
        self.sheet = None

    def _ask_file(self) -> list[str]:
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Choose the saved page"))
        return paths
