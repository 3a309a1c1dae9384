"""What a screen reader is told by the real window and its dialogs, over AT-SPI."""

from __future__ import annotations

from tests.journeys.hands import NAME, Hands
from tests.journeys.screen_reader import FOCUSABLE, Heard

ROLES = {
    "Search articles and entries": "text",
    "Articles": "table",
    "Outline": "tree",
    "Undo": "push button",
    "Export to Word": "push button",
    "Article text": "label",
}
"""What the controls say that they are; a read-only text is a label with text to walk in."""

DIALOGS = {
    "ctrl+m": "Memo options",
    "ctrl+d": "Article",
    "ctrl+comma": "Preferences",
    "F1": "Keyboard",
    "ctrl+shift+h": "History",
    "ctrl+shift+t": "Overview",
    "ctrl+shift+m": "New memo",
}


def nameless(heard: list[Heard]) -> list[str]:
    """Where controls are that take the keyboard and say nothing."""
    controls = [node for node in heard if node.is_(FOCUSABLE)]
    assert controls
    return [" < ".join((node.role, *reversed(node.where))) for node in controls if not node.name]


def test_every_control_of_the_window_says_what_it_is(hands: Hands) -> None:
    hands.reader.click("Trainers leave Baghdad", "cell")
    hands.reader.find("Article text")
    heard = hands.reader.all()
    assert nameless(heard) == []
    said = {node.name: node.role for node in heard if node.is_(FOCUSABLE)}
    assert {name: said.get(name) for name in ROLES} == ROLES
    assert any(node.name.startswith("All changes saved") for node in heard)
    hands.screen.key("ctrl+2")
    assert nameless(hands.reader.all()) == []


def test_every_control_of_the_dialogs_says_what_it_is(hands: Hands) -> None:
    hands.reader.click("Trainers leave Baghdad", "cell")
    lacking = {}
    for keys, title in DIALOGS.items():
        hands.screen.key(keys)
        hands.screen.wait_window(title)
        heard = hands.reader.all()
        # The window of the briefing is the one that was named first.
        inside = [node for node in heard if node.where and NAME not in node.where[0]]
        lacking[title] = nameless(inside)
        hands.screen.key("Escape")
        hands.screen.wait_no_window(title)
    assert lacking == {title: [] for title in DIALOGS.values()}
