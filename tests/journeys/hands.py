"""The program on a screen of its own, with a briefing of one article, driven by hands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Entry, arrange
from briefing_app.store import Store
from tests.journeys.screen import Screen
from tests.journeys.screen_reader import ScreenReader

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1440, 900)
NAME = "Hands"
FIRST = "NATO moves trainers out of Baghdad, the alliance said."
SECOND = "“They will return when it is safe,” said Jens Stoltenberg."
ARTICLES = (
    Article(
        "Trainers leave Baghdad", f"{FIRST}\n{SECOND}", publisher="Test", published="2020-01-07"
    ),
    Article("Oil climbs", "Brent rose for a third day.", publisher="Test", published="2020-01-06"),
)


class Hands:
    """What mouse and keys do, and what then stands in the briefing's file."""

    def __init__(self, screen: Screen, reader: ScreenReader) -> None:
        self.screen = screen
        self.file = screen.folder / f"{NAME}.briefing"
        self.memo = screen.folder / f"{NAME}.docx"
        self.reader = reader
        with Store.create(self.file, NAME) as store:
            memo_id = store.memos.all()[0].id
            for title in ("Background", "Reactions", "Outlook"):
                store.sections.add(memo_id, title)
            for article in ARTICLES:
                original = Original("a.txt", "text/plain", article.body.encode())
                store.articles.add(original, [article])
        command = [sys.executable, "-m", "briefing_app", str(self.file)]
        self.program: subprocess.Popen[str] = screen.start(command)
        window = screen.wait_window(NAME)
        screen.do("windowmove", window, 0, 0, "windowsize", window, *SIZE, "sleep", 0.6)
        # Away from everything that would show a tooltip.
        screen.do("mousemove", SIZE[0] + 40, SIZE[1] + 40, "windowactivate", window)

    def shoot(self, name: str) -> None:
        self.screen.shoot(name, SIZE)

    def entries(self) -> list[tuple[str, Entry]]:
        """(title of the section, entry), from top to bottom."""
        with Store.open(self.file, read_only=True) as store:
            briefing = store.snapshot()
        titles = {p.section.id: p.section.title for p in arrange(briefing.sections)}
        order = list(titles)
        placed = sorted(briefing.entries, key=lambda e: (order.index(e.section_id), e.position))
        return [(titles[entry.section_id], entry) for entry in placed]

    def wait_filed(self, *expected: tuple[str, str]) -> None:
        """Go on once the outline holds just these (title of the section, text)."""

        def found() -> bool:
            return tuple((title, entry.text) for title, entry in self.entries()) == expected

        try:
            self.screen.wait_until(found, f"{expected} to be filed")
        except TimeoutError:
            self.shoot("failed")
            raise AssertionError(f"filed: {self.entries()}") from None

    def wait_memo(self) -> str:
        """The words of the Word file, once it is there."""
        try:
            self.screen.wait_until(self.memo.exists, "the Word file")
        except TimeoutError:
            self.shoot("failed")
            raise
        return "\n".join(p.text for p in docx.Document(str(self.memo)).paragraphs)

    def wait_end(self) -> int:
        """The program's exit status, once it has ended."""
        self.screen.wait_until(lambda: self.program.poll() is not None, "the program to end")
        return self.program.returncode
