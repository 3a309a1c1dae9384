from __future__ import annotations

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role, Run, Table


def test_the_text_of_a_paragraph_leaves_note_references_out() -> None:
    paragraph = Paragraph(Role.BULLET, (Run("Talks "), Run("", note=1), Run("go on.")))
    assert paragraph.text == "Talks go on."


def test_tables_and_notes_do_not_count_as_words() -> None:
    blocks = (
        Paragraph(Role.HEADING_1, (Run("What happened"),)),
        Table("T", "", (1.0,), ("A header",), (((Run("some cells"),),),)),
        Paragraph(Role.BULLET, (Run("Talks go on."), Run("", note=1))),
    )
    memo = ComposedMemo("T", "S", "T", "", "", "", "en", blocks, ())
    assert memo.word_count == 5
