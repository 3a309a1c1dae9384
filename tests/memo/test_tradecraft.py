"""What the tradecraft check finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.memo.marking import BOTTOM_LINE
from briefing_app.memo.tradecraft import Finding, Flaw, findings
from tests.memo.briefings import Draft, golden, with_articles


def drafted(*texts: str, layout: Layout = Layout.BULLETS, bottom_line: str = "") -> Draft:
    draft = with_articles(bottom_line=bottom_line)
    draft.section("What happened", layout)
    for text in texts:
        draft.entry(Kind.TEXT, text)
    return draft


def found(draft: Draft, flaw: Flaw) -> list[tuple[str, str]]:
    return [(item.place, item.words) for item in findings(draft.done()) if item.flaw is flaw]


@pytest.mark.parametrize(
    ("flaw", "text", "words"),
    [
        (
            Flaw.LIKELIHOOD_AND_CONFIDENCE,
            "We have high confidence that it is likely to stop.",
            "We have high confidence that it is likely to stop.",
        ),
        (Flaw.MIXED_SCALES, "There is a realistic possibility of talks.", "realistic possibility"),
        (Flaw.UNDATED_DAY, "The crews met yesterday.", "yesterday"),
        (Flaw.UNDATED_DAY, "Parliament voted on Sunday to end it.", "on Sunday"),
        (Flaw.UNDEFINED_ACRONYM, "The PMF denies it.", "PMF"),
    ],
)
def test_a_flaw_is_found_with_its_words(flaw: Flaw, text: str, words: str) -> None:
    assert found(drafted(text), flaw) == [("e1", words)]
    assert found(drafted("Nothing.", bottom_line=text), flaw) == [(BOTTOM_LINE, words)]


@pytest.mark.parametrize(
    ("flaw", "text"),
    [
        (Flaw.LIKELIHOOD_AND_CONFIDENCE, "It is likely to stop. We have high confidence in this."),
        (Flaw.MIXED_SCALES, "It is very unlikely, almost certain, probable."),
        (Flaw.UNDATED_DAY, "The crews met yesterday, 8 March."),
        (Flaw.UNDATED_DAY, "He said “we met yesterday” in 2020."),
        (Flaw.UNDEFINED_ACRONYM, "NATO, the U.S. and the EU agree."),
        (
            Flaw.UNDEFINED_ACRONYM,
            "The Popular Mobilization Forces (PMF) deny it. The PMF is angry.",
        ),
        (Flaw.UNDEFINED_ACRONYM, "He called it “WMD” at home."),
        (Flaw.MIXED_SPELLING, "The defense program is a defense center."),
    ],
)
def test_what_is_right_is_left_alone(flaw: Flaw, text: str) -> None:
    assert found(drafted(text), flaw) == []


def test_the_rarer_spelling_is_named() -> None:
    draft = drafted("The defense program.", "A defense center.", "The defence minister.")
    assert found(draft, Flaw.MIXED_SPELLING) == [("e3", "defence")]
    assert found(drafted("The defence programme.", "A program."), Flaw.MIXED_SPELLING) == [
        ("e2", "program")
    ]


def test_an_acronym_is_named_once() -> None:
    draft = drafted("The PMF denies it.", "The PMF is angry.")
    assert found(draft, Flaw.UNDEFINED_ACRONYM) == [("e1", "PMF")]


def test_a_fact_without_a_source_is_named_and_so_is_a_judgment() -> None:
    draft = drafted("Own words need none.")
    draft.entry(Kind.FACT, "Prices have doubled.")
    draft.section("Judgments", Layout.JUDGMENTS)
    draft.entry(Kind.TEXT, "It will end soon.")
    assert found(draft, Flaw.NO_SOURCE) == [
        ("e2", "Prices have doubled."),
        ("e3", "It will end soon."),
    ]


def test_reports_that_share_an_origin_are_one_source() -> None:
    draft = drafted()
    wire = draft.excerpt("wire", "The island has food for eleven days")
    harbor = draft.excerpt("harbor", "Crews of the island ferries stopped work")
    fact = draft.entry(Kind.FACT, "Food for eleven days.", wire, harbor)
    assert found(draft, Flaw.ONE_ORIGIN) == []
    for article in ("wire", "harbor"):
        draft.articles[article] = replace(draft.articles[article], origin="one call")
    assert found(draft, Flaw.ONE_ORIGIN) == [(fact, "Northern Wire")]


def test_confirmed_by_one_origin_is_questioned() -> None:
    draft = drafted()
    fact = draft.fact("wire", "The island has food for eleven days", credibility="1")
    assert found(draft, Flaw.CONFIRMED_BY_ONE) == [(fact, "Northern Wire")]
    assert found(draft, Flaw.ONE_ORIGIN) == []


def test_a_contradiction_wants_a_section_that_sets_it_side_by_side() -> None:
    draft = drafted()
    fact = draft.fact("harbor", "Two supply ships of the navy are on their way")
    against = draft.excerpt("wire", "The navy said that it had sent no ships")
    draft.tie(fact, against, Stance.CONTRADICTING)
    assert [place for place, _ in found(draft, Flaw.NOT_SET_SIDE_BY_SIDE)] == [fact]
    draft.section("Where the sources differ", Layout.DIFFERENCES)
    assert found(draft, Flaw.NOT_SET_SIDE_BY_SIDE) == []


def test_a_british_form_mixes_scales_with_american_words() -> None:
    draft = drafted("It is very unlikely.")
    draft.memo = replace(draft.memo, form="submission")
    assert found(draft, Flaw.MIXED_SCALES) == [("e1", "very unlikely")]


def test_findings_come_in_reading_order() -> None:
    places = [item.place for item in findings(golden())]
    order = [BOTTOM_LINE, *(entry.id for entry in golden().entries)]
    assert places
    assert set(places) <= set(order)
    assert all(isinstance(item, Finding) for item in findings(golden()))
