"""Documents of other programs: read by LibreOffice, and a clear word where that is missing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from multiprocessing.util import get_temp_dir
from pathlib import Path

import docx
import psutil
import pytest

from briefing_app import libreoffice
from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes
from briefing_app.reading_worker import ReadingWorker
from tests.readers import format_samples

needs_libreoffice = pytest.mark.skipif(not libreoffice.program(), reason="needs LibreOffice")
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for it")
Stand = Callable[[str], None]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
OLD_WORD = OLE + "WordDocument".encode("utf-16-le")
TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Put a program with a given way of working in place of LibreOffice."""

    def put(script: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")

    return put


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for all that is written in passing."""
    folder = tmp_path / "temp"
    folder.mkdir()
    get_temp_dir()  # where processes meet: found once, and this one is gone after the test
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_libreoffice
def test_the_text_of_old_word_is_that_of_a_document_with_all_changes_accepted() -> None:
    document = docx.Document()
    document.core_properties.author = ""
    for line in ("The headline", TEXT):
        document.add_paragraph(line)
    hidden = document.add_paragraph("Seen. ").add_run("SECRET")
    hidden.font.hidden = True
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Iraq", "500"
    document.sections[0].header.paragraphs[0].text = "Every page has this."
    stream = BytesIO()
    document.save(stream)
    old = libreoffice.convert(stream.getvalue(), "a.docx", "doc:MS Word 97", 120)
    read = read_bytes("a.doc", old)
    (article,) = read.articles
    assert article.headline == "The headline"
    assert article.body == f"{TEXT}\nSeen.\nIraq 500"
    assert read.warnings == ("Hidden text was left out.",)
    assert read.original.data == old
    assert read.original.media_type == "application/msword"


@needs_libreoffice
def test_a_process_that_reads_may_use_it_and_leaves_nothing_behind(
    tmp_path: Path, scratch: Path
) -> None:
    path = tmp_path / "map.doc"
    path.write_bytes(format_samples.samples()["map.doc"])
    worker = ReadingWorker()
    try:
        for _ in range(2):  # the second time with the profile of the first
            read = worker.call(f"{__name__}:read", str(path), seconds=120)
            assert read.articles[0].headline == format_samples.HEADLINE
    finally:
        worker.stop()
    assert list(scratch.glob("briefing-*")) == []


def read(path: str) -> ReadFile:
    """Read a file, and be unable to write one."""
    result = read_bytes(path, Path(path).read_bytes())
    with pytest.raises(OSError, match="too large"):
        Path(tempfile.gettempdir(), "out").write_bytes(b"x")
    return result


@posix
def test_a_document_that_takes_too_long_is_ended_with_all_that_it_started(
    stand_in: Stand, tmp_path: Path, scratch: Path
) -> None:
    stand_in(f"sleep 600 & echo $! > {tmp_path}/pid; mv {tmp_path}/pid {tmp_path}/started; wait")
    started = tmp_path / "started"
    path = tmp_path / "a.doc"
    path.write_bytes(OLD_WORD)
    worker = ReadingWorker()
    arguments = (str(path), os.environ["PATH"])
    try:
        assert worker.call(f"{__name__}:read_with", *arguments, is_cancelled=started.exists) is None
    finally:
        worker.stop()
    assert list(scratch.glob("briefing-*")) == []
    process = int(started.read_text())
    assert not psutil.pid_exists(process) or psutil.Process(process).status() == "zombie"


def read_with(path: str, programs: str) -> ReadFile:
    """Read a file with the programs of these folders."""
    os.environ["PATH"] = programs
    return read_bytes(path, Path(path).read_bytes())


@posix
def test_the_time_that_it_may_take_is_bounded(
    stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_app.readers.documents.office_program.SECONDS", 0.1)
    stand_in("sleep 600")
    with pytest.raises(UnreadableFile, match="LibreOffice took longer than 0 seconds") as refused:
        read_bytes("a.doc", OLD_WORD)
    assert "save it as .docx" in refused.value.hint


@posix
def test_what_it_makes_nothing_of_or_rubbish_is_refused(stand_in: Stand) -> None:
    stand_in('for last; do :; done; mkdir -p "$(dirname "$last")/made"; '
             'echo rubbish > "$(dirname "$last")/made/a.docx"')  # fmt: skip
    with pytest.raises(UnreadableFile, match="LibreOffice could not read it"):
        read_bytes("a.doc", OLD_WORD)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", OLD_WORD, "old Word format"),
        ("a.dot", b"\xdb\xa5\x2d\0" + bytes(200), "old Word format"),
        ("a.wps", OLE, "Microsoft Works"),
        ("a.wpd", b"\xffWPC\x10\0\0\0\1\x0a" + bytes(90), "WordPerfect"),
        ("a.hwp", b"HWP Document File V3.00" + bytes(90), "Hangul"),
        ("a.hwp", OLE + "\5HwpSummaryInformation".encode("utf-16-le"), "Hangul"),
        ("a.wri", b"1\xbe\0\0" + bytes(300), "Windows Write"),
        ("a.sxw", format_samples._first_open_document(), "OpenOffice"),
    ],
)
def test_without_libreoffice_the_way_out_is_said(
    name: str, data: bytes, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    with pytest.raises(UnsupportedFormat, match=words) as refused:
        read_bytes(name, data)
    assert "Install LibreOffice" in refused.value.hint
    assert "save it as .docx" in refused.value.hint
