"""LibreOffice, where it is installed: Word files as PDF, and how many pages they really have."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing_app.errors import UnreadableFile

SECONDS = 120.0
"""Longest that a conversion may take; 5,000 notes take about 100 s."""

PATIENCE_S = 0.2
"""Between two looks at whether the conversion is still wanted."""

_PAGE = re.compile(rb"/Type\s*/Page(?![\w])")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def program() -> str:
    """Path of LibreOffice, "" where it is not installed."""
    known = next((place for place in _USUAL_PLACES if Path(place).is_file()), "")
    return shutil.which("soffice") or shutil.which("libreoffice") or known


def to_pdf(
    docx: bytes, seconds: float = SECONDS, progress: Callable[[object], None] | None = None
) -> bytes:
    """A Word document as PDF, tagged for those who hear it.

    It runs with a profile of its own, so that a LibreOffice that is open does not matter.
    `progress` is called with None several times a second; when it raises, LibreOffice is
    stopped and what it raised goes on.
    Raises UnreadableFile: LibreOffice is missing, failed, or took longer than `seconds`.
    """
    soffice = program()
    if not soffice:
        raise UnreadableFile("LibreOffice is not installed.", "Install it, or export to Word.")
    with tempfile.TemporaryDirectory(prefix="briefing-") as name:
        folder = Path(name)
        (folder / "memo.docx").write_bytes(docx)
        options = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        command = [
            soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--norestore", "--convert-to", f"pdf:writer_pdf_Export:{options}",
            "--outdir", name, str(folder / "memo.docx"),
        ]  # fmt: skip
        _run(command, seconds, progress)
        made = folder / "memo.pdf"
        if not made.is_file():
            raise UnreadableFile("LibreOffice made no PDF of the memo.", "Export to Word instead.")
        return made.read_bytes()


def page_count(
    docx: bytes, seconds: float = SECONDS, progress: Callable[[object], None] | None = None
) -> int:
    """Pages of a Word document as LibreOffice sets it. `progress` and errors as of `to_pdf`."""
    return pages_of_pdf(to_pdf(docx, seconds, progress))


def pages_of_pdf(pdf: bytes) -> int:
    """Pages of a PDF that LibreOffice wrote."""
    return len(_PAGE.findall(pdf))


def _run(command: list[str], seconds: float, progress: Callable[[object], None] | None) -> None:
    """Run it in a session of its own: soffice is a script that starts another process."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    until = time.monotonic() + seconds
    try:
        while not _has_ended(process, min(PATIENCE_S, until - time.monotonic())):
            if progress is not None:
                progress(None)
            if time.monotonic() >= until:
                raise UnreadableFile(
                    f"LibreOffice took longer than {seconds:.0f} seconds.",
                    "Export to Word instead.",
                )
    except BaseException:
        _stop(process)
        raise


def _has_ended(process: subprocess.Popen[bytes], wait_s: float) -> bool:
    try:
        process.wait(max(0.0, wait_s))
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
