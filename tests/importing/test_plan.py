"""What is new, what is there already, and what is much like something else."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.analysis.overlap import fingerprint
from briefing_app.domain.article import Article, Original, ReadFile
from briefing_app.importing import Import
from briefing_app.importing.report import ImportRow, Likeness, Outcome
from briefing_app.readers import read_text
from briefing_app.reading_pool import ReadItem
from briefing_app.reading_process import Read
from briefing_app.store import Store

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve")


def body(seed: int, words: int = 200) -> str:
    source = random.Random(seed)
    drawn = ["".join(source.choices(SYLLABLES, k=3)) for _ in range(words)]
    return "\n".join(" ".join(drawn[at : at + 25]) for at in range(0, words, 25))


FIRST = Article(
    "Allies meet", body(1), publisher="Reuters", published="2020-01-06T10:00:00Z",
    url="https://example.org/allies?utm_source=x",
)  # fmt: skip


def item(*articles: Article, place: int = 0, name: str = "") -> ReadItem:
    name = name or f"{articles[0].id}.txt"
    file = ReadFile(Original(name, "text/plain", name.encode(), path=f"/in/{name}"), articles)
    return ReadItem(place, Read(file, {a.id: fingerprint(a.body) for a in articles}))


def import_each(store: Store, *items: ReadItem, together: bool = False) -> list[ImportRow]:
    """Import files one after the other, or in one batch."""
    importing = Import(store)
    for batch in [items] if together else [[one] for one in items]:
        importing.take(batch)
    return list(importing.report().rows)


def like_first(**fields: str) -> Article:
    known = {"headline": "Allies meet again", "body": FIRST.body, "publisher": "Reuters",
             "published": "2020-01-06T10:00:00Z"}  # fmt: skip
    return Article(**(known | fields))


def other_words(text: str, count: int) -> str:
    words = text.split(" ")
    return " ".join([*words[:-count], *(f"other{n}" for n in range(count))])


@pytest.mark.parametrize("together", [False, True])
def test_a_page_that_was_saved_twice_is_no_later_version_because_it_was_once_updated(
    store: Store, together: bool
) -> None:
    page = replace(FIRST, updated="2020-01-06T15:00:00Z")
    again = like_first(body=other_words(FIRST.body, 20), updated="2020-01-06T15:00:00Z")
    _, second = import_each(store, item(page), item(again, place=1), together=together)
    assert [twin.likeness for twin in second.twins] == [Likeness.NEAR]


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize(
    ("article", "likeness"),
    [
        (like_first(body=other_words(FIRST.body, 20), published="2020-01-06T12:00:00Z"),
         Likeness.LATER),
        (like_first(body=other_words(FIRST.body, 20), published="2020-01-05"), Likeness.EARLIER),
        (like_first(body=other_words(FIRST.body, 20), published="2020-01-06"), Likeness.NEAR),
        (like_first(body=other_words(FIRST.body, 20), publisher="", published=""), Likeness.NEAR),
        (like_first(body=FIRST.body, publisher="Ledger"), Likeness.COPY),
        (like_first(body=FIRST.body + "\n" + body(2)), Likeness.NEAR),
    ],
    ids=["later", "earlier", "same day", "unknown", "copy", "longer"],
)  # fmt: skip
def test_what_is_much_like_another_comes_in_and_says_so(
    store: Store, article: Article, likeness: Likeness, together: bool
) -> None:
    first, second = import_each(store, item(FIRST), item(article, place=1), together=together)
    assert first.outcome is Outcome.IMPORTED
    assert second.outcome is Outcome.ALIKE
    assert second.is_stored
    (twin,) = second.twins
    assert (twin.article_id, twin.known_id) == (article.id, FIRST.id)
    assert twin.likeness is likeness
    assert store.articles.count() == 2


def test_another_text_at_the_same_address_is_worth_a_look(store: Store) -> None:
    article = like_first(body=body(3), url="http://www.example.org/allies#top")
    _, second = import_each(store, item(FIRST), item(article, place=1))
    assert [twin.likeness for twin in second.twins] == [Likeness.ADDRESS]


def test_different_texts_are_not_alike(store: Store) -> None:
    articles = [like_first(body=body(seed), headline=f"H{seed}") for seed in range(10, 40)]
    rows = import_each(store, *(item(a, place=n) for n, a in enumerate(articles)))
    assert {row.outcome for row in rows} == {Outcome.IMPORTED}


def test_of_several_alike_the_most_alike_is_named(store: Store) -> None:
    further = like_first(body=other_words(FIRST.body, 90), published="2020-01-06T09:00:00Z")
    nearer = like_first(body=other_words(FIRST.body, 5), published="2020-01-06T12:00:00Z")
    *_, last = import_each(store, item(further), item(FIRST, place=1), item(nearer, place=2))
    assert last.twins[0].known_id == FIRST.id


def test_the_same_file_or_text_stays_out_and_names_what_is_there(store: Store) -> None:
    import_each(store, item(FIRST, name="a.txt"))
    same_file, same_text = import_each(
        store, item(replace(FIRST, id="2"), name="a.txt"), item(replace(FIRST, id="3"), place=1)
    )
    assert [same_file.outcome, same_text.outcome] == [Outcome.DUPLICATE] * 2
    assert same_file.article_ids == same_text.article_ids == (FIRST.id,)
    assert (same_file.left_out, same_text.left_out) == (1, 1)
    assert store.articles.count() == 1


def test_what_stayed_out_comes_in_when_the_user_says_so(store: Store) -> None:
    import_each(store, item(FIRST, name="a.txt"))
    again = Import(store, anyway=True)
    again.take([item(replace(FIRST, id="second"), name="a.txt")])
    (row,) = again.report().rows
    assert row.article_ids == ("second",)
    assert row.twins[0].known_id == FIRST.id
    assert store.articles.count() == 2


def test_an_article_that_is_incomplete_and_alike_needs_a_look_and_says_both(store: Store) -> None:
    bare = like_first(publisher="", published="", body=other_words(FIRST.body, 10))
    _, row = import_each(store, item(FIRST), item(bare, place=1))
    assert (row.outcome, row.missing) == (Outcome.ALIKE, ("publisher", "published"))


def pasted(text: str, url: str = "") -> ReadItem:
    """As a text that came from the clipboard."""
    article = read_text(text, url).articles[0]
    file = ReadFile(Original("pasted text", "text/plain", text.encode()), (article,))
    return ReadItem(0, Read(file, {article.id: fingerprint(article.body)}))


TEXT = f"Allies meet\n\n{body(1)}"
PAGE = "https://example.org/allies"


def test_a_text_that_is_pasted_again_with_its_address_lends_it(store: Store) -> None:
    (first,) = import_each(store, pasted(TEXT))
    (again,) = import_each(store, pasted(TEXT, PAGE))
    assert again.outcome is Outcome.DUPLICATE
    assert again.article_ids == first.article_ids
    assert again.reason == ("This text is already in the library. Its address was added there.")
    article = store.articles.get(first.article_ids[0])
    assert article.url == PAGE
    assert article.provenance["url"] == "address"
    assert store.steps() == ["Import article", "Add address"]
    store.undo()
    assert store.articles.get(first.article_ids[0]).url == ""


def test_a_file_with_the_same_text_lends_its_address_too(store: Store) -> None:
    (first,) = import_each(store, item(replace(FIRST, url="")))
    (again,) = import_each(store, item(like_first(url=PAGE)))
    assert again.reason.endswith("from another file. Its address was added there.")
    assert again.lent == 1
    assert store.articles.get(first.article_ids[0]).url == PAGE


def test_an_address_that_is_known_stays(store: Store) -> None:
    (first,) = import_each(store, item(FIRST))
    (again,) = import_each(store, item(like_first(url="https://example.org/other")))
    assert again.lent == 0
    assert again.reason.endswith(f"It is there with another address: {FIRST.url}")
    assert store.articles.get(first.article_ids[0]).url == FIRST.url
    assert store.steps() == ["Import article"]


@pytest.mark.parametrize(
    ("question", "again"),
    [
        ("with_same_text", item(like_first(url=PAGE))),
        ("similar", item(like_first(body=other_words(FIRST.body, 5)))),
        ("with_sha256", pasted(TEXT, PAGE)),
    ],
)
def test_what_the_window_deletes_while_it_is_compared_stops_no_import(
    store: Store, monkeypatch: pytest.MonkeyPatch, question: str, again: ReadItem
) -> None:
    first = pasted(TEXT) if question == "with_sha256" else item(replace(FIRST, url=""))
    (known,) = import_each(store, first)
    ask = getattr(store.articles, question)

    def ask_and_delete(*about: object) -> list:
        found = ask(*about)
        store.articles.remove(known.article_ids)
        return found

    monkeypatch.setattr(store.articles, question, ask_and_delete)
    (row,) = import_each(store, again)
    assert (row.lent, row.twins) == (0, ())
    assert store.articles.count() == row.is_stored


def test_within_one_import_all_of_it_is_one_step(store: Store) -> None:
    rows = import_each(
        store, pasted(TEXT), pasted(TEXT, PAGE), pasted(TEXT, f"{PAGE}/2"), together=True
    )
    assert [row.lent for row in rows] == [0, 1, 0]
    assert store.articles.get(rows[0].article_ids[0]).url == PAGE
    assert store.steps() == ["Import article"]
    store.undo()
    assert store.articles.count() == 0


def test_a_file_that_is_too_large_to_be_kept_is_told_from_the_others(
    store: Store, tmp_path: Path
) -> None:
    large, small = tmp_path / "large.txt", tmp_path / "small.txt"
    importing = Import(store, keep_up_to_bytes=50)
    for place, path in enumerate((large, small)):
        path.write_bytes(b"x" * (100 if path is large else 10))
        file = Original(path.name, "text/plain", path.read_bytes(), path=str(path))
        article = Article(path.stem, f"{path.stem} met.")
        importing.take([ReadItem(place, Read(ReadFile(file, (article,))))])
    assert [row.is_unkept for row in importing.report().rows] == [True, False]
    kept = [store.articles.original(row.article_ids[0]).data for row in importing.report().rows]
    assert kept == [b"", b"x" * 10]
