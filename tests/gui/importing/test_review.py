"""What may be decided about the files of an import, once it is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.importing.line import Group
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.session import Session
from briefing_app.importing import ImportReport, ImportRow, Likeness, Outcome, Twin
from briefing_app.reading_pool import Wanted


@pytest.fixture
def review(session: Session, qtbot) -> ImportReview:
    """One file that came in and one of two articles that is much like what was there."""
    window = QWidget()
    qtbot.addWidget(window)
    for id, words in (("old", "They met."), ("new", "They met, then."), ("other", "Nobody met.")):
        article = Article("Allies meet", words, id=id, published="2020-01-06")
        session.store.articles.add(Original(id, "text/plain", words.encode()), [article])
    twins = (Twin("new", "old", Likeness.LATER),)
    rows = (
        ImportRow("/in/mail.eml", Outcome.IMPORTED, ("other",)),
        ImportRow("/in/mail.eml/new.txt", Outcome.ALIKE, ("new",), twins=twins),
    )
    files = [Wanted(Path("/in/mail.eml"))]
    return ImportReview(session, Importer(session, window), ImportReport(rows), files)


def test_a_line_tells_its_group_and_what_it_holds(review: ImportReview) -> None:
    mail, inside = review.lines
    assert (mail.group, inside.group) == (Group.IMPORTED, Group.LOOK)
    assert inside.name == "new.txt"
    assert mail.holds(inside.row) and not inside.holds(mail.row)
    assert inside.wanted is mail.wanted
    assert "“Allies meet”" in inside.remark


def test_lines_that_are_made_in_a_thread_are_those_that_are_asked_for(
    review: ImportReview, session: Session, qtbot
) -> None:
    rows, files = review._told
    prepared = ImportReview(session, review._reader, rows, files)
    title = prepared.title
    prepared.prepare()
    qtbot.waitUntil(lambda: prepared._lines is not None)
    assert prepared.lines == review.lines
    assert prepared.title == title and title.endswith("2 files")


def test_a_list_is_looked_through_again_only_after_articles_changed(
    review: ImportReview, session: Session, qtbot
) -> None:
    review.look_again()
    session.store.articles.remove(["other"])
    with qtbot.waitSignal(review.changed):
        review.look_again()
    assert review.lines[0].result == "Taken out"


def test_what_is_kept_stays_where_it_stands_and_waits_no_more(review: ImportReview) -> None:
    review.keep(review.lines)
    assert [line.result for line in review.lines] == ["Imported", "Kept both"]
    assert review.lines[1].group is Group.LOOK
    assert review.lines[1].twins == ()


def test_what_is_skipped_goes_and_comes_back_with_undo(
    review: ImportReview, session: Session, qtbot
) -> None:
    with qtbot.waitSignal(review.changed):
        review.skip(review.lines)
    assert review.lines[1].result == "Skipped"
    assert review.lines[1].row.article_ids == ()
    assert session.store.articles.count() == 2
    session.store.undo()
    assert session.store.articles.count() == 3


def test_the_older_one_gives_way_and_that_is_said(review: ImportReview, session: Session) -> None:
    review.replace_older(review.lines)
    assert review.lines[1].result == "Replaced the older one"
    assert review.lines[1].remark == "The older version gave way."
    assert session.store.articles.rows(["old"]) == []
