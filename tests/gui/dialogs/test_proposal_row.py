"""A proposal below its field: what, from where, take it or let it go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from briefing_app.domain.article import Proposal
from briefing_app.gui.dialogs.proposal_row import ProposalRow
from briefing_app.gui.elided import ElidedLabel


def test_it_says_the_value_and_where_it_stood(theme, qtbot) -> None:
    row = ProposalRow(Proposal("published", "2020-01-06", "file date"))
    qtbot.addWidget(row)
    row.resize(600, 30)
    row.show()
    assert [label.text() for label in row.findChildren(QLabel)] == [
        "6 Jan 2020?", "file date",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "signal"), [("Use", "used"), ("Dismiss", "dismissed")])
def test_its_buttons_say_what_they_do_and_do_it(theme, qtbot, text: str, signal: str) -> None:
    row = ProposalRow(Proposal("publisher", "Harbor Ledger", "masthead"))
    qtbot.addWidget(row)
    row.show()
    (button,) = [b for b in row.findChildren(QPushButton) if b.text() == text]
    assert button.accessibleName() == f"{text}: Outlet, Harbor Ledger"
    with qtbot.waitSignal(getattr(row, signal)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_long_value_does_not_widen_the_dialog(theme, qtbot) -> None:
    long, longer = (ProposalRow(Proposal("headline", "word " * n, "x")) for n in (9, 90))
    qtbot.addWidget(long)
    qtbot.addWidget(longer)
    assert longer.minimumSizeHint().width() == long.minimumSizeHint().width()


def test_in_a_narrow_row_the_place_is_cut_and_the_value_is_not(theme, qtbot) -> None:
    row = ProposalRow(Proposal("published", "2020-01-06", "a place with a long name in the file"))
    qtbot.addWidget(row)
    row.resize(row.minimumSizeHint().width() + 40, 30)
    row.show()
    value, place = (label.text() for label in row.findChildren(ElidedLabel))
    assert value == "6 Jan 2020?"
    assert place.endswith("…")
