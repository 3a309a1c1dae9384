"""The library: what is imported comes back unaltered, and can be found, corrected and removed."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from briefing_app.domain.article import Article, Correction, Original, Proposal, SetAside
from briefing_app.domain.outline import Kind
from briefing_app.store import Change


def test_an_article_comes_back_as_it_was_imported(store):
    original = Original("a.html", "text/html", bytes(range(256)) * 3, path="/from/a.html")
    article = Article(
        "Ölpreis “steigt”",
        "Erster Absatz 😀.\nالفقرة الثانية",
        byline="By A. Writer",
        dateline="BERLIN",
        publisher="dpa",
        published="2020-01-06T14:03:00+01:00",
        url="https://example.org/a?b=c",
        language="de",
        reliability="B",
        deck="Was “oben” steht",
        updated="2020-01-07",
        news_section="Wirtschaft",
        print_page="A4",
        provenance={"published": "photo caption"},
        proposals=(Proposal("updated", "2020-01-08", "file date"),),
        set_aside=(SetAside("advertisement", "ADVERTISEMENT"), SetAside("caption", "A ship")),
        page_starts=(0, 18),
        corrections=(
            Correction(0, "", "E", "2020-01-09T10:00:00+00:00"),
            Correction(1, "x", "rster", "2020-01-09T10:00:01+00:00"),
        ),
        version_of="another",
    )
    [id] = store.articles.add(original, [article])
    assert store.articles.get(id) == replace(article, original_id=original.id)
    assert store.articles.original(id) == original


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 20_000, zlib.compress(b"x" * 100_000)])
def test_the_bytes_of_an_original_survive_whether_or_not_they_are_packed(store, data):
    [id] = store.articles.add(Original("x", "application/pdf", data), [Article("h", "b")])
    assert store.articles.original(id).data == data


def test_one_file_may_hold_several_articles_and_is_one_step(store):
    original = Original("day.txt", "text/plain", b"one two")
    ids = store.articles.add(original, [Article("One", "one"), Article("Two", "two")])
    assert [store.articles.get(id).headline for id in ids] == ["One", "Two"]
    assert store.steps() == ["Import 2 articles"]
    assert store.undo() == "Import 2 articles"
    assert store.articles.count() == 0


def test_a_missing_article_is_a_key_error(store):
    for ask in (store.articles.get, store.articles.original):
        with pytest.raises(KeyError):
            ask("nothing")
    with pytest.raises(KeyError):
        store.articles.update("nothing", headline="x")


def test_an_address_is_supplied_where_there_is_none_and_says_where_it_stood(store, import_article):
    id = import_article(store)
    store.articles.supply_address(id, "https://example.org/a", "selection")
    store.articles.supply_address(id, "https://example.org/b", "selection")
    store.articles.supply_address("gone", "https://example.org/c", "selection")
    article = store.articles.get(id)
    assert (article.url, article.provenance["url"]) == ("https://example.org/a", "selection")
    assert store.articles.with_address("https://example.org/a") == [id]
    assert store.undo() == "Add address"
    assert store.articles.get(id).url == ""


def test_a_correction_says_that_it_was_made_by_hand(store, import_article):
    id = import_article(store, publisher="Reuters")
    store.articles.update(id, publisher="Reuters", byline="R. Emmott")
    article = store.articles.get(id)
    assert (article.publisher, article.byline) == ("Reuters", "R. Emmott")
    assert article.provenance == {"byline": "entered by hand"}
    store.undo()
    assert store.articles.get(id).byline == "" and store.articles.get(id).provenance == {}


def test_a_correction_that_alters_nothing_is_no_step(store, import_article):
    id = import_article(store, publisher="Reuters")
    store.articles.update(id, publisher="Reuters")
    assert store.steps() == ["Import article"]


def test_the_body_cannot_be_corrected(store, import_article):
    id = import_article(store)
    with pytest.raises(ValueError, match="body"):
        store.articles.update(id, body="other")


def test_removing_an_article_takes_its_excerpts_and_leaves_the_entries(work):
    store, (first, _) = work.store, work.articles
    assert [entry.id for entry in store.articles.losing([first])] == [work.quote]
    store.articles.remove([first])
    assert store.articles.ids() == [work.articles[1]]
    assert store.excerpts.of_article(first) == []
    assert store.entries.evidence(work.quote) == []
    assert store.entries.get(work.quote).text == "“We are ready,”"
    assert store.articles.losing([first]) == []


def test_undo_brings_back_excerpts_of_a_deleted_article(work):
    store, (first, _) = work.store, work.articles
    before = store.snapshot()
    article, original = store.articles.get(first), store.articles.original(first)
    store.articles.remove(list(work.articles))
    assert store.undo() == "Delete 2 articles"
    assert store.snapshot() == before
    assert (store.articles.get(first), store.articles.original(first)) == (article, original)
    assert store.check() == []


def test_an_original_goes_with_its_last_article(store):
    original = Original("day.txt", "text/plain", b"one two")
    one, two = store.articles.add(original, [Article("One", "one"), Article("Two", "two")])
    store.articles.remove([one])
    assert store.articles.with_sha256(original.sha256) == [two]
    store.articles.remove([two])
    store.articles.add(original, [Article("One", "one")])
    assert len(store.articles.with_sha256(original.sha256)) == 1


def test_marking_as_read_is_announced_but_is_no_step(store, import_article):
    id = import_article(store)
    heard: list[Change] = []
    store.subscribe(heard.append)
    store.articles.mark_read(id)
    store.articles.mark_read(id)
    assert heard == [Change("Mark as read", {"reading": frozenset({id})})]
    assert store.steps() == ["Import article"]
    store.articles.mark_read(id, False)
    assert store.articles.counts()["unread"] == 1


def test_marking_as_read_between_undo_and_redo_keeps_the_redo(work):
    store, (first, _) = work.store, work.articles
    store.articles.remove([first])
    store.undo()
    store.articles.mark_read(first)
    assert store.redo() == "Delete article"
    store.undo()
    assert store.articles.rows([first])[0].is_read


def test_duplicates_are_found_by_file_and_by_text(store, import_article):
    id = import_article(store, body="Same words.")
    assert store.articles.with_sha256(store.articles.original(id).sha256) == [id]
    assert store.articles.with_sha256("0" * 64) == []
    assert store.articles.with_same_text("Same words.") == [id]
    assert store.articles.with_same_text("Same words") == []


@pytest.fixture
def unsure(store):
    """Id of an article with two proposals."""
    article = Article(
        "Fleet leaves",
        "The fleet left.",
        proposals=(
            Proposal("published", "2020-01-06", "file date"),
            Proposal("publisher", "Reuters", "address"),
        ),
    )
    [id] = store.articles.add(Original("a.txt", "text/plain", b"a"), [article])
    return id


def test_an_accepted_proposal_becomes_the_value_and_says_where_it_stood(store, unsure):
    before = store.articles.get(unsure)
    store.articles.accept_proposal(unsure, "published")
    article = store.articles.get(unsure)
    assert (article.published, article.provenance) == ("2020-01-06", {"published": "file date"})
    assert [told.field for told in article.proposals] == ["publisher"]
    assert store.undo() == "Accept proposal"
    assert store.articles.get(unsure) == before


def test_a_dismissed_proposal_is_gone_until_undone(store, unsure):
    before = store.articles.get(unsure)
    store.articles.dismiss_proposal(unsure, "publisher")
    assert store.articles.get(unsure) == replace(before, proposals=before.proposals[:1])
    assert store.undo() == "Dismiss proposal"
    assert store.articles.get(unsure) == before


def test_a_value_entered_by_hand_settles_what_was_proposed_for_it(store, unsure):
    store.articles.update(unsure, published="2020-01-05", headline="Fleet leaves")
    article = store.articles.get(unsure)
    assert article.published == "2020-01-05"
    assert [told.field for told in article.proposals] == ["publisher"]


@pytest.mark.parametrize("field", ["headline", "body"])
def test_what_is_not_proposed_can_be_neither_accepted_nor_dismissed(store, unsure, field):
    for settle in (store.articles.accept_proposal, store.articles.dismiss_proposal):
        with pytest.raises(KeyError):
            settle(unsure, field)
    assert store.steps() == ["Import article"]


def test_articles_are_found_by_their_address_also_after_it_was_corrected(store, import_article):
    id = import_article(store, url="https://www.example.org/a?utm_source=x")
    other = import_article(store, headline="Other", url="")
    assert store.articles.with_address("http://example.org/a/#top") == [id]
    assert store.articles.with_address("") == store.articles.with_address("no address") == []
    store.articles.update(id, url="https://example.org/b")
    store.articles.update(other, url="https://m.example.org/b")
    assert store.articles.with_address("https://example.org/a") == []
    assert store.articles.with_address("https://example.org/b") == [id, other]


def test_a_version_outlives_the_article_that_it_is_a_version_of(store, import_article):
    old = import_article(store)
    new = import_article(store, headline="New", version_of=old)
    store.articles.remove([old])
    assert store.articles.get(new).version_of == ""
    store.undo()
    assert store.articles.get(new).version_of == old


def test_known_origins_and_outlets_are_those_of_articles_that_are_quoted_from(work, import_article):
    store, (first, second) = work.store, work.articles
    import_article(store, headline="Unused", publisher="Nobody’s Wire", origin="Nothing")
    store.articles.update(first, origin="The statement", relays="AFP")
    store.articles.update(second, origin="The call")
    store.entries.file(work.sections[0], Kind.FACT, second, 7, 14)
    assert store.articles.origins() == ["The call", "The statement"]
    assert store.articles.outlets() == ["AFP", "Reuters"]


def test_a_text_can_be_had_alone(store, import_article):
    id = import_article(store, body="Left port.")
    assert store.articles.body(id) == "Left port."
    with pytest.raises(KeyError):
        store.articles.body("gone")
