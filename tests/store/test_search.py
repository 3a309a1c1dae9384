"""Search as you type: whatever is typed, it finds what holds it and never raises."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.query import parse
from briefing_app.store.search import SNIPPET, places, snippet


@pytest.fixture
def shelf(store, import_article):
    """Ids of a few articles by headline, imported in this order."""
    bodies = {
        "Policy": "The U.S. policy doesn't change, officials said.",
        "Café": "Le café naïf. Señor Núñez agreed.",
        "Arabic": "قال الوزير إن العراق يطلب الحوار",
        "Typographic": "They “don’t know” what U.S. troops do: a:b.",
        "Fleet": "A fleet and the flea market.",
        "中文": "北京 新闻 报道",
    }
    return {
        headline: import_article(store, body=body, headline=headline)
        for headline, body in bodies.items()
    }


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("U.S.", ["Typographic", "Policy"]),
        ("u.s. pol", ["Policy"]),
        ("don't", ["Typographic"]),
        ("don’t kn", ["Typographic"]),
        ("cafe", ["Café"]),
        ("CAFÉ", ["Café"]),
        ("nunez", ["Café"]),
        ("العراق", ["Arabic"]),
        ("العر", ["Arabic"]),
        ("ق", ["Arabic"]),
        ("a:b", ["Typographic"]),
        ("fle", ["Fleet"]),
        ("fle ", []),
        ("fleet flea", ["Fleet"]),
        ("flea fleet", ["Fleet"]),
        ('"fleet flea"', []),
        ('"flea market"', ["Fleet"]),
        ('"flea mark', ["Fleet"]),
        ("“flea market”", ["Fleet"]),
        ("«flea market» fle", ["Fleet"]),
        ("f", []),
        ("a", ["Fleet", "Typographic"]),
        ("中", ["中文"]),
        ("北京", ["中文"]),
        ("fleet AND", ["Fleet"]),
        ("fleet NOT flea", []),
        ("NEAR(fleet flea)", []),
        ("headline:fleet", []),
        ("😀", []),
        ("fleet 😀", ["Fleet"]),
        ('"', []),
        ('"x', []),
        ("*", []),
        ("fleet*", ["Fleet"]),
        ("--", []),
        ("", []),
        ("  \t", []),
        ("\x00", []),
    ],
)
def test_what_is_typed_finds_what_holds_it_newest_first(store, shelf, typed, expected):
    assert [hit.headline for hit in store.search(typed)] == expected
    if store.query(typed).root:
        assert store.find(typed, "added").ids == [shelf[headline] for headline in expected]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text("\"“”*:^()-+.' \0ANDORNEAR{}us", max_size=20))
def test_no_input_raises_and_both_searches_agree(store, shelf, typed):
    hits = store.search(typed)
    if store.query(typed).root:
        assert [hit.article_id for hit in hits] == store.find(typed, "added").ids
    else:
        assert hits == []
    for hit in hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_hits_show_what_matched(store, shelf):
    [hit] = store.search("nunez cafe")
    shown = [hit.snippet[start:end] for start, end in hit.marks]
    assert shown == ["café", "Núñez"]


def test_a_hit_in_the_headline_alone_shows_the_beginning(store, shelf):
    [hit] = store.search("policy change")
    assert [hit.snippet[s:e] for s, e in hit.marks] == ["policy", "change"]
    [hit] = store.search("typographic")
    assert (hit.snippet[:4], hit.marks) == ("They", ())


def test_the_limit_keeps_the_newest(store, import_article):
    ids = [import_article(store, body=f"common word {n}") for n in range(5)]
    assert [hit.article_id for hit in store.search("common", limit=2)] == ids[:2:-1]
    assert store.find("common", "added").ids == ids[::-1]


def test_removed_and_corrected_articles_are_found_no_more_until_undo(store, shelf):
    store.articles.update(shelf["Fleet"], headline="Armada")
    assert [hit.headline for hit in store.search("armada")] == ["Armada"]
    store.articles.remove([shelf["Fleet"]])
    assert store.search("flea") == []
    store.undo()
    assert store.search("armada flea")[0].article_id == shelf["Fleet"]
    store.undo()
    assert (store.search("armada"), len(store.search("fleet"))) == ([], 1)


def body_with(word, at, length=2000):
    text = "lorem " * (length // 6)
    return text[:at] + f" {word} " + text[at:]


@pytest.mark.parametrize("at", [0, 60, 600, 1990])
def test_a_snippet_is_short_and_around_the_match(at):
    shown, marks = snippet(body_with("Straße", at), parse("straße").terms)
    assert [shown[start:end] for start, end in marks] == ["Straße"]
    assert len(shown) <= SNIPPET + 2
    assert shown.startswith("…") == (at > 80)


def test_a_lone_letter_is_not_marked_beside_words_but_a_digit_is():
    body = "A cyber attack, a drone and Article 5."
    marked = {typed: [body[a:b] for a, b in places(typed, body)] for typed in ("a cyber ", "a ")}
    assert marked == {"a cyber ": ["cyber"], "a ": ["A", "a"]}
    assert [body[a:b] for a, b in places("article 5 ", body)] == ["Article", "5"]


def test_a_snippet_of_one_endless_word_is_cut():
    shown, marks = snippet("x" * 5000, parse("xx").terms)
    assert marks and len(shown) <= 5000
    shown, _ = snippet("y" * 5000, parse("xx").terms)
    assert len(shown) == SNIPPET + 1


def test_a_snippet_is_one_line_and_marks_whole_words_only():
    shown, marks = snippet("Cart before art.\nArt", parse("art ").terms)
    assert shown == "Cart before art. Art"
    assert marks == ((12, 15), (17, 20))


@given(st.text(max_size=400), st.text(max_size=20))
def test_marks_lie_within_the_snippet_of_any_text(body, typed):
    searched = parse(typed).terms
    if searched:
        shown, marks = snippet(body, searched)
        assert all(0 <= start < end <= len(shown) for start, end in marks)
        assert "\n" not in shown
