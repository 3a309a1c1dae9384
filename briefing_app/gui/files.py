"""Briefing files: new, open, the sample, a copy, a backup; and what to say when one won't open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from briefing_app import sample, settings
from briefing_app.domain.outline import Layout
from briefing_app.errors import (
    BriefingError,
    FileInUse,
    NewerFileVersion,
    ReadOnlyFile,
    UnreadableFile,
)
from briefing_app.gui import tasks
from briefing_app.gui.dates import shown_date, shown_moment
from briefing_app.gui.dialogs.backups import BackupsDialog
from briefing_app.gui.session import Notice, Session
from briefing_app.store import Backup, Store

SUFFIX = ".briefing"


def home_folder() -> Path:
    """Where briefings live unless the user says otherwise: Documents/Briefings."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / "Briefings"


def sample_path() -> Path:
    """Where the sample briefing is, once it has been opened."""
    return home_folder() / f"{sample.TITLE}{SUFFIX}"


def _backup_folder() -> Path | None:
    """Where the user wants backups; None for beside each briefing."""
    chosen = settings.load().backup_folder
    return Path(chosen) if chosen else None


def ask_target(parent: QWidget, title: str, proposed: str, kinds: str) -> str:
    """A path to write to, with the suffix of `proposed`; "" when the user thinks better of it.

    If there is a file already, the user wants it replaced.
    """
    suffix = Path(proposed).suffix
    dialog = QFileDialog(parent, title, str(Path(proposed).parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(Path(proposed).name)
    if not dialog.exec():
        return ""
    path = dialog.selectedFiles()[0]
    if path.lower().endswith(suffix):
        return path
    # Qt takes what follows a full stop in a name for its suffix, and asked about another file.
    path += suffix
    question = parent.tr("There is already a file “{name}”. Replace it?")
    question = question.format(name=Path(path).name)
    is_free = not Path(path).exists()
    yes = QMessageBox.StandardButton.Yes
    return path if is_free or QMessageBox.question(parent, title, question) == yes else ""


class BriefingFiles(QObject):
    """Opens and closes what the session shows.

    Signals: `opened(str)` with the path of the briefing that is open now.
    `ask_open`, `ask_copy`, `ask_name`, `ask_version`, `ask_read_only` are questions to the user.
    """

    opened = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.ask_open: Callable[[], str] = self._ask_open
        self.ask_copy: Callable[[str], str] = self._ask_copy
        self.ask_name: Callable[[str], str] = self._ask_name
        self.ask_version: Callable[[], str] = self._ask_version
        self.ask_read_only: Callable[[BriefingError], bool] = self._ask_read_only

    def new(self) -> None:
        """Start an empty briefing in the home folder; it is saved from the first moment."""
        self._session.attempt(self._new)

    def choose(self) -> None:
        """Ask for a briefing file and open it."""
        path = self.ask_open()
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> bool:
        """Open a briefing file; False when it could not be opened, and the user was told."""
        if self._is_open(path):
            text = self.tr("“{title}” is open already")
            self._session.notify(text.format(title=self._session.store.title))
            return True
        try:
            self._show(Store.open(path, backup_folder=_backup_folder()))
        except (FileInUse, NewerFileVersion, ReadOnlyFile) as error:
            return self.ask_read_only(error) and self._open_for_reading(path)
        except BriefingError as error:
            self._session.notified.emit(Notice(str(error), is_problem=True))
            return False
        return True

    def open_sample(self) -> None:
        """Open the sample briefing; it is built where it does not exist yet."""
        self._session.attempt(self._open_sample)

    def save_copy(self) -> None:
        """Write the briefing as it is to another file."""
        store = self._session.store
        path = self.ask_copy(str(store.path.with_stem(f"{store.path.stem} copy")))
        if path:
            target = Path(path)
            if self._session.attempt(lambda: store.save_copy(target)):
                text = self.tr("Copy saved as {name}").format(name=target.name)
                self._session.notify(text)

    def say_saved(self) -> None:
        """Say that there is nothing to save, and since when."""
        store = self._session.store
        if store.read_only:
            self._session.notify(self.tr("Open for reading only: there is nothing to save"))
            return
        text = self.tr("All changes saved at {time}").format(time=shown_moment(store.saved_at))
        self._session.notify(text, self.tr("Keep this version…"), self.keep_version)

    def keep_version(self) -> None:
        """Ask for a name, and keep the briefing as it is now under it."""
        name = self.ask_version().strip()
        if name:
            keep = partial(self._session.store.make_backup, name)
            tasks.run(keep, done=self._on_version_kept, failed=self._on_backup_failed)

    def rename(self) -> None:
        """Ask for another name of the briefing; the file keeps its own."""
        store = self._session.store
        title = self.ask_name(store.title).strip()
        if title and title != store.title:
            self._session.attempt(lambda: store.rename(title))

    def restore(self) -> None:
        """Let the user choose a backup and put it in the place of the open file."""
        store = self._session.store
        dialog = BackupsDialog(store.backups(), self._window)
        if not dialog.exec() or dialog.chosen is None:
            return
        backup, path = dialog.chosen.path, store.path
        self._session.close()
        restore = partial(Store.restore, backup, path, _backup_folder())
        is_restored = self._session.attempt(restore)
        if self.open(path) and is_restored:
            self._session.notify(self.tr("Backup restored"))
        elif not self._session.has_store:
            # The window is never left without a briefing.
            self.new()

    def follow_preferences(self) -> None:
        """Put backups where the user wants them now, and say so where that cannot be."""
        if not self._session.has_store:
            return
        store, wanted = self._session.store, _backup_folder()
        store.keep_backups_in(wanted)
        if wanted is not None and not store.read_only and store.backup_place.parent != wanted:
            reason = self.tr("it may not be written to") if wanted.exists() else ""
            text = self.tr("No backups in “{folder}”: {reason}. They lie beside the briefing.")
            reason = reason or self.tr("it is not there")
            text = text.format(folder=wanted, reason=reason)
            self._session.notified.emit(Notice(text, is_problem=True))

    def _is_open(self, path: Path) -> bool:
        """True where opening would only find our own lock. One open for reading may be asked
        for again, to write to it."""
        if not self._session.has_store or self._session.store.read_only:
            return False
        return path.exists() and path.samefile(self._session.store.path)

    def _open_for_reading(self, path: Path) -> bool:
        return self._session.attempt(lambda: self._show(Store.open(path, read_only=True)))

    def _new(self) -> None:
        folder = self._ready_home()
        title = self.tr("Untitled briefing")
        path, number = folder / f"{title}{SUFFIX}", 2
        while path.exists():
            path, number = folder / f"{title} {number}{SUFFIX}", number + 1
        Store.create(path, path.stem).close()
        # Opened again so that the first sections are no step that undo could take back.
        store = Store.open(path, backup_folder=_backup_folder())
        memo_id = store.memos.all()[0].id
        with store.change(self.tr("New briefing"), undoable=False):
            for section, layout in (
                (self.tr("Background"), Layout.BULLETS),
                (self.tr("Positions"), Layout.QUOTES),
                (self.tr("Assessment"), Layout.PARAGRAPHS),
                (self.tr("What to watch"), Layout.BULLETS),
            ):
                store.sections.add(memo_id, section, layout=layout)
            if lines := settings.load().fields:
                store.memos.update(memo_id, fields=lines)
        self._show(store)

    def _open_sample(self) -> None:
        self._ready_home()
        path = sample_path()
        if not path.exists():
            sample.make_sample(path)
        self.open(path)

    def _ready_home(self) -> Path:
        """The home folder, made where it is missing. Raises UnreadableFile: it cannot be."""
        folder = home_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = self.tr("The folder “{folder}” cannot be made.").format(folder=folder)
            hint = self.tr("Check that you may write to the folder it is in.")
            raise UnreadableFile(text, hint) from error
        return folder

    def _show(self, store: Store) -> None:
        self._session.open(store)
        self.opened.emit(str(store.path))
        self.follow_preferences()
        if not store.read_only and store.backup_due:
            # Copying a large file takes its time; the reading can begin meanwhile.
            tasks.run(store.make_backup, failed=self._on_backup_failed)
        if store.read_only:
            self._session.notify(self.tr("Open for reading only: changes are off"))

    def _on_version_kept(self, kept: Backup) -> None:
        text = self.tr("Version “{name}” kept").format(name=kept.label)
        self._session.notify(text, self.tr("Show versions"), self.restore)

    def _on_backup_failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._session.notified.emit(Notice(str(error), is_problem=True))

    def _ask_open(self) -> str:
        title = self.tr("Open briefing")
        kinds = self.tr("Briefings (*.briefing)")
        path, _ = QFileDialog.getOpenFileName(self._window, title, str(home_folder()), kinds)
        return path

    def _ask_copy(self, proposed: str) -> str:
        title = self.tr("Save a copy")
        kinds = self.tr("Briefings (*.briefing)")
        return ask_target(self._window, title, proposed, kinds)

    def _ask_name(self, present: str) -> str:
        return self._ask_text(self.tr("Rename briefing"), self.tr("Name of the briefing:"), present)

    def _ask_version(self) -> str:
        day = shown_date(date.today().isoformat())
        return self._ask_text(self.tr("Keep this version"), self.tr("Name of this version:"), day)

    def _ask_text(self, title: str, label: str, proposed: str) -> str:
        """A line of text from the user, "" when they think better of it."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(proposed)
        dialog.resize(dialog.fontMetrics().averageCharWidth() * 60, dialog.sizeHint().height())
        text = dialog.textValue() if dialog.exec() else ""
        dialog.deleteLater()
        return text

    def _ask_read_only(self, error: BriefingError) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Open for reading only?"))
        box.setText(error.message)
        box.setInformativeText(error.hint)
        read = box.addButton(self.tr("Open for reading"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is read
