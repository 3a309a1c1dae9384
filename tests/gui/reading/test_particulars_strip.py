"""The line below the head: proposals with one click, doubts in words, nothing when all is well."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from briefing_app.domain.article import Article, Original, Proposal
from briefing_app.gui.elided import ElidedButton, ElidedLabel
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.reading.particulars_strip import ParticularsStrip
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

TODAY = date(2020, 1, 10)
HINTED = Article(
    "Head",
    "The text of the article.",
    published="2030-01-06",
    proposals=(
        Proposal("publisher", "Harbor Ledger", "masthead"),
        Proposal("byline", "Jane Doe", "document properties"),
    ),
)


@pytest.fixture
def strip(theme: Theme, qtbot) -> ParticularsStrip:
    strip = ParticularsStrip()
    qtbot.addWidget(strip)
    strip.resize(800, 36)
    strip.show_article(HINTED, TODAY)
    return strip


def words(strip: ParticularsStrip) -> list[str]:
    labels = [label.whole for label in strip.findChildren(ElidedLabel)]
    return labels + [b.text() for b in strip.findChildren(QPushButton) if not b.isHidden()]


def press(strip: ParticularsStrip, text: str) -> None:
    (button,) = [b for b in strip.findChildren(QPushButton) if b.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_shows_the_first_proposal_how_many_more_and_what_is_odd(
    strip: ParticularsStrip,
) -> None:
    assert words(strip) == [
        "Outlet: Harbor Ledger?  from: masthead  ·  1 more",
        "Publication date: in the future", "Use", "Dismiss",
    ]  # fmt: skip
    assert not strip.isHidden()


def test_it_is_not_there_when_nothing_is_to_be_said(strip: ParticularsStrip) -> None:
    strip.show_article(Article("Head", "Text.", published="2020-01-06"), TODAY)
    assert strip.isHidden()


def test_another_wording_of_a_known_headline_waits_in_the_details(
    strip: ParticularsStrip,
) -> None:
    variant = Proposal("headline", "The head in other words", "page heading")
    strip.show_article(Article("Head", "Text.", proposals=(variant,)), TODAY)
    assert strip.isHidden()


def test_a_file_that_cannot_be_written_has_no_buttons_for_it(strip: ParticularsStrip) -> None:
    strip.set_read_only(True)
    assert words(strip)[1:] == ["Publication date: in the future"]


def test_a_long_proposal_does_not_widen_the_pane(strip: ParticularsStrip) -> None:
    before = strip.minimumSizeHint().width()
    long = Proposal("publisher", "word " * 60, "masthead")
    strip.show_article(Article("H", "T", published="2030-01-06", proposals=(long,)), TODAY)
    assert strip.minimumSizeHint().width() == before


def test_one_click_takes_a_proposal_and_the_next_one_stands_there(
    session: Session, theme: Theme, qtbot
) -> None:
    (id,) = session.store.articles.add(Original("a.txt", "text/plain", b"a"), [HINTED])
    pane = ReadingPane(session, theme)
    qtbot.addWidget(pane)
    session.open_article(id)
    strip = pane.findChild(ParticularsStrip)
    assert strip is not None
    press(strip, "Use")
    article = session.store.articles.get(id)
    assert article.publisher == "Harbor Ledger"
    assert article.provenance["publisher"] == "masthead"
    assert words(strip)[0].startswith("Author: Jane Doe?")
    press(strip, "Dismiss")
    assert session.store.articles.get(id).proposals == ()
    session.undo()
    session.undo()
    assert session.store.articles.get(id).proposals == HINTED.proposals
    assert words(strip)[0].startswith("Outlet: Harbor Ledger?")


def test_many_doubts_are_told_by_field_and_cut_at_their_end_only(strip: ParticularsStrip) -> None:
    odd = Article("Head", "Text.", published="2030-01-06T10:00:00", updated="2030-01-05T10:00:00")
    strip.show_article(odd, TODAY)
    (button,) = strip.findChildren(ElidedButton)
    whole = (
        "Publication date: in the future, time without zone; "
        "Updated: in the future, time without zone, before publication"
    )
    assert button.text() == whole
    strip.show()
    strip.resize(300, 36)
    assert button.geometry().right() <= strip.width()
    assert whole in button.toolTip()
    shown = painted(button)
    button.setText(whole[:30])
    start = painted(button)
    edge = button.fontMetrics().horizontalAdvance(whole[:12])
    assert shown.copy(0, 0, edge, shown.height()) == start.copy(0, 0, edge, start.height())


def painted(button: QPushButton) -> QImage:
    """The button as it looks with its text at the left."""
    button.setStyleSheet("text-align: left")
    return button.grab().toImage()
