"""Paragraphs out of lines, and words out of halves."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.direction import Letter
from briefing_app.readers.pdf.paragraphs import (
    Paragraph,
    column_of,
    paragraphs_of,
    size_of_text,
)
from briefing_app.readers.pdf.pieces import Piece
from briefing_app.readers.pdf.words import put_together, words_of


def pieces(
    *lines: str, indents: dict[int, float] | None = None, gaps: dict[int, float] | None = None
) -> list[Piece]:
    """Lines below one another, 5 points a letter; `gaps` says how much more space is above one."""
    found = []
    y = 700.0
    for number, line in enumerate(lines):
        y -= 12 + (gaps or {}).get(number, 0)
        x = 50 + (indents or {}).get(number, 0)
        found.append(Piece(x, y, x + 5 * len(line), y + 10, line))
    return found


def texts(*blocks: list[Piece]) -> list[str]:
    columns = [column_of(block) for block in blocks]
    return together(paragraphs_of([columns], size_of_text(columns)))


def together(paragraphs: list[Paragraph]) -> list[str]:
    return [put_together(paragraph, words_of(paragraphs))[0] for paragraph in paragraphs]


FULL = "the ministers of the alliance meet again in Brussels"


def test_more_space_between_lines_begins_a_paragraph() -> None:
    block = pieces(FULL, FULL, "Then " + FULL, FULL, FULL, gaps={2: 6})
    assert [len(text.split()) for text in texts(block)] == [18, 28]


def test_an_indent_begins_a_paragraph() -> None:
    block = pieces("A " + FULL, FULL, "B " + FULL, FULL, FULL, indents={0: 10, 2: 10})
    assert [text[0] for text in texts(block)] == ["A", "B"]


def test_an_indented_quotation_is_a_paragraph() -> None:
    block = pieces(FULL, FULL, *[FULL] * 3, FULL, FULL, FULL, indents={2: 20, 3: 20, 4: 20})
    assert [len(text.split()) for text in texts(block)] == [18, 27, 27]


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    assert len(texts(pieces(FULL, "in Brussels.", "Then " + FULL, FULL))) == 2


def test_a_line_that_ends_early_for_a_long_word_does_not() -> None:
    block = pieces(
        FULL,
        "the ministers of the alliance. In",
        "counterinsurgency-operations they will soon be asked",
        FULL,
    )
    assert len(texts(block)) == 1


def test_larger_print_is_a_paragraph_of_its_own() -> None:
    heading = Piece(50, 720, 300, 736, "Ministers meet in Brussels")
    assert texts([heading, *pieces(FULL, FULL)]) == [heading.text, f"{FULL} {FULL}"]


@pytest.mark.parametrize("sign", ["•", "▪", "1.", "2)", "–"])
def test_items_of_a_list_are_paragraphs(sign: str) -> None:
    lines = [f"{sign} {FULL}.", f"{sign} {FULL}.", f"{sign} {FULL}."]
    assert texts(pieces(*lines)) == lines


def test_a_number_within_a_sentence_begins_no_item() -> None:
    assert len(texts(pieces(FULL, "6. " + FULL, FULL))) == 1
    assert len(texts(pieces(FULL, "– " + FULL, FULL))) == 1


def test_a_sentence_runs_on_in_the_next_column() -> None:
    assert texts(pieces(FULL, FULL), pieces(FULL, FULL)) == [" ".join([FULL] * 4)]


def test_a_sentence_that_ended_does_not_run_on() -> None:
    ended = FULL[:-1] + "."
    assert len(texts(pieces(FULL, ended), pieces("Then " + FULL, FULL))) == 2


def test_a_line_of_chinese_that_ends_early_ends_a_paragraph() -> None:
    full = "北约发言人星期一表示在巴格达机场附近遭到袭击后"
    assert len(texts(pieces(full, "已暂停在伊拉克的训练任务。", full, full))) == 2
    assert len(texts(pieces(full, full[:-1], full, full))) == 1


def test_a_sentence_goes_on_below_larger_print_in_its_midst() -> None:
    pull = Piece(50, 652, 300, 672, "“We stay until it is over”")
    above, below = pieces("They said: " + FULL, FULL), pieces(FULL, gaps={0: 60})
    assert texts([*above, pull, *below]) == [f"They said: {FULL} {FULL} {FULL}", pull.text]


def test_a_sentence_goes_on_after_a_box_in_another_column() -> None:
    box = [piece._replace(top=piece.top - 2) for piece in pieces("The mission stays as it is.")]
    assert texts(pieces(FULL, FULL), box, pieces(FULL, FULL)) == [
        " ".join([FULL] * 4), "The mission stays as it is.",
    ]  # fmt: skip


def test_a_sentence_that_ended_goes_on_nowhere() -> None:
    ended = FULL[:-1] + "."
    box = [piece._replace(top=piece.top - 2) for piece in pieces("The mission stays as it is.")]
    assert len(texts(pieces(FULL, ended), box, pieces(FULL, FULL))) == 3


def test_figures_alone_on_a_line_from_the_right_have_their_stop_behind_them() -> None:
    seen = "העשב אצי"
    letters = tuple(
        Letter(letter, 100 + 5 * place, 105 + 5 * place)
        for place, letter in enumerate(seen)
        if letter != " "
    )
    line = Piece(100, 700, 100 + 5 * len(seen), 710, "יצא בשעה", letters)
    block = [line, Piece(105, 688, 140, 698, ".14:30"), line._replace(bottom=676, top=686)]
    assert [line.text for line in column_of(block).lines] == ["יצא בשעה", "14:30.", "יצא בשעה"]
