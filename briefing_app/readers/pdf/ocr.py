"""Text recognition by tesseract (https://tesseract-ocr.github.io), where that is installed.

It is run as a program of its own, one page at a time, through pipes: the reading process may not
write files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing_app.errors import UnreadableFile

PROGRAM = "tesseract"
HINT = (
    "Install the program tesseract with the language of the text, restart, and import again; "
    "or type the quotes by hand."
)
WIDTH_PX = 2000
"""Of a page: 240 dots an inch on A4, from which newspaper print is read well."""

_TABLE = "level\t"
_COLUMNS, _LINE, _WORD = 12, "4", "5"
_POINTS = 72 / 240

_PAGE_SECONDS = 180
_MOST_LANGUAGES = 4
_NO_LANGUAGES = {"osd", "equ", "snum"}


@dataclass(frozen=True)
class Line:
    """A line of recognised text; `size` is about that of its print in points, 0 for unknown."""

    text: str
    size: float = 0


def is_installed() -> bool:
    """Whether text can be recognised on this computer."""
    return shutil.which(PROGRAM) is not None


@cache
def languages() -> tuple[str, ...]:
    """Languages that can be recognised, as tesseract calls them ("eng", "ara"); () for none."""
    if not is_installed():
        return ()
    try:
        done = _run(["--list-langs"], b"")
    except (OSError, subprocess.SubprocessError):
        return ()
    names = done.stdout.decode("utf-8", "replace").splitlines()[1:]
    known = [n.strip() for n in names if n.strip() and n.strip() not in _NO_LANGUAGES]
    return tuple(sorted(known, key=lambda name: (name != "eng", name))[:_MOST_LANGUAGES])


def recognise(width: int, height: int, grey: bytes) -> list[Line]:
    """The lines of a page of so many pixels, a byte each, rows from the top; between paragraphs an
    empty one.

    Raises UnreadableFile: tesseract or its languages are not installed, or it failed.
    """
    known = languages()
    if not known:
        raise UnreadableFile("text recognition is not installed on this computer.", HINT)
    picture = b"P5 %d %d 255\n" % (width, height) + grey
    try:
        done = _run(["stdin", "stdout", "-l", "+".join(known), "--dpi", "240", "tsv"], picture)
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableFile("text recognition failed.", "Type the quotes by hand.") from error
    if done.returncode:
        raise UnreadableFile("text recognition failed.", "Type the quotes by hand.")
    text = done.stdout.decode("utf-8", "replace")
    if text.startswith(_TABLE):
        return _lines_of_table(text)
    # Where its settings are not installed with it, it does not know tables.
    return [Line(" ".join(line.split())) for line in text.replace("\f", "\n\n").splitlines()]


def _lines_of_table(table: str) -> list[Line]:
    """The lines of a table with a row for every block, paragraph, line and word."""
    lines: list[Line] = []
    words: list[str] = []
    size = 0.0

    def end_line() -> None:
        if words:
            lines.append(Line(" ".join(words), size))
            words.clear()

    for row in table.splitlines()[1:]:
        columns = row.split("\t")
        if len(columns) != _COLUMNS:
            continue
        level, text = columns[0], " ".join(columns[-1].split())
        if level == _WORD:
            words += [text] if text else []
            continue
        end_line()
        if level == _LINE:
            size = int(columns[9]) * _POINTS if columns[9].isdecimal() else 0.0
        elif lines and lines[-1].text:
            lines.append(Line(""))
    end_line()
    return lines


def _run(arguments: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [PROGRAM, *arguments],
        input=given,
        capture_output=True,
        timeout=_PAGE_SECONDS,
        # Its threads get in each other's way: one alone is faster.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=False,
    )
