from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app import sample
from briefing_app.domain.article import ReadFile
from briefing_app.domain.outline import FIELDS, Kind, Stance, arrange
from briefing_app.errors import BriefingError
from briefing_app.store import Store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = sample.make_sample(tmp_path_factory.mktemp("sample") / "sample.briefing")
    with Store.open(path, read_only=True) as store:
        yield store


def test_the_sample_has_its_five_sections_in_order(made: Store) -> None:
    titles = [place.section.title for place in arrange(made.snapshot().sections)]
    assert titles == [
        "Background",
        "NATO position",
        "Iranian response",
        "Article 5 and cyber",
        "What to watch",
    ]


def test_the_memo_has_a_header_and_a_bottom_line(made: Store) -> None:
    memo = made.memos.all()[0]
    assert made.title == memo.title == sample.TITLE
    assert all(memo.fields[name] for name in FIELDS)
    assert len(memo.bottom_line.split()) > 30


def test_a_dozen_quotes_and_facts_rest_on_the_articles(made: Store) -> None:
    cards = made.entries.cards(made.memos.all()[0].id)
    filed = [card for card in cards if card.entry.kind is not Kind.TEXT]
    assert len(filed) >= 12
    assert all(card.sources or card.contradicting for card in filed)
    assert {card.entry.kind for card in cards} == set(Kind)
    assert all(card.speaker for card in filed if card.entry.kind is Kind.QUOTE)
    assert all(count > 0 for name, count in made.articles.counts().items() if name != "all")


def test_evidence_that_agrees_and_evidence_that_does_not_are_both_shown(made: Store) -> None:
    evidence = made.snapshot().evidence
    by_entry = [tie.entry_id for tie in evidence]
    assert len(by_entry) > len(set(by_entry))
    assert {tie.stance for tie in evidence} == set(Stance)


def test_every_quote_is_verbatim_and_the_file_is_sound(made: Store) -> None:
    briefing = made.snapshot()
    for entry in briefing.entries:
        if entry.kind is Kind.QUOTE:
            tie = next(tie for tie in briefing.evidence if tie.entry_id == entry.id)
            excerpt = briefing.excerpts[tie.excerpt_id]
            assert entry.text == excerpt.exact
            assert excerpt.exact in briefing.articles[excerpt.article_id].body
    assert made.check() == []


def test_all_sample_articles_are_in_and_one_is_still_incomplete(made: Store) -> None:
    rows = made.articles.rows(made.articles.ids())
    assert len(rows) == 7
    assert [row.headline for row in rows if row.missing] == [
        "Five questions for the alliance after the missiles"
    ]
    reliable = [made.articles.get(row.id).reliability for row in rows]
    assert "B" in reliable
    assert "" in reliable


def test_the_sample_overwrites_nothing(tmp_path: Path) -> None:
    taken = tmp_path / "mine.briefing"
    taken.write_bytes(b"my work")
    with pytest.raises(BriefingError, match="already"):
        sample.make_sample(taken)
    assert taken.read_bytes() == b"my work"


def test_half_a_sample_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> ReadFile:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing_app.readers.read_file_and_parts", interrupt)
    with pytest.raises(KeyboardInterrupt):
        sample.make_sample(tmp_path / "sample.briefing")
    assert not (tmp_path / "sample.briefing").exists()
