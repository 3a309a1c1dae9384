"""Source numbers, notes, source columns and ratings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.article import Article
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.memo import ComposedMemo, Emphasis, Table
from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.memo import build
from briefing_app.memo.form import load
from briefing_app.memo.sources import Place, rating, used_in
from tests.memo.briefings import Draft, with_articles


def notes(memo: ComposedMemo) -> list[str]:
    texts = ("".join(run.text for run in note.runs) for note in memo.footnotes)
    return [text.replace("\u00a0", " ").replace("\u200e", "") for text in texts]


@pytest.fixture
def draft() -> Draft:
    made = with_articles()
    made.section("Facts")
    return made


def test_sources_are_numbered_by_first_citation(draft: Draft) -> None:
    draft.fact("wire", "The island has food for eleven days")
    draft.fact("harbor", "The company said that it would not comment.")
    draft.fact("wire", "The navy said that it had sent no ships.")
    assert notes(build(draft.done())) == [
        "“Governor counts the days,” Northern Wire, 8 March 2021, para. 1 [S1].",
        "Nils Berg, “Island ferries stand still,” Harbor Ledger, 7 March 2021, para. 3 [S2].",
        "Northern Wire, para. 3 [S1].",
    ]


def test_several_sources_share_a_note(draft: Draft) -> None:
    entry = draft.fact("wire", "The island has food for eleven days")
    draft.tie(entry, draft.excerpt("wire", "The navy said that it had sent no ships."))
    draft.tie(entry, draft.excerpt("plain", "The island will run out of fuel on Friday."))
    (note,) = notes(build(draft.done()))
    assert note.startswith("“Governor counts the days,” Northern Wire")
    assert "paras. 1, 3 [S1]; “What nobody says" in note
    assert note.endswith("outlet and author not recorded, date not recorded, para. 1 [S2].")


def test_a_passage_over_several_paragraphs_names_them_all(draft: Draft) -> None:
    body = draft.articles["plain"].body
    draft.fact("plain", body, "All of it")
    assert "paras. 1–2" in notes(build(draft.done()))[0]


def test_a_note_names_the_pages_of_an_original_that_has_several(draft: Draft) -> None:
    wire = draft.articles["wire"]
    turn = wire.body.index("wrong to panic")
    draft.articles["wire"] = replace(wire, page_starts=(0, turn, len(wire.body) - 10))
    draft.fact("wire", "The island has food for eleven days")
    draft.fact("wire", "“It would be wrong to panic,” she added.")
    draft.fact("wire", "it had sent no ships.")
    places = [note.partition(" [S")[0].rpartition(", ")[2] for note in notes(build(draft.done()))]
    assert places == ["p. 1", "pp. 1–2", "pp. 2–3"]


def test_a_note_names_the_paragraph_where_all_is_on_one_page(draft: Draft) -> None:
    draft.articles["wire"] = replace(draft.articles["wire"], page_starts=(0,))
    draft.fact("wire", "The navy said that it had sent no ships.")
    assert "para. 3" in notes(build(draft.done()))[0]


def test_what_speaks_against_a_fact_is_named_as_such(draft: Draft) -> None:
    entry = draft.fact("harbor", "Two supply ships of the navy are on their way")
    denial = draft.excerpt("wire", "The navy said that it had sent no ships.")
    draft.tie(entry, denial, Stance.CONTRADICTING)
    (note,) = notes(build(draft.done()))
    assert "para. 4 [S1]. But see: “Governor counts the days,”" in note
    assert note.endswith("para. 3 [S2].")


def test_each_note_links_to_the_source_list(draft: Draft) -> None:
    draft.fact("wire", "The island has food for eleven days")
    memo = build(draft.done())
    links = [run.anchor for note in memo.footnotes for run in note.runs if run.anchor]
    tables = [block for block in memo.blocks if isinstance(block, Table)]
    marks = [run.mark for t in tables for row in t.rows for cell in row for run in cell if run.mark]
    assert links == ["_src_S1"]
    assert "_src_S1" in marks


def table_of(draft: Draft) -> Table:
    return next(b for b in build(draft.done()).blocks if isinstance(b, Table))


def test_a_table_names_what_contradicts_and_what_has_no_source() -> None:
    draft = with_articles()
    draft.section("Ships", Layout.TABLE)
    entry = draft.entry(Kind.FACT, "Ships are coming")
    denial = draft.excerpt("wire", "The navy said that it had sent no ships.")
    draft.tie(entry, denial, Stance.CONTRADICTING)
    cell = table_of(draft).rows[0][-1]
    assert "".join(run.text for run in cell) == "[no source]; but see S1\u00a0¶3"
    assert cell[0].emphasis is Emphasis.WARNING


@pytest.mark.parametrize(
    ("reliability", "credibility", "printed"),
    [
        ("B", ["2"], "B2"),
        ("B", ["1", "", "4", "2"], "B4"),
        ("B", [""], "B/–"),
        ("", ["2"], "–/2"),
        ("", [], "–"),
    ],
)
def test_a_rating_is_that_of_the_weakest_passage(
    reliability: str, credibility: list[str], printed: str
) -> None:
    article = Article("Headline", "Body", reliability=reliability)
    excerpts = {
        str(number): Excerpt(article.id, 0, 4, "Body", credibility=judged)
        for number, judged in enumerate(credibility)
    }
    assert rating(article, excerpts, load("information")) == printed


def test_places_are_joined_section_by_section() -> None:
    places = [Place("Judgments", 1), Place("Facts"), Place("Judgments", 2), Place("Judgments", 4)]
    assert used_in(places) == "Judgments\u00a01–2, 4; Facts"


def test_the_source_list_says_which_judgments_rest_on_a_source(draft: Draft) -> None:
    draft.section("Key judgments", Layout.JUDGMENTS)
    for passage in ("The company said", "Two supply ships", "Crews of the island"):
        draft.fact("harbor", passage, f"It is likely. {passage} so.")
    memo = build(draft.done())
    listed = next(b for b in memo.blocks if isinstance(b, Table) and b.title == "Sources")
    assert listed.rows[0][3][0].text == "Key judgments\u00a01–3"
