"""What changed from yesterday's memo to today's."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.comparing import compare
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Evidence, Kind, Memo, Section

BODY = "The fleet left port at dawn. Nobody answered."


def memo(*entries: Entry, credibility: str = "") -> Briefing:
    """A memo whose quotes and facts rest on the passage that their note names: "0-9"."""
    excerpts, ties = {}, []
    for entry in entries:
        if entry.note:
            start, end = map(int, entry.note.split("-"))
            id = f"x{entry.id}"
            excerpts[id] = Excerpt("a", start, end, BODY[start:end], id=id, credibility=credibility)
            ties.append(Evidence(entry.id, id))
    article = Article("Fleet", BODY, id="a", reliability="B")
    section = Section("m", "What happened", "s")
    return Briefing("B", Memo("M", "m"), (section,), entries, tuple(ties), excerpts, {"a": article})


def entry(id: str, text: str, passage: str = "", kind: Kind = Kind.FACT, place: int = 0) -> Entry:
    return Entry("s", kind, text, id, place, passage)


def test_the_same_memo_has_no_changes() -> None:
    before = memo(entry("1", "The fleet left.", "0-9"))
    now = memo(entry("2", "The fleet left.", "0-9"))
    assert compare(before, now).is_empty


def test_an_entry_on_the_same_passage_is_the_same_reworded() -> None:
    found = compare(memo(entry("1", "The fleet left.", "0-9")), memo(entry("2", "Ships!", "0-9")))
    ((before, now),) = [(change.before.id, change.now.id) for change in found.reworded]
    assert (before, now) == ("1", "2")
    assert found.new == found.dropped == ()


def test_own_words_that_are_alike_are_reworded_and_others_are_new_or_gone() -> None:
    before = memo(entry("1", "It will go on for a week.", kind=Kind.TEXT))
    alike = compare(before, memo(entry("2", "It will go on for two weeks.", kind=Kind.TEXT)))
    assert [change.now.id for change in alike.reworded] == ["2"]
    other = compare(before, memo(entry("2", "Prices doubled.", kind=Kind.TEXT)))
    assert [e.id for e in other.new] == ["2"]
    assert [e.id for e in other.dropped] == ["1"]


def test_an_entry_judged_anew_is_named_with_both_ratings() -> None:
    before = memo(entry("1", "The fleet left.", "0-9"), credibility="3")
    now = memo(entry("2", "The fleet left.", "0-9"), credibility="1")
    (change,) = compare(before, now).rerated
    assert (change.now.id, change.rating_before, change.rating_now) == ("2", "B3", "B1")


def test_a_quote_never_becomes_a_fact() -> None:
    quote = entry("1", "The fleet left port at dawn.", kind=Kind.QUOTE)
    found = compare(memo(quote), memo(replace(quote, id="2", kind=Kind.FACT)))
    assert [e.id for e in found.new] == ["2"]
    assert [e.id for e in found.dropped] == ["1"]


def test_changes_come_in_reading_order() -> None:
    now = memo(entry("2", "Second thing.", place=1), entry("1", "First things first.", place=0))
    assert [e.id for e in compare(memo(), now).new] == ["1", "2"]
