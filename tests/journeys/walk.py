"""Drives the real window with mouse and keys through the whole job, and leaves pictures.

python -m tests.journeys.walk OUTPUT_FOLDER [--seeds FOLDER]
Exit status 1: a step did not do what it should; 2: a program is missing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
from PySide6.QtGui import QImage

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Entry, arrange
from briefing_app.store import Store
from tests.journeys.screen import Screen
from tests.journeys.screen_reader import ScreenReader

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = {".txt", ".html", ".pdf", ".docx"}
SIZE = (1440, 900)
TITLE = "Untitled briefing"
DRAG_FROM, DROP_AT = (1520, 170), (720, 480)
TEXT_LEFT = 402
SAMPLE_QUOTE = (742, 548), (552, 577)
CARD_EDGE = 1076


class StepFailed(Exception):
    """A step of the walk did not do what it should."""


@dataclass(frozen=True)
class Passage:
    """Where to select (how the headline begins, first and last line in px), and how to file it."""

    headline: str
    top: int
    bottom: int
    by: str
    section: int


IRAN = "Iran fires missiles"
PASSAGES = (
    Passage(IRAN, 444, 530, "2", 2),
    Passage(IRAN, 738, 766, "chip", 3),
    Passage("Could a cyber", 444, 473, "4", 4),
    Passage("Could a cyber", 530, 600, "new", 5),
    Passage("Allies back", 444, 502, "2", 2),
)


class Walk:
    """One walk: a screen, a folder for all that it leaves, and the files to bring in."""

    def __init__(self, screen: Screen, files: list[Path]) -> None:
        self.screen = screen
        self.folder = screen.folder
        self.files = files
        self.memo = self.folder / "memo.docx"
        self.pdf = self.folder / "memo.pdf"
        self._program: subprocess.Popen[str] | None = None
        self.reader = ScreenReader(screen)
        home = screen.use_home(ROOT)
        self.briefing_file = home / "Documents" / "Briefings" / f"{TITLE}.briefing"

    def run(self) -> None:
        """Go all the way. Raises StepFailed or TimeoutError at the first step that fails."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("start the program on the sample briefing", self.start),
            ("mark words in it, in both themes", self.look_at_sample),
            ("begin a new, empty briefing", self.begin),
            ("drag files in from another program", self.drag_files),
            ("open an article with a click", self.open_article),
            ("select a passage with the mouse and file it with 1", self.file_first),
            ("search and open what is found", self.search),
            ("file more passages, with keys, a chip and a new section", self.file_more),
            ("take one back and bring it again", self.undo_and_redo),
            ("drag a card to another section", self.move_card),
            ("edit an entry", self.edit_entry),
            ("fill in the memo's header", self.fill_header),
            ("look at the memo, light and dark", self.look_at_memo),
            ("export through the file dialog", self.export),
            ("export as PDF too", self.export_pdf),
            ("compare the Word file with what was filed", self.check_memo),
            ("close, and find all again at the next start", self.start_again),
        )
        for number, (words, step) in enumerate(steps, 1):
            try:
                step()
            except (StepFailed, TimeoutError) as error:
                self.screen.shoot("failed")
                raise StepFailed(f"{number:2} {words}: {error}") from error
            print(f"ok {number:2} {words}", flush=True)

    def start(self) -> None:
        self._program = self.screen.start([sys.executable, "-m", "briefing_app"])
        self._place_window("Briefing App")

    def look_at_sample(self) -> None:
        for picture in ("00-sample", "00-sample-dark"):
            self._open("Allies back")
            self.screen.drag(*SAMPLE_QUOTE)
            self.screen.release()
            # Away from the words, so that no pointer stands in the picture.
            self.screen.do("mousemove", 1020, 500, "sleep", 0.3)
            self._shoot(picture)
            self.screen.key("Escape", "ctrl+shift+d")

    def begin(self) -> None:
        self.screen.key("ctrl+n")
        self.screen.wait_window(TITLE)
        self._until(lambda: not self._entries(), "an empty briefing")
        self._shoot("01-empty")

    def drag_files(self) -> None:
        module = ["-m", "tests.journeys.drag_source"]
        source = self.screen.start([sys.executable, *module, *map(str, self.files)])
        said = source.stdout or sys.stdin
        check(said.readline().strip() == "ready", "the other program did not start")
        self.screen.drag(DRAG_FROM, DROP_AT, steps=30)
        self._shoot("02-drop")
        self.screen.release()
        taken = said.readline().strip()
        check(taken == "CopyAction", f"the other program was told {taken}, not CopyAction")
        self._until(lambda: len(self._listed()) == len(self.files), "all files to be imported")
        check(all(file.exists() for file in self.files), "a dragged file is gone")
        self._shoot("03-imported")
        source.terminate()

    def open_article(self) -> None:
        self._open(IRAN)
        self._until(lambda: IRAN in self._read_headlines(), "the article to count as read")

    def file_first(self) -> None:
        self._select(386, 398)
        self._shoot("04-selected")
        self._filing(1, lambda: self.screen.key("1"))
        self._shoot("05-filed")

    def file_more(self) -> None:
        for passage in PASSAGES:
            self._open(passage.headline)
            self._select(passage.top, passage.bottom)
            self._filing(passage.section, partial(self._file, passage.by, passage.section))

    def undo_and_redo(self) -> None:
        before = self._entries()
        self.screen.key("ctrl+z")
        self._until(lambda: len(self._entries()) == len(before) - 1, "the last entry to go")
        self.screen.key("ctrl+shift+z")
        self._until(lambda: self._entries() == before, "the same entry to come back")

    def search(self) -> None:
        unread = (row for row in self._listed() if not row["is_read"])
        # The keyboard of this screen has no other letters.
        row = next(row for row in unread if row["headline"].isascii())
        words = row["headline"].split()
        self.screen.key("ctrl+shift+f")
        self.screen.type(" ".join(words[:3]).lower())
        self._shoot("06-searched")
        self.screen.key("Down", "Return")
        self._until(lambda: row["id"] in self._read(), f"“{row['headline']}” to be opened")
        self.screen.key("ctrl+shift+f", "Escape")

    def move_card(self) -> None:
        first, second = self._cards()[:2]
        moved = self._entries()[1]
        check(self._section_of(moved) == 2, "the second card does not stand in section 2")
        start, end = (1200, second[0] + 12), (1230, first[1] - 4)
        self.screen.drag(start, end)
        self._shoot("07-dragging")
        self.screen.release()
        self._until(lambda: self._section_of(self._entry(moved.id)) == 1, "the card to move")

    def edit_entry(self) -> None:
        entry = self._entries()[0]
        self.screen.click(1200, self._cards()[0][0] + 12)
        self.screen.key("Return", "ctrl+End")
        self.screen.type(" [checked]")
        self._shoot("08-editing")
        self.screen.key("ctrl+Return")
        expected = f"{entry.text} [checked]"
        self._until(lambda: self._entry(entry.id).text == expected, "the entry to change")

    def fill_header(self) -> None:
        self.screen.key("ctrl+m")
        self.screen.wait_window("Memo options")
        self.reader.click("To", "text")
        self.screen.type("The Member")
        self.screen.key("Tab")
        self.screen.type("Foreign affairs desk")
        self._shoot("09-header")
        self.reader.click("OK", "push button")
        self.screen.wait_no_window("Memo options")
        wanted = {"to": "The Member", "from": "Foreign affairs desk"}
        self._until(lambda: wanted.items() <= self._snapshot().memo.fields.items(), "the header")

    def look_at_memo(self) -> None:
        self.screen.key("ctrl+2")
        self._shoot("10-memo")
        self.screen.key("ctrl+shift+d")
        settings = self.folder / "home" / "settings" / "settings.json"
        self._until(lambda: '"dark"' in settings.read_text(encoding="utf-8"), "the dark theme")
        self._shoot("11-memo-dark")
        self.screen.key("ctrl+1")
        self._shoot("12-read-dark")

    def export(self) -> None:
        self.screen.key("ctrl+e")
        self.screen.wait_window("Export to Word")
        self.screen.key("ctrl+a")
        self.screen.type(str(self.memo))
        self._shoot("13-exporting")
        self.screen.key("Return")
        self.screen.wait_no_window("Export to Word")
        self._until(self.memo.exists, "the Word file")
        self._shoot("14-exported")

    def export_pdf(self) -> None:
        self.screen.key("ctrl+p")
        self.screen.wait_window("Export as PDF")
        self.screen.key("ctrl+a")
        self.screen.type(str(self.pdf))
        self.screen.key("Return")
        self.screen.wait_no_window("Export as PDF")
        self._until(self.pdf.exists, "the PDF")
        check(self.pdf.read_bytes().startswith(b"%PDF-"), "the PDF is none")

    def check_memo(self) -> None:
        report = json.loads(self._command("check", str(self.briefing_file), "--json"))
        check(report["problems"] == [], f"the briefing has problems: {report['problems']}")
        rows = self._listed()
        counted = sum(row["quotes"] + row["facts"] for row in rows)
        check(counted == len(PASSAGES) + 1, f"{counted} passages are listed")
        again = self.folder / "memo-again.docx"
        self._command("export", str(self.briefing_file), str(again))
        same = again.read_bytes() == self.memo.read_bytes()
        check(same, "the command line exports other bytes than the window")
        printed = "\n".join(p.text for p in docx.Document(str(self.memo)).paragraphs).lower()
        printed = printed.replace("\N{NO-BREAK SPACE}", " ")  # "4 January" stays on one line
        for entry in self._entries():
            for line in entry.text.lower().split("\n"):
                words = line.strip(' .,“”"')
                check(words in printed, f"the memo lacks: {words}")

    def start_again(self) -> None:
        entries = self._entries()
        self._quit()
        self.start()
        self.screen.wait_window(TITLE)
        self._shoot("15-started-again")
        check(self._entries() == entries, "the entries are not those of before")
        self._quit()

    def _quit(self) -> None:
        self.screen.key("ctrl+q")
        program = self._program
        if program is not None:
            self._until(lambda: program.poll() is not None, "the program to end")
            check(program.returncode == 0, f"the program ended with {program.returncode}")

    def _place_window(self, title: str) -> None:
        window = self.screen.wait_window(title)
        self.screen.do("windowmove", window, 0, 0, "windowsize", window, *SIZE, "sleep", 0.6)
        # Away from everything that would show a tooltip.
        self.screen.do("mousemove", SIZE[0] + 40, SIZE[1] + 40, "windowactivate", window)

    def _open(self, headline: str) -> None:
        self.reader.click(headline, "cell")

    def _select(self, top: int, bottom: int) -> None:
        self.screen.drag((TEXT_LEFT, top), (TEXT_LEFT + 500, bottom))
        self.screen.release()

    def _file(self, by: str, section: int) -> None:
        if by == "chip":
            self.reader.click(f"File into section {self._title_of(section)}", "push button")
        elif by == "new":
            self.screen.key("n")
            self.screen.type("Claims and denials")
            self.screen.key("Return")
        else:
            self.screen.key(by)

    def _filing(self, section: int, act: Callable[[], None]) -> None:
        """Act, and see one more entry in the section with this number."""
        before = {entry.id for entry in self._entries()}
        act()
        self._until(lambda: len(self._entries()) == len(before) + 1, "one more entry")
        entry = next(entry for entry in self._entries() if entry.id not in before)
        check(self._section_of(entry) == section, f"“{entry.text}” is not in section {section}")
        check(len(entry.text.split()) > 1, f"“{entry.text}” is hardly a passage")

    def _cards(self) -> list[tuple[int, int]]:
        """Upper and lower edge of each card that can be seen: runs of their coloured edge."""
        picture = QImage(str(self._shoot("cards")))
        colours = [picture.pixelColor(CARD_EDGE, y).hsvSaturation() > 100 for y in range(SIZE[1])]
        runs, y = [], 0
        for is_card, pixels in groupby(colours):
            height = len(list(pixels))
            if is_card and height > 30:
                runs.append((y, y + height))
            y += height
        return runs

    def _shoot(self, name: str) -> Path:
        return self.screen.shoot(name, SIZE)

    def _until(self, is_true: Callable[[], bool], what: str) -> None:
        self.screen.wait_until(is_true, what)

    def _command(self, *words: str) -> str:
        """What a command of the command line prints."""
        command = [sys.executable, "-m", "briefing_app", *words]
        done = subprocess.run(
            command, env=self.screen.environment, capture_output=True, text=True, check=False
        )
        check(done.returncode == 0, f"briefing {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout

    def _listed(self) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = json.loads(
            self._command("list", str(self.briefing_file), "--json")
        )
        return listed

    def _read(self) -> set[str]:
        return {row["id"] for row in self._listed() if row["is_read"]}

    def _read_headlines(self) -> str:
        return "\n".join(row["headline"] for row in self._listed() if row["is_read"])

    def _snapshot(self) -> Briefing:
        with Store.open(self.briefing_file, read_only=True) as store:
            return store.snapshot()

    def _entries(self) -> list[Entry]:
        """All entries as the outline shows them from top to bottom."""
        briefing = self._snapshot()
        order = {p.section.id: i for i, p in enumerate(arrange(briefing.sections))}
        return sorted(briefing.entries, key=lambda e: (order[e.section_id], e.position))

    def _entry(self, id: str) -> Entry:
        return next(entry for entry in self._entries() if entry.id == id)

    def _title_of(self, section: int) -> str:
        return arrange(self._snapshot().sections)[section - 1].section.title

    def _section_of(self, entry: Entry) -> int:
        placed = arrange(self._snapshot().sections)
        return next(i for i, p in enumerate(placed, 1) if p.section.id == entry.section_id)


def check(is_so: bool, complaint: str) -> None:
    """Raises StepFailed(complaint) unless it is so."""
    if not is_so:
        raise StepFailed(complaint)


def main() -> int:
    """Read the arguments, walk; returns the exit status."""
    parser = argparse.ArgumentParser(prog="walk", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="for pictures and files; made, must be empty")
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="files to bring in")
    chosen = parser.parse_args()
    if missing := Screen.missing() + ScreenReader.missing():
        print(f"missing programs: {', '.join(missing)}", file=sys.stderr)
        return 2
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if any(chosen.folder.iterdir()):
        parser.error(f"{chosen.folder} is not empty")
    files = sorted(f.resolve() for f in chosen.seeds.iterdir() if f.suffix in SUFFIXES)
    with Screen(chosen.folder.resolve()) as screen:
        try:
            Walk(screen, files).run()
        except StepFailed as failure:
            print(f"FAILED {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
