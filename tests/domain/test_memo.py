"""A composed memo reads its own words."""

from __future__ import annotations

from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run


def test_a_paragraph_reads_as_its_runs_without_note_references():
    paragraph = Paragraph(
        Role.BULLET, (Run("NATO suspended", Emphasis.LEAD), Run("", note=3), Run(" training."))
    )
    assert paragraph.text == "NATO suspended training."


def test_neither_label_nor_mark_says_which_way_a_paragraph_runs():
    label, mark = Run("Bottom line.", Emphasis.LABEL), Run("(U) ", Emphasis.MARK)
    words = Run("علّق الحلف التدريب.")
    assert Paragraph(Role.BOTTOM_LINE, (mark, label, Run(" "), words)).own_words == f" {words.text}"
    assert Paragraph(Role.QUOTE_SOURCE, (words,)).own_words == ""
