"""Takes what was dropped, pasted or handed to the program, and sends each kind its way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from briefing_app.domain.outline import Kind
from briefing_app.gui.files import SUFFIX, BriefingFiles
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.after_dialogs import AfterDialogs
from briefing_app.gui.intake.filing import file_selection
from briefing_app.gui.intake.folder_offers import FolderOffers
from briefing_app.gui.intake.links import Links
from briefing_app.gui.intake.payload import Payload, Selection, read_payload
from briefing_app.gui.intake.sheet_drops import SheetDrops
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport
from briefing_app.reading_pool import Wanted, WantedSelection


class Intake(QObject):
    """One window's intake."""

    def __init__(
        self,
        session: Session,
        importer: Importer,
        files: BriefingFiles,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._importer = importer
        self._files = files
        self._window = window
        self._unsaid: list[Callable[[], object]] = []
        self._later = AfterDialogs(self)
        self.links = Links(session, importer, preferences, window)
        self.offers = FolderOffers(session, importer, preferences, self)
        importer.finished.connect(self._on_finished)
        importer.history.pages_wanted.connect(self.links.ask)
        drops = SheetDrops(self)
        drops.received.connect(self.receive)
        for sheets in (importer.history.sheet_shown, self.links.sheet_shown):
            sheets.connect(drops.watch)

    @property
    def is_off(self) -> bool:
        """True when nothing can come in: no briefing is open, or for reading only."""
        return self._importer.is_off

    def get_ready(self) -> None:
        """Something may be dropped in a moment."""
        if not self.is_off:
            self._importer.warm_up()

    def cancel(self) -> None:
        """Stop what is being read or fetched; what is stored stays."""
        self.links.cancel()
        self._importer.cancel()

    def choose_files(self) -> None:
        """Ask for files, and import them."""
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import articles"))
        if paths:
            self._importer.start(paths)

    def choose_folder(self) -> None:
        """Ask for a folder, and import what lies in it."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        if folder:
            self._importer.start([folder])

    def paste(self) -> None:
        """Import what the clipboard holds."""
        # Some desktops give nothing at all for an empty clipboard.
        self.receive_data(QApplication.clipboard().mimeData() or QMimeData())

    def receive_data(self, data: QMimeData) -> None:
        """Import what is offered."""
        found = read_payload(data)
        if found.is_empty and not found.remarks:
            text = self.tr("There is nothing to import: copy an article or its file first")
            self._session.notify(text)
            return
        self.receive(found)

    def receive(self, found: Payload, section_id: str = "") -> None:
        """Import what was found; a selection is also filed into the section, if one is named.

        While a dialog is open this waits for its end, as opening files does.
        """
        if self._later.put_off(partial(self.receive, found, section_id)):
            return
        if found.is_empty and not found.remarks:
            self._session.notify(self.tr("There is nothing to import in what was dropped"))
        if found.remarks:
            self._remark(" ".join(found.remarks), is_alone=not (found.paths or found.files))
        if found.paths:
            self.open_files(found.paths)
        if found.files:
            self._importer.take([Wanted(Path(f.name), data=f.data) for f in found.files])
        if found.selection is not None:
            self._take_selection(found.selection, section_id)
        if found.links:
            self.links.ask(found.links)

    def open_files(self, paths: Sequence[str]) -> None:
        """Open a briefing file, import all others."""
        if self._later.put_off(partial(self.open_files, paths)):
            return
        briefings = [path for path in paths if PurePath(path).suffix.lower() == SUFFIX]
        others = [path for path in paths if path not in briefings]
        if briefings:
            self._files.open(Path(briefings[0]))
        if len(briefings) > 1:
            text = self.tr("One briefing is open at a time: “{name}” is")
            self._session.notify(text.format(name=PurePath(briefings[0]).name))
        if others:
            self._importer.start(others)

    def _take_selection(self, selection: Selection, section_id: str) -> None:
        name = Path("selection.html" if selection.html else "selection.txt")
        wanted = WantedSelection(
            name, data=selection.html, url=selection.url, text=selection.text
        )  # fmt: skip
        if section_id:
            label = self.tr("Import and file")
            self._importer.take([wanted], partial(self._file, section_id, selection.text), label)
        else:
            self._importer.take([wanted])

    def _file(self, section_id: str, text: str, report: ImportReport) -> None:
        """Called within the step that stores the article."""
        ids = [id for row in report.rows for id in row.article_ids]
        titles = {p.section.id: f"{p.number} {p.section.title}" for p in self._session.sections()}
        if not ids or section_id not in titles:
            return
        kind = file_selection(self._session.store, section_id, ids[0], text)
        if kind is None:
            return
        said = self.tr("Imported and filed as a quote in {section}")
        if kind is Kind.FACT:
            said = self.tr("Imported and filed as a fact in {section}")
        said = said.format(section=titles[section_id])
        self._unsaid.append(partial(self._session.offer_undo, said))

    def _remark(self, text: str, *, is_alone: bool) -> None:
        say = partial(self._session.notified.emit, Notice(text, is_problem=True))
        if is_alone:
            say()
        else:
            self._unsaid.append(say)

    def _on_finished(self, _report: object) -> None:
        """Say after the import's own words what it could not know."""
        unsaid, self._unsaid = self._unsaid, []
        for say in unsaid:
            say()
