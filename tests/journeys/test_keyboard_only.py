"""The whole job without a mouse, on the real window."""

from __future__ import annotations

from tests.journeys.hands import FIRST, NAME, SECOND, Hands

QUOTED = "“They will return when it is safe,”"


def focused_name(hands: Hands) -> str:
    focused = hands.reader.focused()
    return focused.name if focused else ""


def test_the_keyboard_alone_goes_from_an_article_to_the_memo(hands: Hands) -> None:
    screen = hands.screen
    # Search, and open what is found.
    screen.key("ctrl+shift+f")
    assert focused_name(hands).startswith("Search")
    screen.type("trainers")
    screen.key("Down", "Return")
    hands.shoot("1-opened")
    # Select, and file with a digit.
    while focused_name(hands) != "Article text":
        screen.key("F6")
    screen.key("ctrl+End", "Up", "Home", "shift+End")
    hands.shoot("2-selected")
    screen.key("f", "1")
    hands.wait_filed(("Background", FIRST))
    screen.key("Down", "Home", *["shift+ctrl+Right"] * 9)
    hands.shoot("3-selected-words")
    screen.key("q", "2")
    hands.wait_filed(("Background", FIRST), ("Reactions", QUOTED))
    # Edit the entry, and move it to the section before.
    screen.key("F6")
    assert focused_name(hands) == "Outline"
    screen.key("End")
    hands.shoot("4-outline")
    screen.key("Up", "Return", "ctrl+End")
    screen.type(" [He said so twice.]")
    hands.shoot("5-edited")
    screen.key("ctrl+Return")
    # In brackets: words that are not the speaker's own would be questioned at the export.
    edited = f"{QUOTED} [He said so twice.]"
    hands.wait_filed(("Background", FIRST), ("Reactions", edited))
    screen.key("alt+Up")
    hands.wait_filed(("Background", FIRST), ("Background", edited))
    # Look at the memo, write it, leave.
    screen.key("ctrl+2")
    hands.shoot("6-memo")
    screen.key("ctrl+e")
    screen.wait_window("Export to Word")
    screen.key("ctrl+a")
    screen.type(str(hands.memo))
    screen.key("Return")
    written = hands.wait_memo()
    assert FIRST in written and "He said so twice" in written
    screen.key("ctrl+q")
    assert hands.wait_end() == 0
    assert SECOND.startswith(QUOTED) and NAME in hands.file.name
