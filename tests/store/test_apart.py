"""A search in another thread finds what the store itself finds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing_app.store import Store
from briefing_app.store.turns import Stopped


@pytest.fixture
def fleet(store, import_article):
    return [
        import_article(store, body=f"fleet {n}", published=f"2020-01-0{9 - n}") for n in range(5)
    ]


def test_it_finds_the_same_in_another_thread(store, fleet):
    with ThreadPoolExecutor(1) as pool:
        for text, sort in (("fleet", "newest"), ("-fleet", "added"), ("", "oldest")):
            search = store.search_apart(text, sort)
            assert pool.submit(search.all).result() == store.find(text, sort)
        first = pool.submit(store.search_apart("fleet").first, 2).result()
    assert first == fleet[:2:-1]


def test_a_stopped_search_finds_nothing_more(store, fleet):
    search = store.search_apart("fleet")
    search.stop()
    with pytest.raises(Stopped):
        search.all()
    assert len(store.search_apart("fleet").all().ids) == 5


def test_names_are_known_there_too(store, import_article):
    id = import_article(store, body="Suleimani")
    store.aliases.set("Soleimani", ["Suleimani"])
    assert store.search_apart("soleimani").all().ids == [id]


def test_a_briefing_open_for_reading_is_searched_too(store, fleet):
    with Store.open(store.path, read_only=True) as reading:
        assert reading.search_apart("fleet").first(9) == fleet[::-1]
