"""The file an article came from, and the words to cite it by."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing_app import memo
from briefing_app.domain.article import Original
from briefing_app.errors import UnreadableFile
from briefing_app.gui.session import Session


def open_original(session: Session, article_id: str) -> None:
    """Show a copy of the imported file in the program that the computer has for it."""
    session.attempt(partial(_open, session, article_id))


def reveal_original(session: Session, article_id: str) -> None:
    """Show the folder that the imported file lies in; of a file in an archive, the archive's."""
    path = session.store.articles.original(article_id).path
    if not path:
        session.notify(session.tr("This article came without a file: its text was handed over"))
        return
    place = next((p for p in (Path(path), *Path(path).parents) if p.is_file()), None)
    if place is None:
        told = session.tr("It was imported from “{path}”, and is no longer there")
        session.notify(told.format(path=path))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent))):
        session.notify(session.tr("No program opens “{name}” here").format(name=place.parent))


def copy_citation(session: Session, article_id: str) -> None:
    """Put the article's full citation on the clipboard."""
    article = session.store.articles.get(article_id)
    QGuiApplication.clipboard().setText(memo.cite(article))
    session.notify(session.tr("Citation copied"))


def _from_its_place(session: Session, original: Original) -> Original:
    """An original that the briefing does not keep, from the disk, if it is still the same.

    Raises UnreadableFile: it is gone, cannot be read, or is another one by now.
    """
    place = Path(original.path)
    told = session.tr("“{name}” was too large to be kept in the briefing.")
    message = told.format(name=original.name)
    try:
        data = place.read_bytes()
    except OSError as error:
        hint = session.tr("It was imported from “{path}” and cannot be read there now.")
        raise UnreadableFile(message, hint.format(path=place)) from error
    found = replace(original, data=data, left_out="")
    if found.sha256 != original.sha256:
        hint = session.tr("The file “{path}” has been changed since it was imported.")
        raise UnreadableFile(message, hint.format(path=place))
    return found


def _open(session: Session, article_id: str) -> None:
    original = session.store.articles.original(article_id)
    if original.left_out:
        original = _from_its_place(session, original)
    # A copy, so that no other program can alter what the briefing keeps.
    folder = Path(tempfile.mkdtemp(prefix="briefing-original-"))
    name = Path(original.name).name or "article.txt"
    copy = folder / name
    copy.write_bytes(original.data)
    copy.chmod(0o400)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        session.notify(session.tr("No program opens “{name}” here").format(name=name))
