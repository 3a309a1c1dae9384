"""LibreOffice as a program that may be missing, slow or confused, and that reaches for nothing."""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import psutil
import pytest

from briefing_app import libreoffice
from briefing_app.errors import UnreadableFile

needs_libreoffice = pytest.mark.skipif(not libreoffice.program(), reason="needs LibreOffice")

SECONDS = 120.0
TEXT = b"""{\\rtf1\\ansi Ministers met on Monday.\\par}"""
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"),
                         ("svg", "svg-compatible"))
)  # fmt: skip


def flat(body: str) -> bytes:
    """A text document of LibreOffice in one file."""
    return (
        f'<?xml version="1.0"?><office:document {NAMESPACES} '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def text_in(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server's port, and the paths that it is asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Print nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, paths
    server.shutdown()
    thread.join()
    server.server_close()


@needs_libreoffice
def test_a_file_becomes_one_of_another_kind_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = libreoffice.convert(TEXT, "text.rtf", "docx", SECONDS)
    assert "Ministers met on Monday." in text_in(made)
    assert list(tmp_path.iterdir()) == []


@needs_libreoffice
def test_nothing_is_fetched_that_a_file_points_at(
    asked: tuple[int, list[str]], tmp_path: Path
) -> None:
    port, paths = asked
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody may read this.", encoding="utf-8")
    here = f"http://127.0.0.1:{port}"
    body = (
        "<text:p>Ministers met on Monday."
        f'<draw:frame draw:name="a" svg:width="5cm" svg:height="5cm">'
        f'<draw:image xlink:href="{here}/picture.png" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        '<text:section text:name="b"><text:section-source xlink:type="simple" '
        f'xlink:href="{here}/section.html"/><text:p>Old.</text:p></text:section>'
        '<text:section text:name="c"><text:section-source xlink:type="simple" '
        f'xlink:href="{secret.as_uri()}"/><text:p>Older.</text:p></text:section>'
    )
    made = text_in(libreoffice.convert(flat(body), "text.fodt", "docx", SECONDS))
    assert "Ministers met on Monday." in made
    assert "Nobody may read this" not in made
    assert paths == []


@needs_libreoffice
def test_a_conversion_that_takes_too_long_is_ended_with_all_that_it_started() -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with pytest.raises(UnreadableFile, match="longer than 0 seconds"):
        libreoffice.convert(TEXT, "text.rtf", "docx", 0.4)
    after = {child.pid for child in psutil.Process().children(recursive=True)}
    assert after <= before


@needs_libreoffice
def test_a_conversion_that_is_no_longer_wanted_is_ended() -> None:
    class Enough(Exception):
        pass

    def stop(_: object) -> None:
        raise Enough

    with pytest.raises(Enough):
        libreoffice.convert(TEXT, "text.rtf", "docx", SECONDS, progress=stop)


@needs_libreoffice
def test_what_libreoffice_makes_nothing_of_is_said() -> None:
    with pytest.raises(UnreadableFile, match="could not read it"):
        libreoffice.convert(b"PK\3\4 damaged", "text.odt", "docx", SECONDS)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for it")
def test_a_program_that_fell_over_is_started_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(
        f"#!/bin/sh\nif [ ! -e {tmp_path}/again ]; then touch {tmp_path}/again; exit 134; fi\n"
        'for last; do :; done; mkdir "${last%/*}/made"; printf made > "${last%/*}/made/a.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert libreoffice.convert(TEXT, "text.rtf", "docx", SECONDS) == b"made"


@needs_libreoffice
def test_the_profile_is_kept_where_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_kept_profile", None)
    libreoffice.keep_profile_in(tmp_path)
    libreoffice.convert(TEXT, "text.rtf", "docx", SECONDS)
    assert (tmp_path / "profile" / "user").is_dir()


def test_the_profile_that_is_kept_lets_nothing_run_or_be_fetched(tmp_path: Path) -> None:
    libreoffice._confine(tmp_path / "profile")
    written = (tmp_path / "profile/user/registrymodifications.xcu").read_text(encoding="utf-8")
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true</value>' in written
    assert '"ooInetProxyType" oor:op="fuse"><value>2</value>' in written
    libreoffice._confine(tmp_path / "profile")


def test_without_libreoffice_a_word_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    assert libreoffice.program() == ""
    with pytest.raises(UnreadableFile, match="not installed"):
        libreoffice.convert(TEXT, "text.rtf", "docx", SECONDS)
