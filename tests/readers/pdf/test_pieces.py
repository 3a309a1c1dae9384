"""Lines of a page, parted where columns may be."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.file import PdfFile
from briefing_app.readers.pdf.pieces import Piece
from tests.readers.pdf_samples import Text, make_pdf


def pieces(*page: Text) -> list[Piece]:
    with PdfFile(make_pdf([page])) as pdf:
        return pdf.page(0).pieces


def test_a_line_over_a_gap_is_parted_where_columns_may_be() -> None:
    rows = [
        [Text(50, 700 - 12 * row, "left words here"), Text(300, 700 - 12 * row, "right words here")]
        for row in range(5)
    ]
    texts = {piece.text for piece in pieces(*(text for row in rows for text in row))}
    assert texts == {"left words here", "right words here"}


def test_headlines_side_by_side_are_parted_where_text_below_is_not() -> None:
    below = [Text(50, 660 - 12 * row, f"{'words of a line ' * 4}{row}") for row in range(8)]
    heads = [Text(50, 700, "Allies meet", 14), Text(300, 700, "Markets calm", 14)]
    assert [piece.text for piece in pieces(*heads, *below)[:2]] == ["Allies meet", "Markets calm"]


def test_a_line_of_words_that_were_drawn_one_by_one_is_whole() -> None:
    words = ["one", "two", "three", "four", "five", "six"]
    line = [Text(50 + 40 * place, 700, word) for place, word in enumerate(words)]
    assert [piece.text for piece in pieces(*line)] == ["one two three four five six"]


def test_blanks_around_a_line_take_no_place() -> None:
    (piece,) = pieces(Text(50, 700, "   words   ", 10))
    assert piece.text == "words"
    assert piece.left == pytest.approx(50 + 3 * 6, abs=1)
    assert piece.right == pytest.approx(50 + 8 * 6, abs=1)


def test_a_page_of_blanks_has_no_piece() -> None:
    assert pieces(Text(50, 700, "   ")) == []


def test_all_lines_of_a_size_are_equally_high() -> None:
    found = pieces(Text(50, 700, "acemnors", 10), Text(50, 680, "(Qgjpqy|", 10))
    assert found[0].size == pytest.approx(found[1].size, abs=0.1)
    assert found[0].bottom - found[1].bottom == pytest.approx(20, abs=0.1)
