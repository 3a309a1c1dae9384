"""Correcting an article's particulars."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from briefing_app.domain.article import Article, Original, Proposal, SetAside
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

ARTICLE = Article(
    "Silence on the alliance",
    "Nobody said anything.",
    byline="Tyler Durden",
    published="2020-01-06T14:03:00+01:00",
    provenance={"headline": "first line"},
    set_aside=(SetAside("advertisement", "ADVERTISEMENT"), SetAside("contact", "Write to us")),
)


@pytest.fixture
def article_id(session: Session) -> str:
    return session.store.articles.add(Original("a.txt", "text/plain", b"a"), [ARTICLE])[0]


@pytest.fixture
def dialog(session: Session, theme: Theme, article_id: str, qtbot) -> ArticleDetails:
    dialog = ArticleDetails(session, article_id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def ok(dialog: ArticleDetails) -> None:
    box = dialog.findChild(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def test_the_caret_waits_in_the_first_gap(dialog: ArticleDetails) -> None:
    assert dialog.focusWidget() is dialog.fields["publisher"]


def test_ok_writes_all_corrections_as_one_step(
    dialog: ArticleDetails, session: Session, article_id: str
) -> None:
    steps = len(session.store.steps())
    QTest.keyClicks(dialog.fields["publisher"], "  Zero  Hedge ")
    dialog.date.line.setText("7 Jan 2020")
    dialog.reliability.setCurrentIndex(dialog.reliability.findData("D"))
    ok(dialog)
    article = session.store.articles.get(article_id)
    assert (article.publisher, article.published) == ("Zero Hedge", "2020-01-07")
    assert article.reliability == "D"
    assert article.provenance["publisher"] == "entered by hand"
    assert len(session.store.steps()) == steps + 1
    session.undo()
    assert session.store.articles.get(article_id).publisher == ""


def test_ok_without_a_correction_is_no_step(
    dialog: ArticleDetails, session: Session, article_id: str
) -> None:
    steps = session.store.steps()
    ok(dialog)
    assert dialog.result() == ArticleDetails.DialogCode.Accepted
    assert session.store.steps() == steps
    assert session.store.articles.get(article_id).published == ARTICLE.published


def test_a_date_with_its_time_reads_as_people_write_it(dialog: ArticleDetails) -> None:
    assert dialog.date.line.text() == "6 Jan 2020, 14:03 UTC+1"


def test_an_ambiguous_date_is_refused_beside_its_field(
    dialog: ArticleDetails, session: Session, article_id: str
) -> None:
    height = dialog.height()
    dialog.date.line.setText("3/4/2020")
    ok(dialog)
    assert dialog.isVisible()
    assert dialog.date.remark.isVisible() and "month" in dialog.date.remark.text()
    assert dialog.date.line.hasFocus()
    assert dialog.height() > height
    assert session.store.articles.get(article_id).published == ARTICLE.published


def test_esc_writes_nothing(dialog: ArticleDetails, session: Session, article_id: str) -> None:
    QTest.keyClicks(dialog.fields["publisher"], "Reuters")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.store.articles.get(article_id).publisher == ""


def test_it_says_where_values_came_from_and_what_was_set_aside(dialog: ArticleDetails) -> None:
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "from: first line" in words
    assert "not in the file" in words
    assert "contact: Write to us" in dialog.findChild(QPlainTextEdit).toPlainText()


def test_every_field_has_a_name_and_is_reached_by_tab(dialog: ArticleDetails) -> None:
    fields = dialog.findChildren(QLineEdit) + dialog.findChildren(QComboBox)
    assert all(field.accessibleName() for field in fields)
    reached = set()
    for _ in range(20):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert set(fields) <= reached


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_the_screen_at_every_text_size(
    session: Session, theme: Theme, article_id: str, qtbot, scale: float
) -> None:
    theme.set(scale=scale)
    dialog = ArticleDetails(session, article_id)
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width() and dialog.height() <= room.height()
    assert all(
        field.height() >= field.minimumSizeHint().height()
        for field in dialog.findChildren(QLineEdit)
    )


HINTED = Article(
    "Silence on the alliance",
    "Nobody said anything.",
    published="2020-01-06T14:03:00",
    updated="2020-01-05",
    deck="The deck",
    provenance={"deck": "JSON-LD"},
    proposals=(
        Proposal("publisher", "Harbor Ledger", "masthead"),
        Proposal("byline", "Jane Doe", "document properties"),
    ),
)


@pytest.fixture
def hinted(session: Session, theme: Theme, qtbot) -> ArticleDetails:
    (id,) = session.store.articles.add(Original("b.txt", "text/plain", b"b"), [HINTED])
    dialog = ArticleDetails(session, id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def press(dialog: ArticleDetails, name: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_proposal_is_used_with_one_click_and_keeps_where_it_stood(
    hinted: ArticleDetails, session: Session
) -> None:
    steps = len(session.store.steps())
    press(hinted, "Use: Outlet, Harbor Ledger")
    press(hinted, "Dismiss: Author, Jane Doe")
    QTest.keyClicks(hinted.fields["news_section"], "World")
    ok(hinted)
    (id,) = session.store.articles.ids()
    article = session.store.articles.get(id)
    assert (article.publisher, article.byline, article.news_section) == (
        "Harbor Ledger", "", "World",
    )  # fmt: skip
    assert article.provenance["publisher"] == "masthead"
    assert article.provenance["news_section"] == "entered by hand"
    assert article.proposals == ()
    assert len(session.store.steps()) == steps + 1
    session.undo()
    assert session.store.articles.get(id).proposals == HINTED.proposals


def test_a_proposed_date_is_written_as_the_others_and_kept_with_its_time(
    session: Session, theme: Theme, qtbot
) -> None:
    told = "2020-01-06T14:03:22-05:00"
    undated = Article("Silence", "None spoke.", proposals=(Proposal("published", told, "mail"),))
    (id,) = session.store.articles.add(Original("c.txt", "text/plain", b"c"), [undated])
    dialog = ArticleDetails(session, id)
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, "Use: Publication date, 6 Jan 2020, 14:03 UTC-5")
    assert dialog.date.line.text() == "6 Jan 2020, 14:03 UTC-5"
    ok(dialog)
    article = session.store.articles.get(id)
    assert (article.published, article.provenance["published"]) == (told, "mail")


def test_what_was_clicked_is_forgotten_with_esc(hinted: ArticleDetails, session: Session) -> None:
    press(hinted, "Use: Outlet, Harbor Ledger")
    QTest.keyClick(hinted, Qt.Key.Key_Escape)
    (id,) = session.store.articles.ids()
    assert session.store.articles.get(id).proposals == HINTED.proposals


def test_a_used_value_that_was_then_altered_was_entered_by_hand(
    hinted: ArticleDetails, session: Session
) -> None:
    press(hinted, "Use: Outlet, Harbor Ledger")
    QTest.keyClicks(hinted.fields["publisher"], " Weekly")
    ok(hinted)
    (id,) = session.store.articles.ids()
    article = session.store.articles.get(id)
    assert article.publisher.endswith("Weekly")
    assert article.provenance["publisher"] == "entered by hand"
    assert [p.field for p in article.proposals] == ["byline"]


def test_what_is_odd_is_said_beside_the_field(hinted: ArticleDetails) -> None:
    words = [label.text() for label in hinted.findChildren(QLabel) if label.isVisible()]
    assert "time without zone" in words
    assert "before publication" in words
    assert "from: page data" in words


def test_update_and_deck_are_corrected_too(hinted: ArticleDetails, session: Session) -> None:
    hinted.updated.line.setText("7 Jan 2020")
    hinted.fields["deck"].setText("Another deck")
    ok(hinted)
    (id,) = session.store.articles.ids()
    article = session.store.articles.get(id)
    assert (article.updated, article.deck) == ("2020-01-07", "Another deck")
    assert article.published == HINTED.published
