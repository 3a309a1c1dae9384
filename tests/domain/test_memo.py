"""A composed memo reads its own words."""

from __future__ import annotations

from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run


def test_a_paragraph_reads_as_its_runs_without_note_references():
    paragraph = Paragraph(
        Role.BULLET, (Run("NATO suspended", Emphasis.LEAD), Run("", note=3), Run(" training."))
    )
    assert paragraph.text == "NATO suspended training."
