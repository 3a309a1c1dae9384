"""Files of a lot, and bringing them in."""

from __future__ import annotations

from pathlib import Path

from briefing_app.gui.importing.importer import Importer
from briefing_app.importing import ImportReport

COMPLETE = (
    "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday.\n\n"
    "They called for restraint, number {n}."
)
INCOMPLETE = (
    "Silence on the alliance {n}\n\nNobody{n} said{n} anything{n} about{n} the{n} matter{n}.\n\n"
    "Not a word of it, {n} times."
)


def write(folder: Path, count: int, suffix: str = ".txt", text: str = INCOMPLETE) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:03}{suffix}" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.format(n=number), encoding="utf-8")
    return paths


def run(qtbot, importer: Importer, paths: list[Path]) -> ImportReport:
    with qtbot.waitSignal(importer.finished, timeout=60_000) as finished:
        importer.start(paths)
    return finished.args[0]
