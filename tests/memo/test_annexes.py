"""Section tables, source list, register of excerpts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.article import Correction
from briefing_app.domain.memo import ComposedMemo, Emphasis, Paragraph, Role, Run, Table
from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.memo import build
from tests.memo.briefings import Draft, golden, with_articles


def tables(memo: ComposedMemo) -> dict[str, Table]:
    return {block.title: block for block in memo.blocks if isinstance(block, Table)}


def words(cell: tuple[Run, ...]) -> str:
    return "".join(run.text for run in cell).replace("\u00a0", " ").replace("\u200e", "")


def rows(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in table.rows]


def drawn(layout: Layout) -> Draft:
    draft = with_articles()
    draft.section("Ships", layout)
    return draft


def test_a_table_has_statements_and_sources() -> None:
    draft = drawn(Layout.TABLE)
    draft.fact("wire", "The island has food for eleven days")
    draft.quote("plain", "Somebody is lying about the ships.", speaker="An editorial")
    table = tables(build(draft.done()))["Ships"]
    assert table.header == ("Statement", "Source")
    assert rows(table) == [
        ["The island has food for eleven days.", "S1 ¶1"],
        ["An editorial: “Somebody is lying about the ships.”", "S2 ¶2"],
    ]


def test_a_table_has_actors_when_every_row_names_one() -> None:
    draft = drawn(Layout.TABLE)
    draft.fact("wire", "The navy said that it had sent no ships.", "Navy: no ships were sent")
    draft.quote("plain", "Somebody is lying about the ships.", speaker="An editorial")
    table = tables(build(draft.done()))["Ships"]
    assert table.header == ("Actor", "Stated position", "Source")
    assert [row[:2] for row in rows(table)] == [
        ["Navy", "No ships were sent."],
        ["An editorial", "“Somebody is lying about the ships.”"],
    ]


def test_a_colon_in_a_quote_makes_no_actor() -> None:
    draft = drawn(Layout.TABLE)
    draft.article("speech", "I say this: we stay.")
    draft.quote("speech", "I say this: we stay.")
    assert rows(tables(build(draft.done()))["Ships"])[0][0] == "“I say this: we stay.”"


def test_a_timeline_goes_by_date_and_what_has_none_comes_last() -> None:
    draft = drawn(Layout.TIMELINE)
    draft.fact("wire", "its governor said on Sunday", "Governor speaks", event_time="2021-03-07")
    draft.fact("wire", "she added", "Somebody adds")
    draft.fact("harbor", "since January", "Last day off", event_time="2021-01")
    draft.fact("harbor", "6 March", "Strike", event_time="2021-03-06T08:00")
    table = tables(build(draft.done()))["Ships"]
    assert table.header == ("Date", "Event", "Source")
    assert [row[0] for row in rows(table)] == ["January 2021", "6 March 2021", "7 March 2021", "–"]


def test_every_row_carries_the_bookmark_of_its_entry() -> None:
    draft = drawn(Layout.TABLE)
    entry = draft.fact("wire", "The island has food for eleven days")
    (row,) = tables(build(draft.done()))["Ships"].rows
    assert [run.mark for cell in row for run in cell if run.mark] == [f"_bi_{entry}"]


def test_a_quote_that_is_not_verbatim_is_marked_in_a_table_too() -> None:
    draft = drawn(Layout.TABLE)
    entry = draft.quote("plain", "Somebody is lying about the ships.", "Everybody is lying.")
    table = tables(build(draft.done(), {entry}))["Ships"]
    assert rows(table)[0][0] == "“Everybody is lying.” [not verbatim]"
    assert table.rows[0][0][-1].emphasis is Emphasis.WARNING


def test_text_in_a_table_section_stands_before_the_table() -> None:
    draft = drawn(Layout.TABLE)
    draft.fact("wire", "The island has food for eleven days")
    draft.entry(Kind.TEXT, "Who says what.")
    blocks = build(draft.done()).blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Table))
    assert isinstance(blocks[at - 1], Paragraph)
    assert blocks[at - 1].text == "Who says what."


def test_the_source_list_tells_rating_and_use() -> None:
    memo = build(golden())
    assert rows(tables(memo)["Sources"]) == [
        [
            "S1",
            "Nils Berg, “Island ferries stand still,” Harbor Ledger, 7 March 2021. "
            "harborledger.example",
            "B2",
            "What happened; In their words; Of the company; The ships; Timeline",
        ],
        [
            "S2",
            "“Governor counts the days,” Northern Wire, 8 March 2021.",
            "–/2",
            "What happened; The ships; Timeline",
        ],
        [
            "S3",
            "لیلا منصوری, “جزیره غذا دارد,” پیک شمال, March 2021.",
            "–",
            "What happened; In their words",
        ],
        [
            "S4",
            "“What nobody says about the island and its ships,” outlet and author not recorded, "
            "date not recorded.",
            "–",
            "What happened; The ships; What to watch",
        ],
    ]


def summary(memo: ComposedMemo) -> str:
    texts = [block.text for block in memo.blocks if isinstance(block, Paragraph)]
    return next(text for text in texts if text.startswith("This memo rests"))


def test_a_sentence_counts_the_sources() -> None:
    draft = drawn(Layout.BULLETS)
    draft.fact("plain", "The island will run out of fuel on Friday.")
    assert (
        summary(build(draft.done())) == "This memo rests on one news item, from an unnamed outlet."
    )
    draft.fact("wire", "The island has food for eleven days")
    draft.fact("harbor", "The company said that it would not comment.")
    found = summary(build(draft.done()))
    assert found == (
        "This memo rests on three news items, from Northern Wire and Harbor Ledger. "
        "One of them names no outlet."
    )


def test_the_register_holds_every_excerpt_once_and_word_for_word() -> None:
    briefing = golden()
    memo = build(briefing)
    found = rows(tables(memo)["Excerpts behind this memo"])
    assert [row[0] for row in found[:5]] == ["F-001", "F-002", "F-003", "F-004", "Q-001"]
    assert sorted(row[1] for row in found) == sorted(
        excerpt.exact for excerpt in briefing.excerpts.values()
    )


def test_the_register_tells_all_sections_that_use_an_excerpt() -> None:
    draft = with_articles()
    draft.section("Food")
    shared = draft.excerpt("wire", "The island has food for eleven days")
    draft.entry(Kind.FACT, "Food lasts", shared)
    draft.section("Ships")
    entry = draft.entry(Kind.FACT, "Food comes")
    draft.tie(entry, shared, Stance.CONTRADICTING)
    (row,) = rows(tables(build(draft.done()))["Excerpts behind this memo"])
    assert row == ["F-001", "The island has food for eleven days", "S1 ¶1", "Food; Ships"]


def test_a_text_that_kept_its_excerpt_cites_nothing() -> None:
    draft = with_articles()
    draft.section("Food")
    draft.entry(Kind.TEXT, "We think so.", draft.excerpt("wire", "eleven days"))
    memo = build(draft.done())
    assert tables(memo) == {}
    assert memo.footnotes == ()
    assert memo.blocks[-1] == Paragraph(Role.BULLET, (Run("We think so."),), "e1")


def test_only_web_addresses_are_linked() -> None:
    draft = with_articles()
    draft.article("file", "A text.", "A file", url="file:///secret/a.html")
    draft.section("Food")
    draft.fact("file", "A text.")
    draft.fact("harbor", "The company said that it would not comment.")
    table = tables(build(draft.done()))["Sources"]
    urls = [run.url for row in table.rows for cell in row for run in cell if run.url]
    assert urls == ["https://www.harborledger.example/ferries?id=1"]


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        (("", ""), ""),
        (("The briefing", ""), ""),
        (("The briefing", "the Briefing"), "They rest on one and the same origin."),
    ],
)
def test_reports_with_one_origin_count_as_one(origins: tuple[str, str], told: str) -> None:
    draft = with_articles()
    draft.section("What happened")
    for article, origin in zip(("wire", "harbor"), origins, strict=True):
        draft.articles[article] = replace(draft.articles[article], origin=origin)
    draft.fact("wire", "The island has food for eleven days")
    draft.fact("harbor", "The company said that it would not comment.")
    memo = build(draft.done())
    (summary,) = [
        b.text for b in memo.blocks if isinstance(b, Paragraph) and "This memo rests" in b.text
    ]
    assert summary.endswith(told or "Harbor Ledger.")
    cell = rows(tables(memo)["Sources"])[0][1]
    assert ("Origin: The briefing." in cell) is bool(origins[0])


def test_a_corrected_text_is_marked_in_the_list_and_corrected_words_in_the_register() -> None:
    draft = drawn(Layout.BULLETS)
    draft.fact("wire", "The island has food for eleven days")
    draft.quote("wire", "“It would be wrong to panic,” she added.")
    at = draft.articles["wire"].body.index("panic")
    correction = Correction(at, "pnaic", "panic")
    draft.articles["wire"] = replace(draft.articles["wire"], corrections=(correction,))
    memo = tables(build(draft.done()))
    [source] = rows(memo["Sources"])
    assert source[1].endswith(" Text corrected.")
    quote, fact = sorted(row[1] for row in rows(memo["Excerpts behind this memo"]))[::-1]
    assert quote == "“It would be wrong to panic,” she added. [text corrected]"
    assert fact == "The island has food for eleven days"
