"""The sheet for a new memo: forms as cards, in the words of the chosen language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.new_memo import NewMemo
from briefing_app.gui.theme import Theme
from briefing_app.memo import form


@pytest.fixture
def sheet(qtbot, theme: Theme) -> NewMemo:
    sheet = NewMemo("Iran")
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_each_form_is_a_card_with_what_it_is_for(sheet: NewMemo) -> None:
    assert list(sheet.cards) == form.names()
    for name, card in sheet.cards.items():
        assert card.title == form.load(name).title
        assert card.accessibleDescription() == form.load(name).description
    assert sheet.form_name == form.DEFAULT


def test_arrow_keys_choose_another_card(sheet: NewMemo) -> None:
    sheet.cards[form.DEFAULT].setFocus()
    QTest.keyClick(sheet.cards[form.DEFAULT], Qt.Key.Key_Right)
    assert sheet.form_name == form.names()[1]


def test_the_cards_speak_the_language_of_the_memo(sheet: NewMemo) -> None:
    assert sheet.language == ""
    sheet.languages.setCurrentIndex(sheet.languages.findData("de"))
    assert sheet.language == "de"
    assert sheet.cards["information"].title == form.load("information", "de").title


def test_a_memo_without_a_title_cannot_be_begun(sheet: NewMemo) -> None:
    assert sheet.create_button.isEnabled()
    sheet.title_line.setText("   ")
    assert not sheet.create_button.isEnabled()
    sheet.title_line.setText("  What  happened ")
    assert sheet.title == "What happened"
