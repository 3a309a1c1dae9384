"""Queries find the articles and entries that they mean, and never raise."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.outline import Kind


@pytest.fixture
def press(store, import_article):
    """Ids by a short name; the first is used in “Naval”, read, and has a later version."""
    particulars = {
        "old": {"body": "Soleimani was killed in Baghdad.", "publisher": "Reuters",
                    "published": "2020-01-03T09:00:00+03:00", "language": "en"},
        "new": {"body": "Suleimani was killed, officials said.", "publisher": "Reuters",
                    "published": "2020-01-06", "language": "en-GB"},
        "fa": {"body": "سلیمانی در بغداد کشته شد", "publisher": "Fars", "published": "2020-01",
               "language": "fa"},
        "bare": {"body": "Oil rose in Baghdad and Basra.", "headline": "Oil"},
    }  # fmt: skip
    ids = {
        name: import_article(store, **({"headline": name} | fields))
        for name, fields in particulars.items()
    }
    store.articles.make_version(ids["new"], ids["old"])
    section = store.sections.add(store.memos.all()[0].id, "Naval matters")
    store.sections.add(store.memos.all()[0].id, "Outlook")
    store.entries.file(section, Kind.FACT, ids["old"], 0, 9, speaker="Qasem Soleimani")
    store.articles.mark_read(ids["old"])
    return ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "new old fa bare"),
        ("baghdad", "old bare"),
        ("baghdad OR officials", "new old bare"),
        ("baghdad -oil", "old"),
        ("NOT baghdad", "new fa"),
        ("killed (baghdad OR basra)", "old"),
        ("outlet:reuters", "new old"),
        ("outlet:REUT", "new old"),
        ("-outlet:reuters", "fa bare"),
        ("outlet:fars OR baghdad", "old fa bare"),
        ("date:2020", "new old fa"),
        ("date:2020-01-03", "old"),
        ("date:2020-01-03..2020-01-05", "old"),
        ("date:>2020-01-03", "new"),
        ("date:<2020-01-06", "old fa"),
        ("date:<=2020-01-06", "new old fa"),
        ("date:soon", ""),
        ("language:en", "new old"),
        ("language:FA", "fa"),
        ("speaker:soleimani", "old"),
        ("section:naval", "old"),
        ("section:1", "old"),
        ("section:2", ""),
        ("is:unread", "new fa bare"),
        ("is:read", "old"),
        ("is:tagged", "old"),
        ("is:incomplete", "bare"),
        ("is:earlier", "old"),
        ("-is:earlier baghdad", "bare"),
        ("is:urgent", ""),
        ("killed outlet:reuters is:unread", "new"),
        ("soleimani", "old"),
        ("سليماني", "fa"),
        ("😀", ""),
    ],
)
def test_a_query_means_some_articles(store, press, text, expected):
    names = {id: name for name, id in press.items()}
    found = [names[id] for id in store.find(text).ids]
    assert found == expected.split()
    if text:
        hits = [hit.article_id for hit in store.search(text)]
        assert sorted(hits) == sorted(press[name] for name in found)


def test_names_are_found_in_all_their_forms(store, press):
    store.aliases.set("Soleimani", ["Suleimani", "سلیمانی"])
    for typed in ("soleimani", "SULEIMANI", "سليماني", '"soleimani"'):
        assert set(store.find(typed).ids) == {press["old"], press["new"], press["fa"]}
    assert store.find("killed -suleimani").ids == []
    marked = {hit.snippet[s:e] for hit in store.search("suleimani") for s, e in hit.marks}
    assert marked == {"Soleimani", "Suleimani", "سلیمانی"}


def test_what_conditions_hide_is_counted(store, press):
    assert store.find("killed is:unread").hidden == 1
    assert store.find("killed").hidden == 0
    assert store.find("is:tagged").hidden == 3
    assert store.find("killed -outlet:reuters").hidden == 2


@pytest.mark.parametrize("sort", ["newest", "oldest", "headline", "outlet", "added"])
def test_every_order_finds_the_same(store, press, sort):
    for text in ("", "baghdad OR killed", "is:unread", "-outlet:fars"):
        assert sorted(store.find(text, sort).ids) == sorted(store.find(text).ids)


def test_an_unknown_order_is_refused(store):
    with pytest.raises(KeyError):
        store.find("", "size")


def test_entries_are_found_by_text_note_and_translation(store, press):
    section = store.sections.of_memo(store.memos.all()[0].id)[1].section.id
    noted = store.entries.add(section, Kind.TEXT, "More is expected.", note="Ask the embassy")
    put = store.entries.add(section, Kind.QUOTE, "« Calme »")
    store.entries.update(put, translation="Embassy staff stay calm")
    found = [(hit.entry_id, hit.field, hit.shown) for hit in store.find_entries("embass*")]
    assert found == [
        (noted, "note", "Ask the embassy"),
        (put, "translation", "Embassy staff stay calm"),
    ]
    assert [hit.entry_id for hit in store.find_entries("embassy section:outlook -staff")] == [noted]
    store.entries.remove([noted])
    assert [hit.entry_id for hit in store.find_entries("embassy")] == [put]
    store.undo()
    assert len(store.find_entries("embassy")) == 2 and store.check() == []


def test_entries_are_found_by_who_speaks_and_what_they_rest_on(store, press):
    assert len(store.find_entries("speaker:soleimani")) == 1
    assert len(store.find_entries("soleimani outlet:reuters")) == 1
    assert store.find_entries("soleimani outlet:fars") == []
    assert store.find_entries("outlet:reuters") == store.find_entries("") == []


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=30)
    | st.text('“"*:^()-+. \0ANDORNTaisdteul<>20', max_size=30)
    | st.lists(st.sampled_from(
        ["outlet:", "date:", "is:unread", "section:1", "(", ")", "OR", "AND", "NOT", "-", '"',
         "baghdad", "oil*", "speaker:x", "language:en", "سلیمانی", "\0", "a:b"]), max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_no_input_raises(store, press, typed):
    found = store.find(typed)
    assert len(found.ids) == len(set(found.ids)) and found.hidden >= 0
    assert {hit.article_id for hit in store.search(typed)} <= set(found.ids)
    assert all(hit.shown for hit in store.find_entries(typed))
