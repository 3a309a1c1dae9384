"""The imported file and the citation of an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing_app.domain.article import Article, Original
from briefing_app.gui import originals
from briefing_app.gui.originals import copy_citation, open_original, reveal_original
from briefing_app.gui.session import Notice, Session
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


def put(store: Store, path: str, *, data: bytes = b"a", url: str = "") -> tuple[Session, str, list]:
    """A session with an article from there, the article's id, and what the user is told."""
    session = Session()
    session.open(store)
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    original = Original("1.txt", "text/plain", data, path=path)
    [id] = store.articles.add(original, [Article("NATO", "Allies met.", url=url)])
    return session, id, heard


def test_the_folder_of_the_file_is_shown(qapp, viewer, store, tmp_path) -> None:
    path = tmp_path / "1.txt"
    path.write_bytes(b"a")
    session, id, heard = put(store, str(path))
    reveal_original(session, id)
    assert viewer.shown == [tmp_path]
    assert heard[0].text == f"“1.txt” lies in “{tmp_path}”"


def test_of_a_file_in_an_archive_the_archives_folder_is_shown(
    qapp, viewer, store, tmp_path
) -> None:
    archive = tmp_path / "news.zip"
    archive.write_bytes(b"PK")
    session, id, heard = put(store, str(archive / "world" / "1.txt"))
    reveal_original(session, id)
    assert viewer.shown == [tmp_path]
    inside = Path("world") / "1.txt"
    assert heard[0].text == f"“{inside}” is within “news.zip”, which lies in “{tmp_path}”"


def test_when_the_file_is_gone_the_kept_one_is_offered(qapp, viewer, store) -> None:
    session, id, heard = put(store, "/gone/1.txt")
    reveal_original(session, id)
    assert viewer.shown == []
    assert "/gone/1.txt" in heard[0].text and "no longer" in heard[0].text
    assert heard[0].action == "Open the kept original"
    heard[0].run()
    assert viewer.shown[0].read_bytes() == b"a"


def test_one_that_is_gone_and_was_not_kept_is_only_told_of(qapp, viewer, left_out) -> None:
    path, session, id = left_out
    path.unlink()
    heard = []
    session.notified.connect(heard.append)
    reveal_original(session, id)
    assert str(path) in heard[0].text
    assert heard[0].action == ""


def test_of_a_text_without_a_file_its_address_is_told(qapp, viewer, store) -> None:
    session, id, heard = put(store, "", url="https://example.org/nato")
    reveal_original(session, id)
    assert "https://example.org/nato" in heard[0].text
    assert heard[0].action == "Open in the browser"


def test_of_a_pasted_text_it_is_said_that_there_is_no_file(qapp, viewer, store) -> None:
    session, id, heard = put(store, "")
    reveal_original(session, id)
    assert "pasted or dropped" in heard[0].text
    assert viewer.shown == []


@pytest.mark.parametrize(
    ("name", "media_type", "shown"),
    [
        ("..", "text/plain", "file.txt"),
        ("pasted text", "text/plain", "pasted text.txt"),
        ("what/next?.eml", "message/rfc822", "next_.eml"),
        ("What Mr. Stoltenberg said", "text/html", "What Mr. Stoltenberg said.html"),
        (f"{'a' * 300}.txt", "text/plain", f"{'a' * 120}.txt"),
        (f"{'北' * 100}.pdf", "application/pdf", f"{'北' * 60}.pdf"),
    ],
)
def test_every_name_becomes_one_that_a_file_can_have(
    qapp, viewer, store, name: str, media_type: str, shown: str
) -> None:
    session = Session()
    session.open(store)
    original = Original(name, media_type, b"a")
    [id] = store.articles.add(original, [Article("NATO", "Allies met.")])
    open_original(session, id)
    assert viewer.shown[0].name == shown
    assert viewer.shown[0].read_bytes() == b"a"


def test_copies_are_removed_when_the_program_ends(qapp, viewer, store) -> None:
    session, id, _heard = put(store, "")
    open_original(session, id)
    (copy,) = viewer.shown
    originals._remove(originals._copies())
    assert not copy.exists() and not originals._copies().exists()
    originals._copies.cache_clear()
