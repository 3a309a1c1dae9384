"""The imported file and the citation of an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing_app.domain.article import Article, Original
from briefing_app.gui.originals import copy_citation, open_original, reveal_original
from briefing_app.gui.session import Session
from briefing_app.store import Store


class Viewer(QObject):
    """Stands in for the program that the computer opens files with."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer(qapp):
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    yield viewer
    QDesktopServices.unsetUrlHandler("file")


def test_the_original_opens_as_a_copy_with_the_same_bytes(qapp, viewer, store: Store) -> None:
    session = Session()
    session.open(store)
    original = Original("../nato.txt", "text/plain", b"NATO\n\nAllies met.")
    article = Article("NATO", "Allies met.", publisher="Reuters")
    id = store.articles.add(original, [article])[0]
    open_original(session, id)
    (shown,) = viewer.shown
    assert shown.name == "nato.txt"
    assert shown.read_bytes() == original.data


def test_the_citation_goes_to_the_clipboard(qtbot, store: Store) -> None:
    session = Session()
    session.open(store)
    article = Article(
        "NATO meets",
        "Allies met.",
        byline="Robin Emmott",
        publisher="Reuters",
        published="2020-01-06",
    )
    id = store.articles.add(Original("a.txt", "text/plain", b"x"), [article])[0]
    with qtbot.waitSignal(session.notified):
        copy_citation(session, id)
    cited = QGuiApplication.clipboard().text().replace("\u00a0", " ")
    for part in ("Robin Emmott", "NATO meets", "Reuters", "6 January 2020"):
        assert part in cited


@pytest.fixture
def left_out(tmp_path, store: Store):
    """Path of a file that is too large for the briefing, the session, and the article's id."""
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF " * 1000)
    original = Original("large.pdf", "application/pdf", path.read_bytes(), path=str(path))
    [id] = store.articles.add(original, [Article("NATO", "Allies met.")], keep_up_to_bytes=100)
    session = Session()
    session.open(store)
    return path, session, id


def test_an_original_that_is_not_kept_opens_from_its_place(qapp, viewer, left_out) -> None:
    path, session, id = left_out
    open_original(session, id)
    (shown,) = viewer.shown
    assert (shown.name, shown.read_bytes()) == ("large.pdf", path.read_bytes())
    assert shown != path


@pytest.mark.parametrize("is_gone", [True, False])
def test_one_that_is_gone_or_another_by_now_is_not_shown(qapp, viewer, left_out, is_gone) -> None:
    path, session, id = left_out
    if is_gone:
        path.unlink()
    else:
        path.write_bytes(b"other")
    heard = []
    session.notified.connect(heard.append)
    open_original(session, id)
    assert viewer.shown == []
    (told,) = heard
    assert told.is_problem and str(path) in told.text
    assert ("changed" in told.text) is not is_gone


def test_the_folder_of_the_file_or_of_its_archive_is_shown(qapp, viewer, store, tmp_path) -> None:
    archive = tmp_path / "news.zip"
    archive.write_bytes(b"PK")
    session = Session()
    session.open(store)
    for path in (archive, archive / "world" / "1.txt"):
        original = Original("1.txt", "text/plain", str(path).encode(), path=str(path))
        [id] = store.articles.add(original, [Article("NATO", "Allies met.")])
        reveal_original(session, id)
    assert viewer.shown == [tmp_path, tmp_path]


@pytest.mark.parametrize(("path", "told"), [("", "without a file"), ("/gone/a.txt", "/gone/a.txt")])
def test_a_file_that_is_not_there_is_told_of(qapp, viewer, store, path, told) -> None:
    session = Session()
    session.open(store)
    heard = []
    session.notified.connect(heard.append)
    original = Original("a.txt", "text/plain", b"a", path=path)
    [id] = store.articles.add(original, [Article("NATO", "Allies met.")])
    reveal_original(session, id)
    assert viewer.shown == []
    assert told in heard[0].text
