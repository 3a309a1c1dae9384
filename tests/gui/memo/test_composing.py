"""The memo is composed beside the window, anew after each change."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from briefing_app import memo as memo_package
from briefing_app.domain.outline import Kind
from briefing_app.gui.memo import composing
from briefing_app.gui.memo.composing import Composer, compose
from briefing_app.gui.session import Session
from briefing_app.memo import timeline_picture
from briefing_app.store import Store
from tests.gui.committing import committing


@pytest.fixture
def composer(qtbot, session: Session) -> Composer:
    composer = Composer(session)
    with qtbot.waitSignal(composer.composed, timeout=20_000):
        session.store_replaced.emit()
    return composer


def write(session: Session, text: str) -> None:
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, text)


def test_it_is_what_the_memo_package_builds(qtbot, session: Session, composer: Composer) -> None:
    with qtbot.waitSignal(composer.composed, timeout=20_000):
        write(session, "Our own view.")
    assert composer.current is not None
    assert composer.current.memo == memo_package.build(session.store.snapshot())


def test_it_is_built_in_another_thread(qtbot, session, composer: Composer, monkeypatch) -> None:
    threads: list[int] = []
    build = memo_package.build

    def noting(*arguments: object) -> object:
        threads.append(threading.get_ident())
        return build(*arguments)

    monkeypatch.setattr(memo_package, "build", noting)
    with qtbot.waitSignal(composer.composed, timeout=20_000):
        write(session, "Our own view.")
    assert threads and threading.get_ident() not in threads


def test_many_changes_are_composed_once(qtbot, session: Session, composer: Composer) -> None:
    heard: list[object] = []
    composer.composed.connect(heard.append)
    with qtbot.waitSignal(composer.composed, timeout=20_000):
        for number in range(5):
            write(session, f"View {number}.")
            assert not composer.is_current
    qtbot.waitUntil(lambda: composer.is_current)
    assert len(heard) == 1
    assert "View 4." in str(heard[0].memo.blocks)


def test_a_commit_is_not_waited_for(qtbot, session: Session, composer: Composer) -> None:
    write(session, "Our own view.")
    with committing(session.store):
        composer.set_seen(True)
        composer._begin()
        assert not composer.is_current
    qtbot.waitUntil(lambda: composer.is_current)
    assert "Our own view." in str(composer.current.memo.blocks)


def test_a_change_while_it_is_composed_makes_it_begin_again(
    qtbot, session: Session, composer: Composer, monkeypatch
) -> None:
    begun, released, build = threading.Event(), threading.Event(), memo_package.build

    def held_up(*arguments: object) -> object:
        begun.set()
        assert released.wait(20)
        return build(*arguments)

    monkeypatch.setattr(memo_package, "build", held_up)
    heard: list[object] = []
    composer.composed.connect(heard.append)
    write(session, "First.")
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    write(session, "Second.")
    released.set()
    qtbot.waitUntil(lambda: composer.is_current, timeout=20_000)
    assert [("Second." in str(each.memo.blocks)) for each in heard] == [True]


def test_a_closed_briefing_is_composed_no_more(qtbot, session: Session, composer: Composer) -> None:
    composer.set_seen(True)
    write(session, "Late.")
    composer.stop()
    assert composer.is_current
    assert "Late." not in str(composer.current.memo.blocks)


def test_timelines_are_drawn_after_it_and_only_once(qtbot, sample: Path, monkeypatch) -> None:
    monkeypatch.setattr(composing, "_drawn", {})
    session = Session()
    composer = Composer(session)
    with qtbot.waitSignal(composer.pictured, timeout=30_000) as told:
        session.open(Store.open(sample))
    pictures = composing.pictures_of(told.args[0].memo)
    assert pictures
    assert all(isinstance(told.args[0].pictures[each], QImage) for each in pictures)
    monkeypatch.setattr(timeline_picture, "to_png", None)
    again = compose(session.store.snapshot())
    assert set(again.pictures) == set(pictures)
    composer.stop()
    session.close()
