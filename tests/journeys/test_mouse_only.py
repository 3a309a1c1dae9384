"""The whole job without a key, on the real window."""

from __future__ import annotations

from tests.journeys.hands import FIRST, SECOND, Hands


def select(hands: Hands, words: str) -> None:
    """Drag over words of the open article that stand in one line."""
    start, end = hands.reader.ends_of(words, "Article text")
    hands.screen.drag(start, end)
    hands.screen.release()


def test_the_mouse_alone_goes_from_an_article_to_the_memo(hands: Hands) -> None:
    screen, reader = hands.screen, hands.reader
    reader.click("Trainers leave Baghdad", "cell")
    select(hands, FIRST)
    hands.shoot("1-selected")
    reader.click("File as fact")
    reader.click("File into section Background")
    hands.wait_filed(("Background", FIRST))
    select(hands, SECOND)
    reader.click("File into section Reactions")
    hands.wait_filed(("Background", FIRST), ("Reactions", SECOND))
    # Take it back and bring it again.
    reader.click("Undo")
    hands.wait_filed(("Background", FIRST))
    reader.click("Redo")
    hands.wait_filed(("Background", FIRST), ("Reactions", SECOND))
    # Move the fact beside the quote.
    fact, quote = reader.find("Fact", "tree item"), reader.find("Quote", "tree item")
    x, bottom = quote.middle[0], quote.box[1] + quote.box[3]
    screen.drag((x, fact.box[1] + 14), (x + 10, bottom - 3))
    hands.shoot("2-dragged")
    screen.release()
    hands.wait_filed(("Reactions", SECOND), ("Reactions", FIRST))
    # Look at the memo, write it.
    reader.click("Memo", "check box")
    hands.shoot("3-memo")
    reader.click("Export to Word", "push button")
    screen.wait_window("Export to Word")
    reader.click("Save", "push button")
    screen.wait_no_window("Export to Word")
    hands.shoot("4-exported")
    assert FIRST in hands.wait_memo()
