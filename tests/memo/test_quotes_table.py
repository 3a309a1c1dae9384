"""The quotes as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

import openpyxl

from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo.quotes_table import COLUMNS, rows, to_csv, to_xlsx
from tests.memo.briefings import Draft, golden, with_articles


def quoted() -> Draft:
    draft = with_articles()
    draft.section("In their words", Layout.QUOTES)
    draft.quote("wire", "It would be wrong to panic", speaker="Ana Ruiz", speaker_role="governor")
    draft.quote("harbor", "Nobody wants this strike.", text="Everybody wants this strike.")
    draft.entry(Kind.QUOTE, "=HYPERLINK(A1)")
    return draft


def test_each_quote_is_a_row_with_its_source() -> None:
    first, second, third = (dict(zip(COLUMNS, row, strict=True)) for row in rows(quoted().done()))
    assert first["quote"] == "It would be wrong to panic"
    assert (first["speaker"], first["role"]) == ("Ana Ruiz", "governor")
    assert (first["outlet"], first["paragraph"], first["verbatim"]) == ("Northern Wire", "2", "yes")
    assert second["verbatim"] == "no"
    assert (third["outlet"], third["verbatim"]) == ("", "no")


def test_facts_are_no_quotes() -> None:
    briefing = golden()
    quotes = [entry for entry in briefing.entries if entry.kind is Kind.QUOTE]
    assert len(list(rows(briefing))) == len(quotes) < len(briefing.entries)


def test_a_spreadsheet_works_nothing_out() -> None:
    lines = list(csv.reader(io.StringIO(to_csv(quoted().done()).decode("utf-8-sig"))))
    assert lines[0][0] == "Quote"
    assert lines[3][0] == "'=HYPERLINK(A1)"
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(quoted().done()))).active
    assert sheet.cell(4, 1).value == "=HYPERLINK(A1)"
    assert sheet.cell(4, 1).data_type == "s"


def test_workbook_and_text_say_the_same() -> None:
    briefing = golden()
    lines = list(csv.reader(io.StringIO(to_csv(briefing).decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(briefing))).active
    cells = [[value or "" for value in row] for row in sheet.iter_rows(values_only=True)]
    assert cells == lines


def test_the_same_quotes_give_the_same_bytes_and_no_name_of_a_user() -> None:
    made = to_xlsx(golden())
    assert made == to_xlsx(golden())
    properties = openpyxl.load_workbook(io.BytesIO(made)).properties
    assert not properties.creator
    assert properties.created == properties.modified
    assert properties.modified is not None and properties.modified.year == 1980


def test_control_characters_do_not_break_the_workbook() -> None:
    draft = with_articles()
    draft.section("Odd", Layout.QUOTES)
    draft.entry(Kind.QUOTE, "a\x00b\x0b\ud800c")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(draft.done()))).active
    assert sheet.cell(2, 1).value == "abc"
    assert to_csv(draft.done())


def test_words_come_without_marks_and_days_without_hours() -> None:
    draft = with_articles()
    draft.section("Quotes", Layout.QUOTES)
    draft.quote("wire", "“It would be wrong to panic,”", speaker="The governor")
    (row,) = rows(draft.done())
    assert row[0] == "It would be wrong to panic"
    assert row[7] == "2021-03-08"
