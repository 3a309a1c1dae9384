"""One page from a server on this machine; the tests' own sockets reach no further."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import getaddrinfo as find_address
from socket import socket as Socket
from threading import Event

import pytest

from briefing_app import fetching
from briefing_app.fetching import PageNotFetched, fetch

ARTICLE = b"<html><title>T</title><p>Allies met.</p></html>"


class Server(ThreadingHTTPServer):
    """Remembers what it was asked; `url` is its own address."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.let_go = Event()

    def handle_error(self, *_: object) -> None:
        """Whoever hangs up on a server means it here."""


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        kind, _, rest = self.path.strip("/").partition("/")
        getattr(self, f"answer_{kind}", self.answer_page)(rest)

    def give(self, data: bytes, code: int = 200, **headers: str) -> None:
        self.send_response(code)
        for name, value in ({"Content_Type": "text/html"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def answer_page(self, _rest: str) -> None:
        self.give(ARTICLE, Set_Cookie="id=1")

    def answer_pdf(self, _rest: str) -> None:
        self.give(b"%PDF-1.4", Content_Type="application/pdf; x=y")

    def answer_gzip(self, _rest: str) -> None:
        self.give(gzip.compress(ARTICLE), Content_Encoding="gzip")

    def answer_bomb(self, _rest: str) -> None:
        self.give(gzip.compress(bytes(3_000_000)), Content_Encoding="gzip")

    def answer_torn(self, _rest: str) -> None:
        self.give(b"\x1f\x8b\x08garbage", Content_Encoding="gzip")

    def answer_odd(self, _rest: str) -> None:
        self.give(ARTICLE, Content_Encoding="br")

    def answer_wall(self, _rest: str) -> None:
        self.give(b'<script>{"isAccessibleForFree": "False"}</script><p>a</p>')

    def answer_code(self, rest: str) -> None:
        self.give(b"no", int(rest))

    def answer_empty(self, _rest: str) -> None:
        self.give(b"  \n")

    def answer_hop(self, rest: str) -> None:
        left = int(rest)
        self.give(b"", 302, Location=f"/hop/{left - 1}" if left else "/page")

    def answer_to(self, rest: str) -> None:
        self.give(b"", 302, Location=rest)

    def answer_large(self, _rest: str) -> None:
        self.give(b"a" * 2_000_000)

    def answer_endless(self, _rest: str) -> None:
        self.give(b"<p>")
        self.server.let_go.wait(20)

    def answer_rude(self, _rest: str) -> None:
        self.wfile.write(b"\r\n\r\nnothing that is HTTP")

    def log_message(self, *_: object) -> None:
        """Keep the output clean."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    class Loopback(Socket):
        def connect(self, address: tuple) -> None:
            assert address[0] in ("127.0.0.1", "::1"), address
            super().connect(address)

    def local(host: str, *arguments: object, **more: object) -> object:
        if host not in ("127.0.0.1", "localhost"):
            raise socket.gaierror(-2, "Name or service not known")
        return find_address(host, *arguments, **more)

    monkeypatch.setattr(socket, "socket", Loopback)
    monkeypatch.setattr(socket, "getaddrinfo", local)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.let_go.set()
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_comes_with_its_bytes_its_name_and_its_address(server: Server) -> None:
    page = fetch(f"{server.url}/world/the%20story.php?id=7#part")
    assert page is not None
    assert page.data == ARTICLE
    assert page.name == "the story.html"
    assert page.url == f"{server.url}/world/the%20story.php?id=7"
    assert not page.for_subscribers


def test_the_server_is_asked_once_and_told_nothing_about_the_user(server: Server) -> None:
    fetch(f"{server.url}/hop/2")
    fetch(f"{server.url}/page")
    assert [path for path, _ in server.asked] == ["/hop/2", "/hop/1", "/hop/0", "/page", "/page"]
    for _, headers in server.asked:
        told = {name.lower() for name in headers}
        assert told <= {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert headers["User-Agent"] == fetching.USER_AGENT


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("pdf/report.pdf", b"%PDF-1.4", "report.pdf"),
        ("gzip/", ARTICLE, "gzip.html"),
        ("", ARTICLE, "page.html"),
        ("page/a.b.c", ARTICLE, "a.b.c.html"),
        ("page/a%2F..%2Fb", ARTICLE, "b.html"),
    ],
)
def test_other_kinds_of_pages_have_their_suffix(
    server: Server, path: str, data: bytes, name: str
) -> None:
    page = fetch(f"{server.url}/{path}")
    assert page is not None
    assert (page.data, page.name) == (data, name)


def test_a_page_for_subscribers_says_so(server: Server) -> None:
    page = fetch(f"{server.url}/wall")
    assert page is not None and page.for_subscribers


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("code/404", "no such page"),
        ("code/410", "no such page"),
        ("code/401", "signed in"),
        ("code/402", "signed in"),
        ("code/403", "signed in"),
        ("code/429", "too busy"),
        ("code/503", "too busy"),
        ("code/418", "(418)"),
        ("code/302", "(302)"),
        ("empty", "is empty"),
        ("hop/9", "more than 5 times"),
        ("to/ftp://127.0.0.1/a", "http:// or https://"),
        ("to/file:///etc/passwd", "http:// or https://"),
        ("torn", "damaged"),
        ("odd", "cannot be read"),
        ("rude", "no answer"),
    ],
)
def test_what_is_no_page_is_explained(server: Server, path: str, words: str) -> None:
    with pytest.raises(PageNotFetched, match=words.replace("(", r"\(").replace(")", r"\)")) as told:
        fetch(f"{server.url}/{path}")
    assert told.value.hint.endswith(".")


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_too_much_is_not_taken(server: Server, path: str) -> None:
    with pytest.raises(PageNotFetched, match="larger than 1 MB"):
        fetch(f"{server.url}/{path}", most_bytes=1024**2)


def test_a_page_may_not_lead_into_the_own_network(server: Server) -> None:
    with pytest.raises(PageNotFetched, match="into your own network"):
        fetch(f"{server.url}/to/http://localhost:{server.server_port}/page")
    assert [path for path, _ in server.asked] == [f"/to/http://localhost:{server.server_port}/page"]


def test_an_answer_that_never_ends_is_given_up(server: Server) -> None:
    with pytest.raises(PageNotFetched, match="took too long"):
        fetch(f"{server.url}/endless", seconds=0.3)


def test_cancelling_ends_the_wait(server: Server) -> None:
    assert fetch(f"{server.url}/endless", lambda: bool(server.asked)) is None


def test_without_a_connection_the_host_is_named(server: Server) -> None:
    with pytest.raises(PageNotFetched, match=r"example\.org was not found"):
        fetch("https://example.org/a")


def test_nobody_at_the_other_end_is_said(server: Server) -> None:
    with Socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(PageNotFetched, match="no answer from 127"):
            fetch(f"http://127.0.0.1:{free.getsockname()[1]}/")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "http://", "//a", "a.html",
     "http://user:secret@example.org/", "http://example.org:99999999/", "http://[::1", ""],
)  # fmt: skip
def test_addresses_that_are_none_of_the_web_are_refused_unasked(url: str) -> None:
    with pytest.raises(PageNotFetched):
        fetch(url)


@pytest.mark.parametrize(
    ("url", "is_private"),
    [
        ("http://127.0.0.1/", True),
        ("http://10.1.2.3:8080/a", True),
        ("http://192.168.1.1", True),
        ("http://[::1]/", True),
        ("http://169.254.169.254/latest", True),
        ("http://printer/", True),
        ("http://intranet.local/", True),
        ("https://example.org/", False),
        ("http://8.8.8.8/", False),
    ],
)
def test_the_own_network_is_known(url: str, is_private: bool) -> None:
    assert fetching.is_private(url) is is_private
