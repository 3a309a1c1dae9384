"""Reading an article of which there is a later version, and putting excerpts onto that by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.version_strip import VersionStrip
from briefing_app.gui.reading.versions_sheet import VersionsSheet
from tests.gui.committing import committing
from tests.gui.reading.hands import select
from tests.gui.reading.texts import LONG, PLAIN

KEY = Qt.Key
LATER = Article(
    "Harbour talks resume in June",
    "The minister said on Tuesday that talks would resume 😀 in June.\n"
    "A new paragraph stands here.\n"
    "“We will not be hurried,” Anna Kovac told reporters in the harbour. “Not by anybody.”",
    publisher="Harbor Ledger",
    published="2020-01-07",
)
KEPT, ALTERED, GONE = (
    "“We will not be hurried,”",
    "talks would resume 😀 in May",
    "The port handled",
)


@pytest.fixture
def versions(session) -> str:
    """Three excerpts of PLAIN, then a later version of it; returns the section filed into."""
    section = session.sections()[0].section.id
    for words in (KEPT, ALTERED, GONE):
        start = PLAIN.body.index(words)
        span = start, start + len(words)
        session.store.entries.file(section, Kind.FACT, PLAIN.id, *span)
    original = Original("later.txt", "text/plain", b"later")
    session.store.articles.add(original, [LATER])
    session.store.articles.make_version(LATER.id, PLAIN.id)
    return section


def strip(pane) -> VersionStrip:
    return pane.findChild(VersionStrip)


def said(pane) -> str:
    return strip(pane)._words.whole


def button(pane, name: str) -> QPushButton:
    return next(b for b in strip(pane).findChildren(QPushButton) if b.text() == name)


def press(pane, name: str) -> None:
    assert button(pane, name).isVisible()
    QTest.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)


def sheet(pane, qtbot) -> VersionsSheet:
    press(pane, "What changed…")
    found = QApplication.activeModalWidget()
    assert isinstance(found, VersionsSheet)
    return found


def exact(session, article_id: str) -> list[str]:
    return [excerpt.exact for excerpt in session.store.excerpts.of_article(article_id)]


def test_an_article_without_versions_says_nothing(pane) -> None:
    assert not strip(pane).isVisible()


def test_both_versions_tell_of_one_another_and_lead_there(pane, session, versions) -> None:
    assert said(pane).startswith("2 passages stayed with the earlier version")
    assert "A later version exists: “Harbour talks resume in June”" in said(pane)
    press(pane, "Later version")
    assert session.article_id == LATER.id
    assert "Later version of “Harbour talks resume”, Harbor Ledger, 6 Jan 2020" in said(pane)
    assert not button(pane, "Later version").isVisible()
    press(pane, "Earlier version")
    assert session.article_id == PLAIN.id


def test_the_strip_appears_with_the_version_and_goes_with_undo(pane, session, versions) -> None:
    assert strip(pane).isVisible()
    session.undo()
    assert not strip(pane).isVisible()
    session.redo()
    session.store.articles.remove([LATER.id])
    assert not strip(pane).isVisible()


def test_during_a_commit_the_strip_stays_for_this_article_and_comes_later_for_another(
    pane, session, versions, qtbot
) -> None:
    told, later = said(pane), session.store.articles.get(LATER.id)
    with committing(session.store):
        pane.versions.refresh()
        assert said(pane) == told
        session.article_id = LATER.id
        pane.versions.show_article(later)
        assert not strip(pane).isVisible()
    qtbot.waitUntil(strip(pane).isVisible)
    assert said(pane).endswith("Later version of “Harbour talks resume”, Harbor Ledger, 6 Jan 2020")


def test_the_sheet_shows_words_that_went_and_came(pane, versions, qtbot) -> None:
    html = sheet(pane, qtbot).text.toHtml()
    assert "line-through" in html
    text = QApplication.activeModalWidget().text.toPlainText()
    assert "MondayTuesday" in text.replace(" ", "")
    assert "A new paragraph stands here." in text
    assert "1 paragraph is the same" in text
    assert "We will not be hurried" not in text


def test_the_sheet_lists_what_was_altered_and_what_has_gone(pane, versions, qtbot) -> None:
    table = sheet(pane, qtbot).table
    rows = [line.split("\t") for line in table.as_text().split("\n")]
    assert [row[0] for row in rows] == [ALTERED, GONE]
    assert rows[1][1:] == ["No longer there", "–"]
    assert rows[0][1:] == ["Altered", "talks would resume 😀 in June"]


def test_the_new_wording_can_be_taken_with_the_entry_following(pane, session, qtbot) -> None:
    words = "The minister said on Monday that talks would resume 😀 in May."
    section = session.sections()[0].section.id
    entry = session.store.entries.file(section, Kind.FACT, PLAIN.id, 0, len(words))
    original = Original("later.txt", "text/plain", b"later")
    session.store.articles.add(original, [LATER])
    session.store.articles.make_version(LATER.id, PLAIN.id)
    shown = sheet(pane, qtbot)
    shown.take_button.click()
    new = "The minister said on Tuesday that talks would resume 😀 in June."
    assert exact(session, LATER.id) == [new]
    assert session.store.entries.get(entry).text == exact(session, LATER.id)[0]
    assert exact(session, PLAIN.id) == []
    assert shown.table.isHidden()
    session.undo()
    assert exact(session, PLAIN.id) == [words]


def test_the_passage_can_be_shown_where_it_stands(pane, session, versions, qtbot) -> None:
    session.open_article(LATER.id)
    shown = sheet(pane, qtbot)
    shown.table.selectRow(1)
    shown.show_button.click()
    assert session.article_id == PLAIN.id
    assert pane.view.caret_position == PLAIN.body.index(GONE)


def test_a_gone_passage_is_chosen_anew_by_hand(pane, session, versions, qtbot) -> None:
    shown = sheet(pane, qtbot)
    shown.table.selectRow(1)
    shown.choose_button.click()
    assert session.article_id == LATER.id
    assert said(pane) == f"Select what stands here instead of “{GONE}”"
    assert not button(pane, "Use this passage").isEnabled()
    select(pane.view, "A new paragraph")
    pane.view.settle()
    assert not pane.tag_bar.isVisible()
    press(pane, "Use this passage")
    assert "A new paragraph" in exact(session, LATER.id)
    assert exact(session, PLAIN.id) == [ALTERED]
    texts = [entry.text for entry in session.store.entries.of_section(versions)]
    assert texts == [KEPT, ALTERED, "A new paragraph"]
    assert "1 passage stayed" in said(pane)
    session.undo()
    assert exact(session, PLAIN.id) == [ALTERED, GONE]


def test_enter_uses_the_passage_digits_file_nothing_and_escape_gives_up(
    pane, session, versions
) -> None:
    ids = [excerpt.id for excerpt in session.store.excerpts.of_article(PLAIN.id)]
    pane.versions.choose(LATER.id, ids[0])
    select(pane.view, "resume")
    QTest.keyClick(pane.view, KEY.Key_2)
    assert len(session.store.entries.cards(session.memo_id)) == 3
    QTest.keyClick(pane.view, KEY.Key_Return)
    assert "resume" in exact(session, LATER.id)
    pane.versions.choose(LATER.id, ids[1])
    QTest.keyClick(pane.view, KEY.Key_Escape)
    assert "Later version of" in said(pane)
    assert exact(session, PLAIN.id) == [GONE]


def test_another_article_ends_the_choosing(pane, session, versions) -> None:
    ids = [excerpt.id for excerpt in session.store.excerpts.of_article(PLAIN.id)]
    pane.versions.choose(LATER.id, ids[0])
    session.open_article(LONG.id)
    session.open_article(LATER.id)
    assert "Later version of" in said(pane)
