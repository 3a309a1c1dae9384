"""A composed memo counts and reads its own words."""

from __future__ import annotations

from briefing_app.domain.memo import ComposedMemo, Emphasis, Paragraph, Role, Run, Table


def test_a_paragraph_reads_as_its_runs_without_note_references():
    paragraph = Paragraph(
        Role.BULLET, (Run("NATO suspended", Emphasis.LEAD), Run("", note=3), Run(" training."))
    )
    assert paragraph.text == "NATO suspended training."


def test_words_of_paragraphs_count_and_those_of_tables_do_not():
    cell = (Run("not counted"),)
    table = Table("t", "d", (1.0,), (cell,), ((cell,),))
    memo = ComposedMemo(
        title="",
        subject="",
        short_title="",
        unit="",
        date="",
        banner="",
        language="en",
        blocks=(Paragraph(Role.BODY, (Run("Two "), Run("words"))), table),
        footnotes=(),
    )
    assert memo.word_count == 2
