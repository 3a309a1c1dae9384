"""Sections in figures."""

from __future__ import annotations

from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.store.glances import Glance


def test_a_section_counts_its_entries_and_what_they_rest_on(work):
    naval, talks = work.sections
    glances = work.store.sections.glances(work.memo)
    assert glances == {
        naval: Glance(2, 1, 1, "2020-01-06", 0, 0),
        talks: Glance(1, 1, 0, "", 1, 0),
    }


def test_an_empty_section_says_so_and_a_sub_section_counts_for_itself(work):
    store = work.store
    below = store.sections.add(work.memo, "Below", work.sections[0])
    assert store.sections.glances(work.memo)[below] == Glance()
    assert store.sections.glances(work.memo)[below].is_empty
    store.entries.add(below, Kind.FACT, "Said by nobody.")
    glances = store.sections.glances(work.memo)
    assert glances[below] == Glance(entries=1, unsourced=1)
    assert glances[work.sections[0]].entries == 2


def test_articles_of_one_origin_leave_a_fact_single_sourced(work):
    store, (first, second) = work.store, work.articles
    talks = work.sections[1]
    store.entries.add_evidence(work.fact, store.excerpts.add(first, 0, 9))
    assert store.sections.glances(work.memo)[talks] == Glance(1, 2, 1, "2020-01-06", 0, 0)
    store.articles.update(first, origin="The press conference")
    store.articles.update(second, origin="the press conference")
    assert store.sections.glances(work.memo)[talks] == Glance(1, 1, 1, "2020-01-06", 1, 0)


def test_what_only_speaks_against_an_entry_is_no_source_of_it(work):
    store = work.store
    [tie] = store.entries.evidence(work.fact)
    store.entries.set_stance(tie.id, Stance.CONTRADICTING)
    assert store.sections.glances(work.memo)[work.sections[1]] == Glance(entries=1, unsourced=1)


def test_own_prose_is_unsourced_only_where_it_judges(work):
    naval = work.sections[0]
    assert work.store.sections.glances(work.memo)[naval].unsourced == 0
    work.store.sections.set_layout(naval, Layout.JUDGMENTS)
    assert work.store.sections.glances(work.memo)[naval].unsourced == 1


def test_other_memos_have_sections_of_their_own(work):
    other = work.store.memos.add("Other")
    assert work.store.sections.glances(other) == {}
