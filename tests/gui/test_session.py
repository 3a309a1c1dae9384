"""What the user is looking at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.gui.session import MANY_ROWS, Notice, Session
from briefing_app.store import Store
from tests.gui.committing import committing

BODY = "Ambassadors met on Monday.\n“We are united,” he said."


@pytest.fixture
def opened(qapp, store: Store) -> Iterator[Session]:
    session = Session()
    session.open(store)
    yield session
    session.close()


def add_article(store: Store, headline: str = "NATO meets") -> str:
    original = Original("a.txt", "text/plain", headline.encode())
    return store.articles.add(original, [Article(headline, BODY)])[0]


def test_a_change_reaches_everybody_once(qtbot, opened: Session) -> None:
    heard = []
    opened.changed.connect(heard.append)
    opened.store.sections.add(opened.memo_id, "Background")
    assert [set(change.rows) for change in heard] == [{"section"}]


def test_opening_an_article_marks_it_read_without_an_undo_step(qtbot, opened: Session) -> None:
    id = add_article(opened.store)
    steps = opened.store.steps()
    with qtbot.waitSignal(opened.article_opened):
        opened.open_article(id)
    assert opened.store.articles.rows([id])[0].is_read
    assert opened.store.steps() == steps


def test_showing_a_passage_opens_its_article(qtbot, opened: Session) -> None:
    section = opened.store.sections.add(opened.memo_id, "Position")
    first, second = add_article(opened.store, "one"), add_article(opened.store, "two")
    opened.open_article(first)
    opened.store.entries.file(section, Kind.FACT, second, 0, 11)
    excerpt = opened.store.excerpts.of_article(second)[0]
    with qtbot.waitSignal(opened.passage_shown) as shown:
        opened.show_passage(excerpt.id)
    assert opened.article_id == second
    assert shown.args == [excerpt.id]


def test_the_target_moves_when_its_section_is_deleted_and_nothing_is_left(
    qtbot, opened: Session
) -> None:
    one = opened.store.sections.add(opened.memo_id, "One")
    two = opened.store.sections.add(opened.memo_id, "Two")
    opened.move_target(two)
    opened.store.sections.remove(two)
    assert opened.target_id == one
    opened.store.sections.remove(one)
    assert opened.target_id == ""


def test_a_deleted_article_is_no_longer_shown(qtbot, opened: Session) -> None:
    id = add_article(opened.store)
    opened.open_article(id)
    with qtbot.waitSignal(opened.article_opened) as signal:
        opened.store.articles.remove([id])
    assert signal.args == [""]


def test_what_the_user_can_act_on_becomes_a_notice(qtbot, opened: Session) -> None:
    def fail() -> None:
        raise UnreadableFile("The file “a.txt” is empty.", "Choose another.")

    with qtbot.waitSignal(opened.notified) as signal:
        assert not opened.attempt(fail)
    assert signal.args[0].text == "The file “a.txt” is empty. Choose another."
    assert signal.args[0].is_problem


def test_a_fault_of_the_program_is_not_hidden(opened: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        opened.attempt(lambda: 1 / 0)


def test_another_briefing_takes_the_place_of_the_first(
    qtbot, opened: Session, tmp_path: Path
) -> None:
    former = opened.store
    with qtbot.waitSignal(opened.store_replaced):
        opened.open(Store.create(tmp_path / "other.briefing", "Other"))
    assert opened.store.title == "Other"
    Store.open(former.path).close()
    heard = []
    opened.changed.connect(heard.append)
    opened.store.sections.add(opened.memo_id, "Background")
    assert len(heard) == 1


def test_undo_and_redo_go_through_the_store(opened: Session) -> None:
    opened.store.sections.add(opened.memo_id, "Background")
    opened.undo()
    assert opened.sections() == ()
    opened.redo()
    assert [placed.section.title for placed in opened.sections()] == ["Background"]


def test_without_a_briefing_there_is_no_store() -> None:
    session = Session()
    assert not session.has_store
    assert not session.can_write
    with pytest.raises(RuntimeError):
        _ = session.store


def test_what_is_undone_and_done_again_is_said_and_can_be_turned_back(
    session: Session, notices: list[Notice]
) -> None:
    session.store.sections.add(session.memo_id, "Reactions")
    session.undo()
    assert (notices[-1].text, notices[-1].action) == ("Undone: add section", "Redo")
    notices[-1].run()
    assert (notices[-1].text, notices[-1].action) == ("Done again: add section", "Undo")
    notices[-1].run()
    assert session.store.redo_label == "Add section"


def test_a_notice_of_an_undone_step_does_not_do_another_one_again(
    session: Session, notices: list[Notice]
) -> None:
    session.store.sections.add(session.memo_id, "Reactions")
    session.undo()
    offer = notices[-1]
    session.store.sections.add(session.memo_id, "Another")
    offer.run()
    assert session.store.undo_label == "Add section"
    assert not session.store.can_redo


def test_with_nothing_to_undo_nothing_is_said(session: Session, notices: list[Notice]) -> None:
    session.undo()
    session.redo()
    assert notices == []


def test_the_entry_that_gets_evidence_is_told_once_and_forgotten_with_the_briefing(
    session: Session, qtbot
) -> None:
    with qtbot.waitSignal(session.entry_marked) as told:
        session.mark_entry("an entry")
    assert told.args == ["an entry"]
    with qtbot.assertNotEmitted(session.entry_marked):
        session.mark_entry("an entry")
    former = session.store.path
    session.close()
    session.open(Store.open(former))
    assert session.entry_id == ""


def many_articles(store: Store) -> list[str]:
    """Articles of one step that is too large to be undone at once."""
    articles = [Article(f"Report {n}", f"Words of {n}.") for n in range(MANY_ROWS // 2)]
    return store.articles.add(Original("all.txt", "text/plain", b"all"), articles)


def test_a_large_step_is_undone_and_done_again_while_the_window_goes_on(
    qtbot, opened: Session
) -> None:
    ids, turns, told = many_articles(opened.store), [], []
    opened.notified.connect(lambda notice: told.append(notice.text))
    tick = QTimer(interval=0)
    tick.timeout.connect(lambda: turns.append(opened.store.articles.count()))
    tick.start()
    for run, said, left in (
        (opened.undo, "Undone: import 200 articles", 0),
        (opened.redo, "Done again: import 200 articles", len(ids)),
    ):
        turns.clear()
        run()
        assert opened.is_occupied
        qtbot.waitUntil(lambda: not opened.is_occupied)
        assert set(turns) <= {0, len(ids)} and turns
        assert told[-1] == said
        assert opened.store.articles.count() == left


def test_everybody_hears_of_a_long_change_before_its_end_is_told(qtbot, opened: Session) -> None:
    heard: list[str] = []
    opened.changed.connect(lambda change: heard.append(change.label))
    rename = partial(opened.store.rename, "Another")
    opened.carry_out(rename, "Renaming…", lambda _result: heard.append("done"))
    assert heard == []
    qtbot.waitUntil(lambda: not opened.is_occupied)
    assert heard == ["Rename briefing", "done"]


def test_a_long_change_that_fails_is_told_and_lets_the_user_go_on(qtbot, opened: Session) -> None:
    told: list[Notice] = []
    opened.notified.connect(told.append)

    def fail() -> None:
        raise BriefingError("The disk is full.")

    opened.carry_out(fail, "Trying…", lambda _result: pytest.fail("it is not done"))
    qtbot.waitUntil(lambda: not opened.is_occupied)
    assert [(notice.text, notice.is_problem) for notice in told] == [
        ("Trying…", False), ("The disk is full.", True),
    ]  # fmt: skip


def test_a_briefing_that_is_closed_in_the_midst_of_a_long_change_has_it(
    qtbot, opened: Session
) -> None:
    path = opened.store.path
    many_articles(opened.store)
    opened.undo()
    opened.close()
    qtbot.waitUntil(lambda: not opened.is_occupied)
    with Store.open(path) as store:
        assert store.articles.count() in (0, MANY_ROWS // 2)
        assert store.check() == []


def test_only_one_long_change_is_carried_out_at_a_time(qtbot, opened: Session) -> None:
    opened.carry_out(partial(opened.store.rename, "One"), "…", lambda _result: None)
    with pytest.raises(RuntimeError, match="another change"):
        opened.carry_out(partial(opened.store.rename, "Two"), "…", lambda _result: None)
    qtbot.waitUntil(lambda: not opened.is_occupied)
    assert opened.store.title == "One"


def test_while_an_import_runs_an_article_is_marked_read_without_waiting(
    qtbot, opened: Session
) -> None:
    id = add_article(opened.store)
    opened.others_write = True
    with qtbot.waitSignal(opened.changed) as heard:
        opened.open_article(id)
        assert opened.article_id == id
        assert not heard.signal_triggered
    assert heard.args[0].rows == {"reading": frozenset({id})}
    assert opened.store.articles.rows([id])[0].is_read


def test_during_a_commit_of_an_import_the_last_article_asked_for_is_opened_after_it(
    qtbot, opened: Session
) -> None:
    first, second = add_article(opened.store, "one"), add_article(opened.store, "two")
    seen: list[str] = []
    opened.article_opened.connect(seen.append)
    opened.others_write = True
    with committing(opened.store):
        opened.open_article(first)
        opened.open_article(second)
        assert (opened.article_id, seen) == ("", [])
    qtbot.waitUntil(lambda: opened.article_id == second)
    qtbot.waitUntil(lambda: opened.store.articles.rows([second])[0].is_read)
    assert seen == [second]
