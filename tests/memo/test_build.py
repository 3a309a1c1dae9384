"""What a memo says, block by block."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.memo import ComposedMemo, Emphasis, Paragraph, Role, Table
from briefing_app.domain.outline import Entry, Kind, Layout, Section, Stance
from briefing_app.memo import form
from briefing_app.memo.build import build
from tests.memo.briefings import FIELDS, Draft, golden, with_articles

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)


def paragraphs(memo: ComposedMemo, *roles: Role) -> list[str]:
    found = [b for b in memo.blocks if isinstance(b, Paragraph) and (not roles or b.role in roles)]
    return [b.text.replace("\u00a0", " ").replace("\u200e", "") for b in found]


def warnings(memo: ComposedMemo) -> list[str]:
    runs = [run for b in memo.blocks if isinstance(b, Paragraph) for run in b.runs]
    return [run.text.strip() for run in runs if run.emphasis is Emphasis.WARNING]


def body(draft: Draft) -> list[tuple[Role, str]]:
    """Roles and texts between the header and the source list."""
    found = []
    for block in build(draft.done()).blocks:
        if isinstance(block, Paragraph) and block.role not in (Role.TITLE, Role.FIELD):
            if block.text.endswith("Sources"):
                break
            found.append((block.role, block.text.replace("\u00a0", " ")))
    return found


def test_the_header_has_its_fields_in_order() -> None:
    memo = build(golden())
    assert paragraphs(memo, Role.TITLE, Role.FIELD, Role.BOTTOM_LINE) == [
        "Information memo",
        "To\tDirector, Northern Affairs",
        "From\tBriefing Cell (drafter: A. Staffer)",
        "Date\t9 March 2021   |   Information cut-off: 8 March 2021, 24:00 CET",
        "Handling\tUNCLASSIFIED",
        "Subject\tThe ferry strike and the island’s supplies",
        "Bottom line. The ferries stand still and nobody talks. "
        "The island has food until 18 March.",
    ]
    assert (memo.unit, memo.banner, memo.date.replace("\u00a0", " ")) == (
        "Briefing Cell",
        "UNCLASSIFIED",
        "9 March 2021",
    )


def test_fields_without_a_value_are_left_out_and_the_subject_is_the_title() -> None:
    memo = build(with_articles(to=" ").done())
    assert paragraphs(memo) == ["Information memo", "Subject\tFerry strike"]
    assert memo.footnotes == ()


def test_a_cut_off_without_a_date_is_still_told() -> None:
    memo = build(with_articles(cutoff="2021-03-08").done())
    assert "Date\tInformation cut-off: 8 March 2021" in paragraphs(memo, Role.FIELD)


def test_a_date_in_own_words_is_printed_as_it_stands() -> None:
    memo = build(with_articles(date="early in March").done())
    assert "Date\tearly in March" in paragraphs(memo, Role.FIELD)


def test_only_a_mark_in_capitals_is_a_banner() -> None:
    for handling, banner in (("CUI//SP", "CUI//SP"), ("Internal use", ""), ("LONG " * 9, "")):
        assert build(with_articles(handling=handling).done()).banner == banner


def test_sections_come_in_the_order_of_the_tree() -> None:
    memo = build(golden())
    assert paragraphs(memo, *HEADINGS) == [
        "What happened",
        "In their words",
        "Of the company",
        "The ships",
        "Timeline",
        "What to watch",
        "Annex A. Sources",
        "Annex B. Excerpts behind this memo",
    ]


def test_a_section_is_printed_for_the_sake_of_those_below_it() -> None:
    draft = with_articles()
    top = draft.section("Top")
    middle = draft.section("Middle", parent=top)
    deep = draft.section("Deep", parent=middle)
    draft.section("Deepest", parent=deep)
    draft.entry(Kind.TEXT, "At last.")
    draft.section("Empty")
    assert [(role, text) for role, text in body(draft) if role in HEADINGS] == [
        (Role.HEADING_1, "Top"),
        (Role.HEADING_2, "Middle"),
        (Role.HEADING_3, "Deep"),
        (Role.HEADING_3, "Deepest"),
    ]


def test_a_section_without_a_title_is_named_so() -> None:
    draft = with_articles()
    draft.section(" ")
    draft.entry(Kind.TEXT, "Something.")
    assert body(draft)[0] == (Role.HEADING_1, "Untitled section")


def filled(layout: Layout) -> list[tuple[Role, str]]:
    draft = with_articles()
    draft.section("Section", layout)
    draft.fact("wire", "The island has food for eleven days")
    draft.quote("wire", "“It would be wrong to panic,”", speaker="The governor")
    draft.entry(Kind.TEXT, "Own words\nin two paragraphs")
    return body(draft)[1:]


QUOTED = [
    (Role.QUOTE, "“It would be wrong to panic.”"),
    (Role.QUOTE_SOURCE, "The governor, Northern Wire, 8 March 2021"),
]


def test_layouts_decide_what_an_entry_becomes() -> None:
    fact = "The island has food for eleven days."
    for layout, of_fact, of_text in (
        (Layout.BULLETS, Role.BULLET, Role.BULLET),
        (Layout.QUOTES, Role.BULLET, Role.BODY),
        (Layout.NUMBERED, Role.NUMBER, Role.NUMBER),
        (Layout.PARAGRAPHS, Role.BODY, Role.BODY),
    ):
        own = [(of_text, "Own words"), (of_text, "in two paragraphs")]
        assert filled(layout) == [(of_fact, fact), *QUOTED, *own]


def test_a_lead_word_is_set_off_only_where_the_text_has_one() -> None:
    draft = with_articles()
    draft.section("Watch")
    draft.entry(Kind.TEXT, "Northport: whether the company talks.")
    draft.entry(Kind.TEXT, "The company talks.")
    memo = build(draft.done())
    led = [b.runs[0] for b in memo.blocks if isinstance(b, Paragraph) and b.role is Role.BULLET]
    assert [(run.text, run.emphasis) for run in led] == [
        ("Northport:", Emphasis.LEAD),
        ("The company talks.", Emphasis.PLAIN),
    ]


def test_entries_without_a_source_are_flagged() -> None:
    draft = with_articles()
    draft.section("Facts")
    draft.entry(Kind.FACT, "prices have doubled")
    draft.entry(Kind.QUOTE, "We stay")
    draft.entry(Kind.TEXT, "No source needed.")
    against = draft.entry(Kind.FACT, "the navy comes")
    draft.tie(against, draft.excerpt("wire", "no ships"), Stance.CONTRADICTING)
    memo = build(draft.done())
    assert warnings(memo) == ["[no source]"] * 3
    assert len(memo.footnotes) == 1


def test_quotes_that_differ_are_flagged_when_told_so() -> None:
    draft = with_articles()
    draft.section("Words", Layout.QUOTES)
    entry = draft.quote("wire", "It would be wrong to panic", "It would be right to panic")
    assert warnings(build(draft.done())) == []
    assert warnings(build(draft.done(), {entry})) == ["[not verbatim]"]


def test_who_said_it_is_told_as_far_as_it_is_known() -> None:
    draft = with_articles()
    draft.section("Words", Layout.QUOTES)
    draft.quote("plain", "Somebody is lying about the ships.")
    both = draft.quote("harbor", "Nobody wants this strike.", speaker="Ida Holm")
    draft.tie(both, draft.excerpt("wire", "It would be wrong to panic"))
    sources = [text for role, text in body(draft) if role is Role.QUOTE_SOURCE]
    assert sources == [
        "“What nobody says about…”",
        "Ida Holm, Harbor Ledger and Northern Wire, 7 March 2021",
    ]


def test_a_quote_names_the_language_of_its_article() -> None:
    memo = build(golden())
    quotes = [b for b in memo.blocks if isinstance(b, Paragraph) and b.role is Role.QUOTE]
    assert [quote.runs[0].language for quote in quotes] == ["", "", "fa"]


def test_a_fact_is_in_the_language_of_its_article_until_the_drafter_words_it() -> None:
    draft = with_articles()
    draft.section("What happened")
    draft.fact("persian", "جزیره برای یازده روز غذا دارد")
    draft.fact("persian", "فرماندار گفت", "Food for eleven days")
    draft.fact("wire", "The island has food for eleven days")
    bullets = [b for b in build(draft.done()).blocks if getattr(b, "role", None) is Role.BULLET]
    assert [bullet.runs[0].language for bullet in bullets] == ["fa", "", ""]


def test_notes_are_referred_to_once_each_and_in_order() -> None:
    memo = build(golden())
    found = [r.note for b in memo.blocks if isinstance(b, Paragraph) for r in b.runs if r.note]
    assert found == [note.number for note in memo.footnotes] == list(range(1, len(found) + 1))


def test_the_order_of_rows_in_the_snapshot_does_not_matter() -> None:
    briefing = golden()
    random = Random(1)

    def shuffled(rows: tuple) -> tuple:
        return tuple(random.sample(rows, len(rows)))

    other = replace(
        briefing,
        sections=shuffled(briefing.sections),
        entries=shuffled(briefing.entries),
        evidence=shuffled(briefing.evidence),
    )
    assert build(other) == build(briefing)


def test_entries_of_a_section_that_is_gone_are_not_printed() -> None:
    briefing = golden()
    stray = Entry("no-such-section", Kind.TEXT, "Stray words", "stray")
    assert build(replace(briefing, entries=(*briefing.entries, stray))) == build(briefing)


@given(st.text(max_size=40), st.sampled_from(Kind), st.sampled_from(Layout))
def test_any_text_can_be_printed(text: str, kind: Kind, layout: Layout) -> None:
    draft = Draft(bottom_line=text, **dict.fromkeys(FIELDS, text))
    draft.article("a", "x" + text, text, publisher=text, byline=text, published=text, url=text)
    draft.sections.append(Section("memo", text, "s", layout=layout))
    draft.entry(kind, text, draft.excerpt("a", "x" + text, speaker=text, event_time=text))
    memo = build(draft.done())
    assert all(isinstance(block, Paragraph | Table) for block in memo.blocks)
    assert len(memo.footnotes) <= 1


def drafted(form: str) -> Draft:
    draft = with_articles()
    draft.memo = replace(draft.memo, form=form)
    return draft


def test_judgments_carry_their_note_before_the_confidence() -> None:
    draft = with_articles()
    draft.section("Judgments", Layout.JUDGMENTS)
    excerpt = draft.excerpt("wire", "The island has food for eleven days")
    text = "Food lasts. It is likely to do. We have high confidence."
    draft.entry(Kind.FACT, text, excerpt)
    memo = build(draft.done())
    (judged,) = [b for b in memo.blocks if isinstance(b, Paragraph) and b.role is Role.NUMBER]
    assert [run.note or run.emphasis.value for run in judged.runs] == [
        "lead", "plain", "strong", "plain", 1, "confidence",
    ]  # fmt: skip


def test_a_word_of_likelihood_brings_its_scale_along() -> None:
    draft = with_articles()
    draft.section("Judgments", Layout.JUDGMENTS)
    draft.fact("wire", "The island has food for eleven days")
    assert "Annex C. Words of likelihood and confidence" not in paragraphs(build(draft.done()))
    draft.entry(Kind.TEXT, "It is very unlikely that the ferries sail.")
    memo = build(draft.done())
    assert "Annex B. Words of likelihood and confidence" in paragraphs(memo)
    assert "Annex C. Excerpts behind this memo" in paragraphs(memo)


def test_what_differs_is_told_word_for_word() -> None:
    draft = with_articles()
    draft.section("Where the sources differ", Layout.DIFFERENCES)
    fact = draft.fact("harbor", "Two supply ships of the navy are on their way")
    against = draft.excerpt("wire", "The navy said that it had sent no ships")
    draft.tie(fact, against, Stance.CONTRADICTING)
    (told,) = paragraphs(build(draft.done()), Role.BULLET)
    assert told.endswith("Against it: Northern Wire, “The navy said that it had sent no ships.”")


def test_a_british_memo_stops_outside_of_the_marks() -> None:
    draft = drafted("submission")
    draft.section("Where the sources differ", Layout.DIFFERENCES)
    fact = draft.fact("harbor", "Two supply ships of the navy are on their way")
    draft.tie(fact, draft.excerpt("wire", "The navy said"), Stance.CONTRADICTING)
    (told,) = paragraphs(build(draft.done()), Role.BULLET)
    assert told.endswith("“The navy said”.")


def test_a_quote_said_on_another_day_than_printed_has_both_days() -> None:
    draft = with_articles()
    draft.section("Quotes", Layout.QUOTES)
    draft.quote("wire", "It would be wrong to panic", speaker="The governor", event_time="2021-02")
    draft.quote("harbor", "Nobody", speaker="Ida Holm", event_time="2021-03-07")
    draft.quote("plain", "run out of fuel", speaker="A minister", event_time="2021-03-01")
    told = paragraphs(build(draft.done()), Role.QUOTE_SOURCE)
    assert told == [
        "The governor, February 2021 (Northern Wire, 8 March 2021)",
        "Ida Holm, Harbor Ledger, 7 March 2021",
        "A minister, 1 March 2021",
    ]


def test_options_are_lettered_and_followed_by_a_line_to_decide_on() -> None:
    draft = drafted("action")
    draft.section("Options", Layout.OPTIONS)
    draft.entry(Kind.TEXT, "Wait.")
    draft.fact("wire", "The island has food for eleven days")
    memo = build(draft.done())
    assert paragraphs(memo)[0] == "Action memo"
    assert len(paragraphs(memo, Role.OPTION)) == 2
    (line,) = paragraphs(memo, Role.DECISION)
    assert [word for word in line.replace("_", "").split() if word] == [
        "Approve", "Disapprove", "Discuss", "Date",
    ]  # fmt: skip
    roles = [block.role for block in memo.blocks if isinstance(block, Paragraph)]
    assert roles.index(Role.DECISION) > roles.index(Role.OPTION)


def test_a_submission_numbers_every_paragraph() -> None:
    draft = drafted("submission")
    draft.section("Issue", Layout.PARAGRAPHS)
    draft.entry(Kind.TEXT, "What is at stake.")
    draft.section("Background", Layout.PARAGRAPHS)
    draft.fact("wire", "The island has food for eleven days")
    memo = build(draft.done())
    assert len(paragraphs(memo, Role.NUMBER)) == 2
    assert memo.has_one_numbering
    assert memo.language == "en-GB"


@pytest.mark.parametrize("name", form.names())
def test_every_form_prints_its_own_fields_in_its_own_order(name: str) -> None:
    draft = drafted(name)
    draft.memo = replace(draft.memo, fields=dict.fromkeys(form.load(name).fields, "filled"))
    printed = [line.partition("\t")[0] for line in paragraphs(build(draft.done()), Role.FIELD)]
    labels = form.load(name).fields
    assert printed == [label for field, label in labels.items() if field != "cutoff"]


def test_the_speaker_is_named_with_the_role() -> None:
    draft = with_articles()
    draft.section("In their words", Layout.QUOTES)
    draft.quote("wire", "It would be wrong to panic", speaker="Ana Ruiz", speaker_role="governor")
    (told,) = paragraphs(build(draft.done()), Role.QUOTE_SOURCE)
    assert told.startswith("Ana Ruiz, governor, Northern Wire, 8 March 2021")


def test_a_translation_stands_below_the_words_that_were_said() -> None:
    draft = with_articles()
    draft.section("In their words", Layout.QUOTES)
    draft.quote("wire", "It would be wrong to panic", speaker="Ana Ruiz")
    draft.entries[-1] = replace(
        draft.entries[-1], translation="Panik wäre falsch", translator="B. Lang"
    )
    memo = build(draft.done())
    assert paragraphs(memo, Role.QUOTE) == [
        "“It would be wrong to panic”",
        "Translation: “Panik wäre falsch”",
    ]
    assert "translated by B. Lang" in paragraphs(memo, Role.QUOTE_SOURCE)[0]


def test_a_memo_may_be_in_another_language_than_its_form() -> None:
    draft = with_articles(date="2021-03-09")
    draft.memo = replace(draft.memo, options={"language": "de"})
    draft.section("Im Wortlaut", Layout.QUOTES)
    draft.quote("wire", "It would be wrong to panic", speaker="Ana Ruiz")
    memo = build(draft.done())
    assert memo.language == "de-DE"
    assert paragraphs(memo, Role.TITLE) == ["Informationsvermerk"]
    assert paragraphs(memo, Role.QUOTE) == ["„It would be wrong to panic“"]
    assert memo.date.replace("\u00a0", " ") == "9. März 2021"
