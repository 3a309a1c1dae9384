"""Articles of older files come to be recognised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from briefing_app.analysis.overlap import fingerprint
from briefing_app.gui import fingerprinting
from briefing_app.gui.fingerprinting import AT_ONCE, Fingerprinting
from briefing_app.gui.session import Session
from briefing_app.store import Store
from tests.benchmarks.measuring import articles, put


def test_every_article_gets_a_fingerprint_without_a_step_or_a_word(
    store: Store, qapp, qtbot
) -> None:
    texts = list(articles(2 * AT_ONCE + 3))
    put(store, texts)
    session = Session()
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.notified.connect(heard.append)
    work = Fingerprinting(session)
    session.open(store)
    steps = store.steps()
    qtbot.waitUntil(lambda: not work.is_running)
    assert store.articles.without_fingerprint() == []
    for text in texts:
        assert store.articles.similar(fingerprint(text.body))[0].article_id == text.id
    assert (store.steps(), heard, store.check()) == (steps, [], [])


def test_a_briefing_that_is_only_read_is_left_alone(store: Store, qapp, qtbot) -> None:
    put(store, list(articles(2)))
    store.close()
    session = Session()
    work = Fingerprinting(session)
    session.open(Store.open(store.path, read_only=True))
    qtbot.waitUntil(lambda: not work.is_running)
    assert len(session.store.articles.without_fingerprint()) == 2
    session.close()


def test_an_import_goes_first(store: Store, qapp, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprinting, "IMPORT_MS", 1)
    put(store, list(articles(2)))
    session = Session()
    session.others_write = True
    work = Fingerprinting(session)
    session.open(store)
    qtbot.waitUntil(lambda: work._next.interval() == fingerprinting.IMPORT_MS)
    assert len(store.articles.without_fingerprint()) == 2
    assert work.is_running
    session.others_write = False
    qtbot.waitUntil(lambda: not work.is_running)
    assert store.articles.without_fingerprint() == []
    session.close()


def test_a_briefing_that_is_closed_meanwhile_is_let_go(store: Store, qapp, qtbot) -> None:
    put(store, list(articles(3 * AT_ONCE)))
    session = Session()
    work = Fingerprinting(session)
    session.open(store)
    work._go_on()
    session.close()
    qtbot.waitUntil(lambda: not work.is_running)
    with Store.open(store.path) as found:
        assert found.check() == []


def test_nothing_follows_once_its_window_is_gone(store: Store, qapp, qtbot) -> None:
    put(store, list(articles(3 * AT_ONCE)))
    session, window = Session(), QObject()
    work = Fingerprinting(session, window)
    session.open(store)
    work._go_on()
    session.close()
    delete(window)
    qtbot.waitUntil(lambda: work._task is None)
    with Store.open(store.path) as found:
        assert found.check() == []


def test_it_can_be_stopped(store: Store, qapp) -> None:
    put(store, list(articles(2)))
    session = Session()
    work = Fingerprinting(session)
    session.open(store)
    assert work.is_running
    work.stop()
    assert not work.is_running
    session.close()
