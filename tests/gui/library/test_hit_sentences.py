"""Sentences of a search, whatever names they use."""

from __future__ import annotations

from briefing_app.gui.library.hit_sentences import sentences
from briefing_app.gui.session import Session


def test_variants_of_a_name_are_found_in_the_open_text(
    session: Session, articles: list[str]
) -> None:
    session.store.aliases.set("restraint", ["conflict"])
    query = session.store.query("restraint")
    found = [hit.text for hit in sentences(session.store, query, articles)]
    assert found == [
        "Allies called for restraint.",
        "They don't want a conflict.",
        "No date, no outlet, but restraint.",
    ]


def test_what_must_not_be_is_no_hit(session: Session, articles: list[str]) -> None:
    query = session.store.query("brent -restraint")
    assert len(sentences(session.store, query, articles)) == 1
