"""Paragraphs, rows and what is carried over, as a word processor's reader writes them."""

from __future__ import annotations

from briefing_app.readers.documents.flow import Flow, Line, lines_of


def test_text_without_a_paragraph_around_it_is_one() -> None:
    flow = Flow()
    flow.write("a ")
    flow.write("b")
    assert flow.finish() == [Line("a b")]


def test_a_line_break_begins_a_paragraph_and_empty_ones_are_dropped() -> None:
    flow = Flow()
    flow.open_paragraph()
    flow.write("a\n \nb")
    flow.close_paragraph()
    flow.close_paragraph()
    assert flow.finish() == [Line("a"), Line("b")]


def test_what_is_carried_over_goes_before_the_next_paragraph() -> None:
    flow = Flow()
    flow.open_paragraph()
    flow.write("a ", "https://example.com")
    flow.close_paragraph(carry=True)
    flow.open_paragraph()
    flow.write("b")
    flow.close_paragraph()
    flow.open_paragraph()
    flow.write("c")
    flow.close_paragraph(carry=True)
    assert flow.finish() == [Line("a b", "https://example.com"), Line("c")]


def test_rows_without_a_beginning_or_cells_do_no_harm() -> None:
    flow = Flow()
    flow.open_cell()
    flow.close_row()
    flow.open_row()
    flow.close_row()
    assert flow.finish() == []


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    flow = Flow()
    flow.open_row()
    flow.open_cell()
    for text in ("a", "b"):
        flow.open_row()
        flow.open_cell()
        flow.open_paragraph()
        flow.write(text)
        flow.close_paragraph()
        flow.close_row()
    flow.close_row()
    assert flow.finish() == [Line("a"), Line("b")]


def test_characters_that_reverse_text_are_noticed() -> None:
    flow = Flow()
    flow.write("a\u202eb")
    assert flow.finish() == [Line("ab")]
    assert flow.reversed


def test_the_lines_of_a_text_keep_the_empty_ones() -> None:
    assert lines_of(" a\r\n\r\nb") == [Line("a"), Line(""), Line("b")]
