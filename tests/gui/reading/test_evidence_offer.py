"""The line of the bar that gives a selection to an entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.outline import Stance
from briefing_app.gui.reading.evidence_offer import EvidenceOffer
from briefing_app.gui.theme import Theme


def test_it_is_there_only_while_there_is_an_entry(qtbot, theme: Theme) -> None:
    offer = EvidenceOffer(theme)
    qtbot.addWidget(offer)
    assert not offer.isVisible()
    offer.show_entry("Talks\ngo on.")
    assert offer.isVisible()
    assert offer.words.whole == "“Talks go on.”"
    assert [chip.accessibleName() for chip in offer.chips.values()] == [
        "Supports “Talks go on.”",
        "Speaks against “Talks go on.”",
    ]
    offer.show_entry("")
    assert not offer.isVisible()


def test_a_click_says_on_which_side_it_is(qtbot, theme: Theme) -> None:
    offer = EvidenceOffer(theme)
    qtbot.addWidget(offer)
    offer.show_entry("“Talks go on.”")
    assert offer.words.whole == "“Talks go on.”"
    for stance, chip in offer.chips.items():
        with qtbot.waitSignal(offer.stance_chosen) as chosen:
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert chosen.args == [stance]
    assert set(offer.chips) == set(Stance)
