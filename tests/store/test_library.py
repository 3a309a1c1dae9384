"""What the library lists, in every order and through every filter."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Proposal


@pytest.fixture
def four(store, import_article):
    """Ids by a short name; imported in this order."""
    particulars = {
        "late": ("Zebra", "b Post", "2020-03-01"),
        "early": ("apple", "A Times", "2020-01-01"),
        "undated": ("Élan", "", ""),
        "nameless": ("", "A Times", "2020-02-01"),
    }
    return {
        name: import_article(
            store, body=name, headline=headline, publisher=publisher, published=published
        )
        for name, (headline, publisher, published) in particulars.items()
    }


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["late", "nameless", "early", "undated"]),
        ("oldest", ["early", "nameless", "late", "undated"]),
        ("headline", ["early", "late", "undated", "nameless"]),
        ("outlet", ["nameless", "early", "late", "undated"]),
        ("added", ["nameless", "undated", "early", "late"]),
    ],
)
def test_the_library_sorts_with_unknown_values_last(store, four, sort, expected):
    names = {id: name for name, id in four.items()}
    assert [names[id] for id in store.articles.ids(sort=sort)] == expected


@pytest.mark.parametrize("sort", ["newest", "oldest", "headline", "outlet", "added"])
def test_every_filter_works_with_every_order_and_agrees_with_its_count(store, four, sort):
    store.articles.mark_read(four["late"])
    store.excerpts.add(four["early"], 0, 3)
    expected = {
        "all": set(four.values()),
        "unread": set(four.values()) - {four["late"]},
        "tagged": {four["early"]},
        "incomplete": {four["undated"], four["nameless"]},
    }
    found = {name: store.articles.ids(name, sort) for name in expected}
    assert {name: set(ids) for name, ids in found.items()} == expected
    assert {name: len(ids) for name, ids in found.items()} == store.articles.counts()


def test_an_unknown_filter_or_order_is_refused(store):
    with pytest.raises(KeyError):
        store.articles.ids("some")
    with pytest.raises(KeyError):
        store.articles.ids(sort="size")


def test_rows_come_in_the_order_asked_and_leave_gone_articles_out(store, four):
    asked = [four["undated"], "gone", four["late"]]
    assert [row.id for row in store.articles.rows(asked)] == [four["undated"], four["late"]]


def test_a_row_counts_entries_and_names_what_is_missing(work):
    store, (first, second) = work.store, work.articles
    store.articles.mark_read(first)
    row, other = store.articles.rows([first, second])
    assert (row.quotes, row.facts, row.is_read, row.missing) == (1, 0, True, ())
    assert (other.quotes, other.facts, other.is_read) == (0, 1, False)
    assert other.missing == store.articles.get(second).missing == ("publisher", "published")


def test_a_row_tells_of_later_versions_and_of_what_is_proposed(store, import_article):
    hint = Proposal("publisher", "Reuters", "file name")
    old = import_article(store, body="old", proposals=(hint, Proposal("byline", "A", "file name")))
    new = import_article(store, body="new", headline="Newer", publisher="Fars")
    assert not any(row.is_earlier for row in store.articles.rows([old, new]))
    store.articles.make_version(new, old)
    earlier, later = store.articles.rows([old, new])
    assert (earlier.is_earlier, later.is_earlier) == (True, False)
    assert (earlier.proposed, later.proposed) == ((("publisher", "Reuters"),), ())


def test_common_values_and_one_correction_of_several(store, four):
    ids = list(four.values())
    assert store.articles.common(ids, ["publisher", "language"]) == {
        "publisher": None, "language": "",
    }  # fmt: skip
    store.articles.update_all([*ids, "gone"], language="en", publisher="dpa")
    assert store.articles.common(ids, ["publisher"]) == {"publisher": "dpa"}
    assert store.undo_label == "Correct 5 articles"
    store.undo()
    assert store.articles.common(ids, ["publisher"]) == {"publisher": None}
    with pytest.raises(ValueError, match="body"):
        store.articles.common(ids, ["body"])


def test_outlets_and_languages_are_listed_once(store, four):
    assert store.articles.publishers() == ["A Times", "b Post"]
    assert store.articles.languages() == []
