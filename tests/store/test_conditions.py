"""The known outlets and languages, by way of the index."""

from __future__ import annotations

from briefing_app.store.conditions import distinct, speakers


def test_known_values_are_listed_once_in_order(store, import_article):
    assert distinct(store._journal, "publisher") == []
    for name in ("b", "a", "", "b", "ç"):
        import_article(store, body=f"of {name}", publisher=name)
    assert distinct(store._journal, "publisher") == ["a", "b", "ç"]
    assert distinct(store._journal, "language") == []


def test_speakers_are_those_who_are_quoted(work):
    assert speakers(work.store._journal) == ["the admiral"]
