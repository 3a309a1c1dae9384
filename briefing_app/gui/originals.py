"""The file an article came from, and the words to cite it by."""

from __future__ import annotations

import atexit
import mimetypes
import re
import shutil
import tempfile
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing_app import memo
from briefing_app.domain.article import Original
from briefing_app.errors import UnreadableFile
from briefing_app.gui.intake.virtual_files import safe_name
from briefing_app.gui.session import Session
from briefing_app.store import Store

NAME_BYTES = 180
"""Of a copy's name without its ending: file systems take 255."""

_ENDING = re.compile(r"\.\w{1,5}")


def open_original(session: Session, article_id: str) -> None:
    """Show a copy of the imported file in the program that the computer has for it."""
    session.attempt(partial(_open, session, article_id))


def reveal_original(session: Session, article_id: str) -> None:
    """Show the folder that the imported file lies in; of a file in an archive, the archive's."""
    original = session.store.articles.original(article_id)
    if not original.path:
        _tell_address(session, session.store.articles.get(article_id).url)
        return
    path = Path(original.path)
    place = next((p for p in (path, *path.parents) if _is_file(p)), None)
    if place is None:
        _tell_gone(session, article_id, original)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent))):
        session.notify(session.tr("No program opens “{name}” here").format(name=place.parent))
    elif place == path:
        told = session.tr("“{name}” lies in “{folder}”")
        session.notify(told.format(name=path.name, folder=path.parent))
    else:
        told = session.tr("“{name}” is within “{file}”, which lies in “{folder}”")
        inside = path.relative_to(place)
        session.notify(told.format(name=inside, file=place.name, folder=place.parent))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # not permitted to look, or no possible name
        return False


def _tell_address(session: Session, url: str) -> None:
    """Of a text that was handed over without a file."""
    if url:
        told = session.tr("There is no file: the text came from {address}")
        show = partial(QDesktopServices.openUrl, QUrl(url))
        session.notify(told.format(address=url), session.tr("Open in the browser"), show)
    else:
        session.notify(session.tr("There is no file: the text was pasted or dropped"))


def _tell_gone(session: Session, article_id: str, original: Original) -> None:
    told = session.tr("“{path}” is no longer there").format(path=original.path)
    if original.left_out:
        session.notify(told)
    else:
        show = partial(open_original, session, article_id)
        session.notify(told, session.tr("Open the kept original"), show)


def copy_citation(session: Session, article_id: str) -> None:
    """Put the article's full citation on the clipboard."""
    article = session.store.articles.get(article_id)
    QGuiApplication.clipboard().setText(memo.cite(article))
    session.notify(session.tr("Citation copied"))


def fetch_original(store: Store, article_id: str) -> Original:
    """The imported file with its bytes; may be called in any thread.

    Raises UnreadableFile: the briefing does not keep it, and it is gone from its place, or is
    another one by now.
    """
    original = store.articles.original(article_id)
    return _from_its_place(original) if original.left_out else original


def _from_its_place(original: Original) -> Original:
    place = Path(original.path)
    told = _tr("“{name}” was too large to be kept in the briefing.")
    message = told.format(name=original.name)
    try:
        data = place.read_bytes()
    except OSError as error:
        hint = _tr("It was imported from “{path}” and cannot be read there now.")
        raise UnreadableFile(message, hint.format(path=place)) from error
    found = replace(original, data=data, left_out="")
    if found.sha256 != original.sha256:
        hint = _tr("The file “{path}” has been changed since it was imported.")
        raise UnreadableFile(message, hint.format(path=place))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Originals", text)


def _open(session: Session, article_id: str) -> None:
    original = fetch_original(session.store, article_id)
    # A copy, so that no other program can alter what the briefing keeps.
    name = _name_of_copy(original)
    try:
        copy = Path(tempfile.mkdtemp(dir=_copies())) / name
        copy.write_bytes(original.data)
        copy.chmod(0o400)
    except OSError as error:
        message = session.tr("No copy of “{name}” can be made to open it.").format(name=name)
        hint = session.tr("Check that there is room on the disk.")
        raise UnreadableFile(message, hint) from error
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        session.notify(session.tr("No program opens “{name}” here").format(name=name))


def _name_of_copy(original: Original) -> str:
    """Its own, with the ending by which the computer knows the program for it."""
    ending = Path(original.name).suffix
    stem = safe_name(original.name.removesuffix(ending))
    if not _ENDING.fullmatch(ending):
        stem = safe_name(original.name)
        ending = mimetypes.guess_extension(original.media_type) or ""
    return stem.encode("utf-8", "replace")[:NAME_BYTES].decode("utf-8", "ignore") + ending


@cache
def _copies() -> Path:
    """A folder for what is opened; it is removed when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-originals-"))
    atexit.register(_remove, folder)
    return folder


def _remove(folder: Path) -> None:
    for copy in folder.glob("*/*"):
        copy.chmod(0o600)  # or Windows keeps it
    shutil.rmtree(folder, ignore_errors=True)
