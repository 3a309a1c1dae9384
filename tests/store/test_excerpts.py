"""Passages are kept verbatim, with the context that finds them again."""

from __future__ import annotations

import pytest

from briefing_app.domain.selector import locate


def test_an_excerpt_holds_the_passage_and_its_context(store, import_article):
    article = import_article(store, body="😀 A long way. The end.")
    id = store.excerpts.add(
        article, 2, 13, speaker="A", cue="said", event_time="2020", credibility="2"
    )
    excerpt = store.excerpts.get(id)
    assert (excerpt.prefix, excerpt.exact, excerpt.suffix) == ("😀 ", "A long way.", " The end.")
    assert (excerpt.speaker, excerpt.cue, excerpt.event_time, excerpt.credibility) == (
        "A", "said", "2020", "2",
    )  # fmt: skip
    position = locate(excerpt.selector, store.articles.get(article).body)
    assert (position.start, position.end) == (2, 13)


def test_excerpts_of_an_article_come_in_the_order_of_the_text(store, import_article):
    article = import_article(store)
    ids = [store.excerpts.add(article, start, end) for start, end in ((9, 12), (0, 5), (0, 3))]
    assert [e.id for e in store.excerpts.of_article(article)] == ids[::-1]
    assert store.excerpts.of_article("nothing") == []


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 4), (0, 10_000), (5, 2)])
def test_a_passage_outside_the_text_is_refused(store, import_article, start, end):
    article = import_article(store)
    with pytest.raises(ValueError, match="passage"):
        store.excerpts.add(article, start, end)
    assert store.steps() == ["Import article"]


def test_unknown_articles_excerpts_and_details_are_refused(store, import_article):
    article = import_article(store)
    with pytest.raises(KeyError):
        store.excerpts.add("nothing", 0, 1)
    with pytest.raises(KeyError):
        store.excerpts.get("nothing")
    with pytest.raises(ValueError, match="exact"):
        store.excerpts.add(article, 0, 3, exact="other")


def test_moving_the_bounds_takes_the_wording_along(store, import_article):
    article = import_article(store, body="One two three four")
    id = store.excerpts.add(article, 4, 7, speaker="A")
    store.excerpts.update(id, end=13)
    excerpt = store.excerpts.get(id)
    assert (excerpt.exact, excerpt.suffix, excerpt.speaker) == ("two three", " four", "A")
    store.undo()
    assert store.excerpts.get(id).exact == "two"


def test_setting_a_detail_to_what_it_is_makes_no_step(store, import_article):
    id = store.excerpts.add(import_article(store), 0, 3, speaker="A")
    steps = store.steps()
    store.excerpts.update(id, speaker="A", start=0)
    assert store.steps() == steps
    store.excerpts.update(id, speaker="B")
    assert store.excerpts.get(id).speaker == "B"
    with pytest.raises(ValueError, match="article_id"):
        store.excerpts.update(id, article_id="x")


def test_known_speakers_come_most_quoted_first(store, import_article):
    article = import_article(store)
    for speaker in ("Rare", "Often", "", "Often", "Also rare"):
        store.excerpts.add(article, 0, 3, speaker=speaker)
    assert store.excerpts.speakers() == ["Often", "Also rare", "Rare"]


def test_a_moved_passage_takes_the_entries_along_that_said_just_that(store, import_article):
    article = import_article(store, body="One two three four")
    section = store.sections.add(store.memos.all()[0].id, "Section")
    verbatim = store.entries.file(section, "quote", article, 4, 7)
    own = store.entries.file(section, "fact", article, 4, 7, text="There are two.")
    id = store.entries.evidence(verbatim)[0].excerpt_id
    assert store.excerpts.move(id, 4, 13) == [verbatim]
    assert store.excerpts.get(id).exact == "two three"
    assert store.entries.get(verbatim).text == "two three"
    assert store.excerpts.move(store.entries.evidence(own)[0].excerpt_id, 0, 7) == []
    assert store.entries.get(own).text == "There are two."
    assert store.check() == []


def test_moves_of_one_group_are_undone_at_once(store, import_article):
    article = import_article(store, body="One two three four")
    id = store.excerpts.add(article, 4, 7)
    for end in (9, 11, 13):
        store.excerpts.move(id, 4, end, group=id)
    assert store.undo() == "Move passage"
    assert store.excerpts.get(id).exact == "two"


def test_a_passage_can_move_to_another_article(store, import_article):
    first, second = import_article(store), import_article(store, body="What it says now.")
    id = store.excerpts.add(first, 0, 3, speaker="A")
    store.excerpts.move(id, 0, 4, second)
    moved = store.excerpts.get(id)
    assert (moved.article_id, moved.exact, moved.speaker) == (second, "What", "A")
    with pytest.raises(ValueError, match="passage"):
        store.excerpts.move(id, 0, 99)
    assert store.excerpts.get(id) == moved
