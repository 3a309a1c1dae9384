"""A form as a card."""

from __future__ import annotations

from briefing_app.gui.dialogs.form_card import FormCard
from briefing_app.gui.theme import Theme


def test_a_card_says_what_it_is_and_grows_with_its_words(qtbot, theme: Theme) -> None:
    card = FormCard("action")
    qtbot.addWidget(card)
    card.say("Action memo", "Asks for a decision.")
    assert (card.title, card.accessibleName()) == ("Action memo", "Action memo")
    assert card.toolTip() == card.accessibleDescription() == "Asks for a decision."
    low = card.heightForWidth(300)
    card.say("Action memo", "Asks for a decision. " * 10)
    assert card.heightForWidth(300) > low
