"""The memo as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing_app.domain.memo import Paragraph
from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo.build import build
from briefing_app.memo.markdown_writer import to_markdown
from tests.memo.briefings import golden, with_articles


def bare(text: str) -> str:
    return re.sub(r"[\s\\\u200e*]", "", text)


def test_every_paragraph_is_there_in_order() -> None:
    memo = build(golden())
    text = bare(re.sub(r"\[\^\d+\](?!:)", "", to_markdown(memo)))
    at = 0
    for block in memo.blocks:
        if isinstance(block, Paragraph):
            at = text.index(bare(block.text), at)


def test_every_reference_has_its_note() -> None:
    text = to_markdown(build(golden()))
    references = re.findall(r"\[\^(\d+)\](?!:)", text)
    notes = re.findall(r"(?m)^\[\^(\d+)\]:", text)
    assert references == notes == [str(n) for n in range(1, len(notes) + 1)]


def test_words_are_never_marks() -> None:
    draft = with_articles()
    draft.section("Own", Layout.PARAGRAPHS)
    draft.entry(Kind.TEXT, "*not bold* # [x](y) <b> 1|2")
    draft.entry(Kind.TEXT, "- no item")
    text = to_markdown(build(draft.done()))
    assert r"\*not bold\* \# \[x\](y) \<b\> 1\|2" in text
    assert "\\- no item" in text


def test_tables_have_a_line_a_row() -> None:
    text = to_markdown(build(golden()))
    assert (
        "| Actor | Stated position | Source |\n| --- | --- | --- |\n| **Three officials** |" in text
    )


def test_items_of_a_list_stand_together() -> None:
    draft = with_articles()
    draft.section("Judgments", Layout.NUMBERED)
    for word in ("One.", "Two.", "Three."):
        draft.entry(Kind.TEXT, word)
    assert "1. One.\n2. Two.\n3. Three." in to_markdown(build(draft.done()))


def test_a_quote_its_translation_and_its_source_are_one_quotation() -> None:
    draft = with_articles()
    draft.section("Quotes", Layout.QUOTES)
    draft.quote("persian", "«هراس بی‌جا است»", speaker="The governor")
    draft.entries[-1] = replace(draft.entries[-1], translation="Panic is out of place")
    text = to_markdown(build(draft.done())).replace("\u200e", "")
    assert (
        "> «هراس بی‌جا است»\n>\n> *Translation:* “Panic is out of place”\n>\n> — The governor"
        in text
    )
