"""Links without a page: nothing goes online before the user says so."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket as Socket

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from briefing_app import settings
from briefing_app.gui.dialogs.link_sheet import LinkSheet
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.intake.links import Links
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme

WORDS = "The allies met in Brussels and called for restraint on all sides. " * 8
PAGE = f"<html><title>T</title><body><h1>Allies meet</h1><p>{WORDS}</p></body></html>"
WALL = PAGE.replace("<body>", '<script>{"isAccessibleForFree": false}</script><body>')


class Answers(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        is_there = not self.path.startswith("/gone")
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        page = WALL if self.path.startswith("/wall") else PAGE
        page = page.replace("meet<", f"meet{self.path}<").replace("Brussels", self.path * 3)
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Keep the output clean."""


class Web:
    """A server on this machine: `url` and what it was asked."""

    def __init__(self, server: ThreadingHTTPServer, asked: list[str]) -> None:
        self.url = f"http://127.0.0.1:{server.server_port}"
        self.asked = asked


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setattr(socket, "socket", Socket)
    monkeypatch.setattr(socket, "getaddrinfo", _loopback)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    asked: list[str] = []
    handler = type("Handler", (Answers,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield Web(server, asked)
    server.shutdown()
    thread.join()
    server.server_close()


def _loopback(host: str, port: int, *_: object, **__: object) -> list[tuple]:
    assert host == "127.0.0.1", host
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]


class Surroundings:
    """A window's links, and what they lead to."""

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        self.session = session
        self.importer = Importer(session, window)
        self.preferences = Preferences(theme)
        self.links = Links(session, self.importer, self.preferences, window)

    @property
    def sheet(self) -> LinkSheet:
        assert self.links.sheet is not None
        return self.links.sheet

    @property
    def headlines(self) -> list[str]:
        articles = self.session.store.articles
        return sorted(row.headline for row in articles.rows(articles.ids()))


@pytest.fixture
def around(session: Session, theme: Theme, qtbot) -> Surroundings:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Surroundings(session, theme, window)


def test_a_link_is_shown_and_nobody_is_asked(around: Surroundings, web: Web, qtbot) -> None:
    around.links.ask([Link(f"{web.url}/a", "The story")])
    assert around.sheet.isVisible() and not around.sheet.isModal()
    assert around.sheet.fetch_button.text() == "Allow, and fetch this page once"
    # Return must not go online by accident.
    assert not around.sheet.fetch_button.isDefault()
    assert not around.sheet.fetch_button.hasFocus()
    qtbot.wait(50)
    assert web.asked == []
    assert not settings.load().fetch_pages


def test_allowing_it_fetches_the_page_once_and_is_remembered(
    around: Surroundings, web: Web, qtbot
) -> None:
    around.links.ask([Link(f"{web.url}/a?utm_source=x&id=1")])
    with qtbot.waitSignal(around.importer.finished, timeout=30_000):
        around.sheet.fetch_button.click()
    assert web.asked == ["/a?utm_source=x&id=1"]
    articles = around.session.store.articles
    (id,) = articles.ids()
    assert articles.get(id).url == f"{web.url}/a?id=1"
    assert articles.original(id).data.startswith(b"<html>")
    assert around.links.sheet is None
    assert settings.load().fetch_pages
    around.links.ask([Link(f"{web.url}/b")])
    assert around.sheet.fetch_button.text() == "Fetch this page once"
    assert web.asked == ["/a?utm_source=x&id=1"]


def test_several_links_are_fetched_one_after_the_other(
    around: Surroundings, web: Web, qtbot
) -> None:
    around.preferences.set(fetch_pages=True)
    around.links.ask([Link(f"{web.url}/a")])
    around.links.ask([Link(f"{web.url}/b"), Link(f"{web.url}/a")])
    assert around.sheet.fetch_button.text() == "Fetch these pages once"
    around.sheet.fetch_button.click()
    expected = ["Allies meet/a", "Allies meet/b"]
    qtbot.waitUntil(lambda: around.headlines == expected, timeout=30_000)
    assert web.asked == ["/a", "/b"]


def test_a_page_that_does_not_come_leaves_the_other_ways_open(
    around: Surroundings, web: Web, qtbot
) -> None:
    around.links.ask([Link(f"{web.url}/gone")])
    around.sheet.fetch_button.click()
    assert not around.sheet.fetch_button.isEnabled()
    qtbot.waitUntil(around.sheet.fetch_button.isEnabled)
    assert "no such page" in around.sheet.said.text()
    assert around.sheet.browser_button.isEnabled()
    assert around.headlines == []


def test_cancelling_forgets_the_links(around: Surroundings, web: Web, qtbot) -> None:
    around.links.ask([Link(f"{web.url}/a")])
    around.sheet.fetch_button.click()
    around.sheet.reject()
    assert around.links.sheet is None and around.links.links == []
    qtbot.wait(150)
    assert around.headlines == []


def test_a_page_for_subscribers_is_to_be_checked(
    around: Surroundings, web: Web, qtbot, notices: list[Notice]
) -> None:
    around.links.ask([Link(f"{web.url}/wall")])
    with qtbot.waitSignal(around.importer.finished, timeout=30_000):
        around.sheet.fetch_button.click()
    assert any("is for subscribers" in notice.text for notice in notices)


class Browser(QObject):
    """Stands in for the desktop's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toString())


def test_the_browser_may_show_the_page(around: Surroundings) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "show")
    around.links.ask([Link("https://example.org/a?b=c%20d")])
    around.sheet.browser_button.click()
    QDesktopServices.unsetUrlHandler("https")
    assert browser.shown == ["https://example.org/a?b=c d"]
    assert around.sheet.isVisible()


def test_the_saved_page_may_be_chosen(around: Surroundings, tmp_path: Path, qtbot) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE)
    around.links.ask_file = lambda: [str(saved)]
    around.links.ask([Link("https://example.org/a")])
    with qtbot.waitSignal(around.importer.finished, timeout=30_000):
        around.sheet.file_button.click()
    assert around.headlines == ["Allies meet"]
    assert around.links.sheet is None


def test_whoever_chooses_no_file_may_go_on(around: Surroundings) -> None:
    around.links.ask_file = list
    around.links.ask([Link("https://example.org/a")])
    around.sheet.file_button.click()
    assert around.sheet.isVisible()
