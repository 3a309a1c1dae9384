"""Corrected text: excerpts, entries, search and pages go along, and undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.article import Article, Original
from briefing_app.domain.correcting import tidy
from briefing_app.domain.outline import Kind
from briefing_app.errors import BriefingError
from briefing_app.store import Corrected, Store
from tests.store.conftest import BODY


@pytest.fixture
def first(work):
    """Id of the article that the quote rests on; its body is BODY, the quote at 29 to 44."""
    return work.articles[0]


def replaced(store, id, old, new):
    """Correct the only place where `old` stands."""
    body = store.articles.get(id).body
    assert body.count(old) == 1
    return store.articles.correct(id, body.index(old), body.index(old) + len(old), new)


def test_a_correction_is_recorded_on_top_of_the_imported_text(work, first):
    store = work.store
    assert replaced(store, first, "dawn", "noon") == Corrected()
    article = store.articles.get(first)
    assert article.body == BODY.replace("dawn", "noon")
    assert article.imported_body == BODY
    [made] = article.corrections
    assert (made.position, made.removed, made.inserted) == (23, "daw", "noo")
    assert made.made_at.endswith("+00:00")
    assert store.steps()[-1] == "Correct text" and store.check() == []


def test_undo_takes_back_everything_that_a_correction_did(work, first):
    store = work.store
    before = (store.articles.get(first), store.snapshot())
    replaced(store, first, "“We are ready,”", "“We are quite ready,”")
    after = (store.articles.get(first), store.snapshot())
    assert store.undo() == "Correct text"
    assert (store.articles.get(first), store.snapshot()) == before
    store.redo()
    assert (store.articles.get(first), store.snapshot()) == after
    assert store.check() == []


def test_excerpts_behind_a_correction_shift_and_those_before_it_stay(work, first):
    store = work.store
    early = store.excerpts.add(first, 0, 9)
    quote = store.entries.evidence(work.quote)[0].excerpt_id
    assert replaced(store, first, "left port", "left the port") == Corrected()
    assert store.excerpts.get(early).start == 0
    assert store.excerpts.get(early).suffix.startswith(" left the port")
    moved = store.excerpts.get(quote)
    assert (moved.start, moved.exact) == (33, "“We are ready,”")
    assert moved.prefix == store.articles.get(first).body[1:33]
    assert store.check() == []


def test_a_quote_that_is_just_its_excerpt_follows_the_corrected_words(work, first):
    store = work.store
    quote = store.entries.evidence(work.quote)[0].excerpt_id
    told = replaced(store, first, "ready", "prepared")
    assert told == Corrected((quote,), (work.quote,))
    assert store.excerpts.get(quote).exact == "“We are prepared,”"
    assert store.entries.get(work.quote).text == "“We are prepared,”"
    assert store.check() == []


def test_what_the_staffer_worded_is_left_alone(work, first):
    store = work.store
    store.entries.update(work.quote, text="“We [the fleet] are ready”")
    [_] = replaced(store, first, "ready", "prepared").altered
    assert store.entries.get(work.quote).text == "“We [the fleet] are ready”"


def test_nothing_of_a_passage_left_is_refused_and_says_which(work, first):
    store = work.store
    before = store.articles.get(first)
    steps = store.steps()
    with pytest.raises(BriefingError, match="“We are ready,”") as caught:
        replaced(store, first, "“We are ready,” the admiral said.", "")
    assert caught.value.hint
    assert (store.articles.get(first), store.steps()) == (before, steps)


def test_a_text_of_which_nothing_is_left_is_refused(store, import_article):
    id = import_article(store)
    with pytest.raises(BriefingError, match="Fleet leaves"):
        store.articles.correct(id, 0, len(BODY), " \n ")
    assert store.articles.get(id).corrections == ()


def test_a_correction_that_alters_nothing_is_no_step(work, first):
    steps = work.store.steps()
    assert work.store.articles.correct(first, 0, 3, " The ") == Corrected()
    assert work.store.steps() == steps
    assert work.store.articles.get(first).corrections == ()


def test_a_missing_article_and_a_range_outside_the_text_are_errors(work, first):
    with pytest.raises(KeyError):
        work.store.articles.correct("gone", 0, 1, "x")
    with pytest.raises(ValueError, match="no range"):
        work.store.articles.correct(first, 0, 10_000, "x")


def test_search_and_equal_texts_know_the_corrected_text(work, first):
    store = work.store
    replaced(store, first, "dawn", "sunrise")
    assert store.find("sunrise").ids == [first] and store.find("dawn").ids == []
    assert store.articles.with_same_text(BODY.replace("dawn", "sunrise")) == [first]
    assert store.articles.with_same_text(BODY) == []
    store.undo()
    assert store.find("dawn").ids == [first] and store.articles.with_same_text(BODY) == [first]


def test_a_paragraph_can_be_removed_and_pages_go_along(store):
    article = Article("h", "One.\nPhoto: a ship.\nTwo.\nThree.", page_starts=(0, 20, 25))
    [id] = store.articles.add(Original("a.pdf", "application/pdf", b"x"), [article])
    store.articles.correct(id, 5, 19, "")
    assert store.articles.get(id).body == "One.\nTwo.\nThree."
    assert store.articles.get(id).page_starts == (0, 5, 10)


def test_a_correction_can_be_taken_back_after_others(work, first):
    store = work.store
    replaced(store, first, "The fleet", "The whole fleet")
    replaced(store, first, "ready", "prepared")
    replaced(store, first, "Nobody", "No one")
    [altered] = store.articles.take_back_correction(first, 1).altered
    article = store.articles.get(first)
    assert article.body == BODY.replace("The fleet", "The whole fleet").replace("Nobody", "No one")
    assert len(article.corrections) == 2 and article.imported_body == BODY
    assert store.excerpts.get(altered).exact == store.entries.get(work.quote).text
    assert store.excerpts.get(altered).exact == "“We are ready,”"
    assert store.undo() == "Take back correction"
    assert "prepared" in store.articles.get(first).body
    assert store.check() == []
    with pytest.raises(IndexError):
        store.articles.take_back_correction(first, 3)


def test_a_correction_of_words_that_were_corrected_again_waits_for_that_one(work, first):
    store = work.store
    replaced(store, first, "dawn", "early morning")
    replaced(store, first, "morning", "evening")
    with pytest.raises(BriefingError, match="corrected again"):
        store.articles.take_back_correction(first, 0)
    store.articles.take_back_correction(first, 1)
    store.articles.take_back_correction(first, 0)
    assert store.articles.get(first) == replace(
        store.articles.get(first), body=BODY, corrections=()
    )


def test_corrections_go_with_their_article_and_come_back_with_it(work, first):
    store = work.store
    replaced(store, first, "dawn", "noon")
    before = store.articles.get(first)
    store.articles.remove([first])
    assert store._journal.rows("SELECT * FROM correction") == []
    store.undo()
    assert store.articles.get(first) == before


WORDS = st.lists(st.sampled_from(["the fleet", "left", "é", "中文", "😀", "port.", "\n", " "]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_after_random_corrections_every_excerpt_stands_and_all_can_be_undone(tmp_path, data):
    path = tmp_path / "random.briefing"
    path.unlink(missing_ok=True)
    imported = tidy(" ".join(data.draw(WORDS))) or "text"
    with Store.create(path, "Random") as store:
        section = store.sections.add(store.memos.all()[0].id, "Section")
        original = Original("a.txt", "text/plain", b"a")
        [id] = store.articles.add(original, [Article("h", imported, page_starts=(0,))])
        for _ in range(3):
            start = data.draw(st.integers(0, len(imported) - 1))
            end = data.draw(st.integers(start + 1, len(imported)))
            store.entries.file(section, Kind.QUOTE, id, start, end)
        before = (store.articles.get(id), store.snapshot())
        steps = len(store.steps())
        for _ in range(3):
            body = store.articles.get(id).body
            start = data.draw(st.integers(0, len(body)))
            end = data.draw(st.integers(start, len(body)))
            try:
                store.articles.correct(id, start, end, " ".join(data.draw(WORDS)))
            except BriefingError:
                continue
            after = store.articles.get(id)
            assert after.imported_body == imported and tidy(after.body) == after.body
            for excerpt in store.excerpts.of_article(id):
                assert after.body[excerpt.start : excerpt.end] == excerpt.exact
        assert store.check() == []
        done = (store.articles.get(id), store.snapshot())
        count = len(store.steps()) - steps
        for _ in range(count):
            store.undo()
        assert (store.articles.get(id), store.snapshot()) == before
        for _ in range(count):
            store.redo()
        assert (store.articles.get(id), store.snapshot()) == done
        assert store.check() == []
