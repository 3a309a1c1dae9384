"""Quotes that are not verbatim."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel

from briefing_app.domain.memo import QuoteDifference
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.theme import Theme

DIFFERENCES = (
    QuoteDifference("e1", "We seen <b>escalation</b>", "We have seen an escalation", "a", "Cut"),
    QuoteDifference("e2", "Never said", "", "a", "Not found"),
)


@pytest.fixture
def dialog(theme: Theme, qtbot) -> QuoteDifferences:
    dialog = QuoteDifferences(DIFFERENCES)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_it_shows_each_quote_beside_its_article(dialog: QuoteDifferences) -> None:
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "We seen <b>escalation</b>" in words and "We have seen an escalation" in words
    assert "Nothing like it was found in the article." in words
    assert {"Cut", "Not found"} <= set(words)


def test_enter_does_not_export_by_accident(dialog: QuoteDifferences) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_export_anyway_accepts(dialog: QuoteDifferences) -> None:
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_show_passage_closes_and_names_the_entry(dialog: QuoteDifferences, qtbot) -> None:
    with qtbot.waitSignal(dialog.entry_chosen) as chosen:
        QTest.mouseClick(dialog.show_buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["e2"]
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_buttons_of_different_quotes_have_different_names(dialog: QuoteDifferences) -> None:
    assert len({button.accessibleName() for button in dialog.show_buttons}) == 2
