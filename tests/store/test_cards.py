"""What the outline and the reading pane draw."""

from __future__ import annotations

from briefing_app.domain.outline import Kind, Stance


def test_cards_come_in_reading_order_with_their_first_source(work):
    store, talks = work.store, work.sections[1]
    quote, text, fact = store.entries.cards(work.memo)
    assert [card.entry.id for card in (quote, text, fact)] == [work.quote, work.text, work.fact]
    assert (quote.speaker, quote.article_id, quote.publisher, quote.published) == (
        "the admiral", work.articles[0], "Reuters", "2020-01-06",
    )  # fmt: skip
    assert (quote.sources, quote.contradicting) == (1, 0)
    assert (text.excerpt_ids, text.article_id, text.speaker, text.sources) == ((), "", "", 0)
    store.sections.move(talks, None, 0)
    assert [c.entry.id for c in store.entries.cards(work.memo)] == [
        work.fact,
        work.quote,
        work.text,
    ]


def test_a_card_counts_articles_for_and_against(work):
    store, (first, second) = work.store, work.articles
    again = store.excerpts.add(first, 0, 9)
    against = store.excerpts.add(second, 0, 5)
    store.entries.add_evidence(work.quote, against, Stance.CONTRADICTING)
    store.entries.add_evidence(work.quote, again)
    [card] = store.entries.cards(work.memo, [work.quote])
    assert (card.sources, card.contradicting) == (1, 1)
    assert card.excerpt_ids[1:] == (against, again)


def test_a_card_that_is_only_contradicted_has_no_source(work):
    store = work.store
    against = store.excerpts.add(work.articles[1], 0, 5)
    store.entries.add_evidence(work.text, against, Stance.CONTRADICTING)
    [card] = store.entries.cards(work.memo, [work.text])
    assert (card.article_id, card.sources, card.contradicting) == ("", 0, 1)


def test_cards_of_gone_entries_and_other_memos_are_left_out(work):
    assert work.store.entries.cards(work.memo, ["nothing"]) == []
    assert work.store.entries.cards(work.store.memos.add("Other")) == []


def test_marks_are_one_for_each_entry_on_a_passage_by_start(work):
    store, (first, _) = work.store, work.articles
    early = store.entries.file(work.sections[1], Kind.FACT, first, 0, 9)
    shared = store.entries.evidence(work.quote)[0].excerpt_id
    store.entries.add_evidence(work.fact, shared)
    marks = store.entries.marks(first, work.memo)
    assert [(m.entry_id, m.start, m.end, m.kind) for m in marks] == [
        (early, 0, 9, Kind.FACT),
        (work.quote, 29, 44, Kind.QUOTE),
        (work.fact, 29, 44, Kind.FACT),
    ]
    assert [m.section_id for m in marks] == [work.sections[i] for i in (1, 0, 1)]
    assert store.entries.marks(first, store.memos.add("Other")) == []


def test_a_card_counts_the_origins_of_its_articles(work):
    store, (first, second) = work.store, work.articles
    store.entries.add_evidence(work.quote, store.excerpts.add(second, 0, 5))
    [card] = store.entries.cards(work.memo, [work.quote])
    assert (card.sources, card.origins) == (2, 2)
    for article in (first, second):
        store.articles.update(article, origin="The admiral’s statement")
    [card] = store.entries.cards(work.memo, [work.quote])
    assert (card.sources, card.origins) == (2, 1)


def test_wordings_are_the_passages_that_support_an_entry_with_what_is_around_them(work):
    store, (first, second) = work.store, work.articles
    store.entries.add_evidence(work.quote, store.excerpts.add(first, 0, 9))
    against = store.excerpts.add(second, 0, 5)
    store.entries.add_evidence(work.quote, against, Stance.CONTRADICTING)
    body = store.articles.get(first).body
    found = store.entries.wordings([work.quote, work.text], 5)
    assert {id: [(w.exact, w.around) for w in told] for id, told in found.items()} == {
        work.quote: [(body[29:44], body[24:49]), (body[:9], body[:14])]
    }
