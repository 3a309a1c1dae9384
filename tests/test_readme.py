"""The README must not promise what is not there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from briefing_app import cli
from briefing_app.gui.actions import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return README.split(f"# {title}\n", 1)[1].split("\n#", 1)[0]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def exists(place: str) -> bool:
    """True for a path, a path in the package without its ".py", or "package.name"."""
    inside = ROOT / "briefing_app" / place
    if any(path.exists() for path in (ROOT / place, inside, inside.with_name(f"{inside.name}.py"))):
        return True
    package, _, name = place.rpartition(".")
    sources = list((ROOT / "briefing_app" / package).glob("*.py")) if package else []
    defined = re.compile(rf"(def |class |self\.){name}\b")
    return any(s.stem == name or defined.search(s.read_text("utf-8")) for s in sources)


def test_places_named_in_the_table_exist() -> None:
    places = [p for p in code(section("Where would X live?")) if "<" not in p and p != "X"]
    assert len(places) > 10
    assert [place for place in places if not exists(place)] == []


def test_places_on_the_walk_exist() -> None:
    places = code(section("The walk of one article"))
    assert len(places) > 8
    assert [place for place in places if not exists(place)] == []


@pytest.mark.parametrize(
    "line", [line for line in section("Command line").splitlines() if line.startswith("briefing ")]
)
def test_the_commands_shown_are_understood(line: str) -> None:
    parsed = cli._parser().parse_args(shlex.split(line, comments=True)[1:])
    assert callable(parsed.run)


def test_the_keys_shown_are_those_of_the_window() -> None:
    shown = set(code(section("Keys")))
    of_the_window = {command.keys for command in COMMANDS if command.keys}
    of_the_window |= {f"Shift+{way}" for way in ("Left", "Right")}  # the reading pane's arrows
    with_modifier = {keys for keys in shown if "+" in keys or re.fullmatch(r"F\d+", keys)}
    assert with_modifier <= of_the_window
