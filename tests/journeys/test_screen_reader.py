"""What a screen reader is told by the real window and its dialogs, over AT-SPI."""

from __future__ import annotations

from tests.journeys.hands import NAME, Hands
from tests.journeys.screen_reader import EXPANDED, FOCUSABLE, FOCUSED, SELECTED, Heard

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


PANES = ("Search articles and entries", "Articles", "Article text", "Outline")


def rows(hands: Hands) -> dict[str, Heard]:
    """The rows of the outline by what they are called first."""
    heard = (node for node in hands.reader.all() if node.role == "tree item")
    return {node.name.split(",")[0].split(":")[0]: node for node in heard}


def test_the_panes_are_heard_in_the_order_in_which_they_stand(hands: Hands) -> None:
    hands.reader.click("Trainers leave Baghdad", "cell")
    hands.reader.find("Article text")
    heard = [node.name for node in hands.reader.all() if node.name in PANES]
    assert heard == list(PANES)


def test_rows_of_the_outline_tell_where_the_keyboard_is_and_what_is_open(hands: Hands) -> None:
    hands.reader.click("Trainers leave Baghdad", "cell")
    hands.reader.click("Article text")
    hands.screen.key("ctrl+a")
    hands.reader.find("File the selected passage")
    hands.screen.key("1")
    hands.reader.find("Quote", "tree item")
    hands.reader.click("Section 1 Background", "tree item")
    wait = hands.screen.wait_until
    section = "Section 1 Background"
    wait(lambda: rows(hands)[section].is_(FOCUSED), "the section to have the keyboard")
    assert rows(hands)[section].is_(EXPANDED) and rows(hands)[section].is_(SELECTED)
    hands.screen.key("Down")
    wait(lambda: rows(hands)["Quote"].is_(FOCUSED), "the entry to have the keyboard")
    assert not rows(hands)[section].is_(FOCUSED)
    hands.screen.key("Up", "Left")
    wait(lambda: "Quote" not in rows(hands), "the section to be folded")
    assert not rows(hands)[section].is_(EXPANDED)
