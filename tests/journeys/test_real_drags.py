"""Drags from another process onto the real window, by the mouse (Xvfb, openbox, xdotool)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing_app.domain.outline import Kind
from briefing_app.store import Store
from tests.gui.intake.offers import FRAGMENT, META, PAGE, QUOTED
from tests.journeys.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1440, 900)
DRAG_FROM, MIDDLE = (1520, 170), (720, 480)
OUTLINE_X = 1200
ARTICLE = "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday.\n"


class Desk:
    """The program on a screen of its own, with an empty briefing."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.folder = screen.folder
        screen.use_home(ROOT)
        self.file = self.folder / "test.briefing"
        with Store.create(self.file, "Test briefing") as store:
            memo_id = store.memos.all()[0].id
            for title in ("Background", "Reactions", "Outlook"):
                store.sections.add(memo_id, title)
        screen.start([sys.executable, "-m", "briefing_app", str(self.file)])
        window = screen.wait_window("Test briefing")
        screen.do("windowmove", window, 0, 0, "windowsize", window, *SIZE, "sleep", 0.6)

    def offer(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the other program; it offers these files, or what a file of formats holds."""
        command = [sys.executable, "-m", "tests.journeys.drag_source", *arguments]
        source = self.screen.start(command)
        assert source.stdout is not None
        assert source.stdout.readline().strip() == "ready"
        return source

    def offer_formats(self, formats: dict[str, str]) -> subprocess.Popen[str]:
        file = self.folder / "formats.json"
        file.write_text(json.dumps(formats), encoding="utf-8")
        return self.offer("--formats", str(file))

    def drag(self, source: subprocess.Popen[str], to: tuple[float, float], picture: str) -> None:
        """Drag to a point and let go there; the source must hear of a copy, never of a move."""
        self.screen.drag(DRAG_FROM, to, steps=24)
        self.screen.shoot(picture, SIZE)
        self.screen.release()
        assert source.stdout is not None
        assert source.stdout.readline().strip() == "CopyAction"

    def wait_articles(self, count: int) -> list[dict[str, Any]]:
        """What the library lists, once there are so many."""
        self.screen.wait_until(lambda: len(self.listed()) == count, f"{count} articles")
        return self.listed()

    def listed(self) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "briefing_app", "list", str(self.file), "--json"]
        done = subprocess.run(
            command, env=self.screen.environment, capture_output=True, text=True, check=True
        )
        rows: list[dict[str, Any]] = json.loads(done.stdout)
        return rows


@pytest.fixture
def desk(screen: Screen) -> Desk:
    return Desk(screen)


def test_files_and_a_folder_from_a_file_manager(desk: Desk) -> None:
    folder = desk.folder / "articles of “today”"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(f"{ARTICLE}\nThey left {number}.\n")
    single = desk.folder / "single ü.txt"
    single.write_text(f"{ARTICLE}\nThey stayed.\n")
    desk.drag(desk.offer(str(folder), str(single)), MIDDLE, "files")
    desk.wait_articles(3)
    assert single.exists() and len(list(folder.iterdir())) == 2


def test_a_selection_of_a_page_onto_a_section(desk: Desk) -> None:
    source = desk.offer_formats(
        {"text/html": META + FRAGMENT, "text/plain": QUOTED, "chromium/x-source-url": PAGE}
    )
    desk.drag(source, (OUTLINE_X, section_y(desk, 1)), "selection")
    desk.wait_articles(1)
    with Store.open(desk.file, read_only=True) as store:
        (id,) = store.articles.ids()
        assert (store.articles.get(id).body, store.articles.get(id).url) == (QUOTED, PAGE)
        filed = {
            placed.section.title: [(e.kind, e.text) for e in of]
            for placed in store.sections.of_memo(store.memos.all()[0].id)
            if (of := store.entries.of_section(placed.section.id))
        }
    assert filed == {"Reactions": [(Kind.QUOTE, QUOTED)]}


def test_a_link_asks_first(desk: Desk) -> None:
    source = desk.offer_formats(
        {"text/uri-list": f"{PAGE}\r\n", "text/plain": PAGE, "_NETSCAPE_URL": f"{PAGE}\nThe story"}
    )
    desk.drag(source, MIDDLE, "link")
    desk.screen.wait_window("Add a page")
    desk.screen.shoot("link-asked", SIZE)
    assert desk.listed() == []


def test_the_saved_page_onto_the_sheet_that_asks_for_it(desk: Desk) -> None:
    desk.drag(desk.offer_formats({"text/uri-list": f"{PAGE}\r\n", "text/plain": PAGE}), MIDDLE, "a")
    desk.screen.wait_window("Add a page")
    saved = desk.folder / "saved.txt"
    saved.write_text(ARTICLE)
    desk.drag(desk.offer(str(saved)), corner_of(desk, "Add a page"), "onto-the-sheet")
    desk.wait_articles(1)


def test_what_falls_on_an_open_dialog_comes_in_when_it_is_closed(desk: Desk) -> None:
    file = desk.folder / "meanwhile.txt"
    file.write_text(ARTICLE)
    desk.screen.key("ctrl+comma")
    desk.screen.wait_window("Preferences")
    desk.drag(desk.offer(str(file)), corner_of(desk, "Preferences"), "onto-a-dialog")
    desk.screen.shoot("said-in-the-dialog", SIZE)
    assert desk.listed() == []
    # The mouse was in the other program's window last, and with it the keyboard.
    desk.screen.do("search", "--name", "Preferences", "windowactivate", "--sync")
    desk.screen.key("Escape")
    desk.wait_articles(1)


def test_a_second_start_hands_its_files_to_the_window(desk: Desk) -> None:
    file = desk.folder / "given.txt"
    file.write_text(ARTICLE)
    again = desk.screen.start([sys.executable, "-m", "briefing_app", str(file)])
    assert again.wait(30) == 0
    desk.wait_articles(1)
    assert len(desk.screen.windows("Test briefing")) == 1


def corner_of(desk: Desk, title: str) -> tuple[float, float]:
    """A point just inside a window, where no field is."""
    geometry = ("search", "--onlyvisible", "--name", title, "getwindowgeometry", "--shell")
    told = dict(line.split("=") for line in desk.screen.do(*geometry).splitlines() if "=" in line)
    return int(told["X"]) + 12, int(told["Y"]) + 12


def section_y(desk: Desk, number: int) -> float:
    """Where a section's heading is: the outline of an empty briefing has even distances."""
    return FIRST_HEADING_Y + number * HEADING_PITCH


FIRST_HEADING_Y, HEADING_PITCH = 178, 76
