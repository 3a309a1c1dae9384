"""A page's text without blanks between spaced letters and without marks of notes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing_app.readers.pdf.file import PdfFile
from briefing_app.readers.pdf.written import as_written
from tests.readers.pdf_samples import Text, make_pdf, with_marks


def lines(*page: Text) -> list[str]:
    with PdfFile(make_pdf([page])) as pdf:
        return [piece.text for piece in pdf.page(0).pieces]


def words(*page: Text) -> str:
    return " ".join(lines(*page))


@pytest.mark.parametrize("spacing", [2, 4, 8])
def test_letters_that_are_set_apart_are_words(spacing: float) -> None:
    heading = Text(50, 700, "PRESS RELEASE OF THE ALLIANCE", 12, spacing=spacing)
    assert lines(heading) == ["PRESS RELEASE OF THE ALLIANCE"]


def test_blanks_that_were_typed_between_letters_are_none_between_words() -> None:
    assert lines(Text(50, 700, "P R E S S   R E L E A S E", 12)) == ["PRESS RELEASE"]


def test_letters_that_a_scanner_set_apart_are_words() -> None:
    scanned = "The people of the republic were asked to attend the meeting in the great hall"
    page = [
        Text(50, 700 - 20 * row, word_by_word, 10, spacing=2.5)
        for row, word_by_word in enumerate([scanned, "United States", "North Street 14"])
    ]
    assert lines(*page) == [scanned, "United States", "North Street 14"]


@pytest.mark.parametrize("line", ["I saw a cat, a dog, a fox, a hen", "Plans A B C and D failed"])
def test_words_of_one_letter_stay_words(line: str) -> None:
    assert lines(Text(50, 700, line, 10)) == [line]


def test_figures_that_stand_apart_stay_apart() -> None:
    row = [Text(50 + 40 * place, 700, str(place), 10) for place in range(1, 8)]
    assert words(*row) == "1 2 3 4 5 6 7"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("In 2019^12 the mission^3 had 500 men.^4", "In 2019 the mission had 500 men."),
        ("“We go,”^5 he said; they stayed^6, too.", "“We go,” he said; they stayed, too."),
        ("It was set up in 2018^7", "It was set up in 2018"),
    ],
)
def test_marks_of_notes_are_left_out(line: str, text: str) -> None:
    assert words(*with_marks(50, 700, line, 10)) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A camp of 12 km^2 in all", "A camp of 12 km2 in all"),
        ("A dose of 10^6 units", "A dose of 106 units"),
        ("A dose of ^131I, and", "A dose of 131I, and"),
        ("It costs 2 ^1/2 dollars", "It costs 2 1/2 dollars"),
        ("In 2019 COVID-19 and B12 and 300 men.", "In 2019 COVID-19 and B12 and 300 men."),
    ],
)
def test_other_numbers_stay(line: str, text: str) -> None:
    assert words(*with_marks(50, 700, line, 10)) == text


def test_a_number_that_begins_a_note_stays() -> None:
    note = with_marks(50, 680, "^1 Example, p. 4.", 8)
    assert lines(Text(50, 700, "the end of it.", 10), *note) == [
        "the end of it.", "1 Example, p. 4.",
    ]  # fmt: skip


def test_a_word_close_after_an_apostrophe_is_a_word() -> None:
    line = [Text(50, 700, "The United Nations’", 10), Text(50 + 19 * 6 + 1.8, 700, "envoy", 10)]
    assert words(*line) == "The United Nations’ envoy"
    assert words(Text(50, 700, "at one o’clock; the boys’room", 10)).endswith("boys’room")


def test_a_number_that_a_scanner_saw_a_little_higher_stays() -> None:
    line = [Text(50, 700, "They killed", 10), Text(122, 702, "14", 10), Text(140, 700, "men", 10)]
    assert words(*line) == "They killed 14 men"


def test_a_number_in_the_next_cell_of_a_table_stays() -> None:
    row = [Text(50, 700, "Basra", 10), Text(100, 703, "12", 7)]
    assert words(*row) == "Basra 12"


def test_marks_are_told() -> None:
    page = [*with_marks(50, 700, "In 2019^12 the mission^3 had 500 men of 12 km^2", 10)]
    with PdfFile(make_pdf([page])) as pdf:
        assert pdf.page(0).marks == {"12", "3"}


def test_a_space_after_a_mark_stays() -> None:
    line = [*with_marks(50, 700, "The mission^12", 10), Text(130, 700, "went on.", 10)]
    assert words(*line) == "The mission went on."


class _OfWord:
    """A page of one line that begins with a bullet of the font Symbol."""

    text = "\uf0b7 Ministers meet"


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    assert as_written(_OfWord()) == "• Ministers meet"  # type: ignore[arg-type]


class _OfTwoLines:
    """A page of which pdfium takes two lines for one, as in what some browsers print."""

    text = "a two- or an e- mail"

    def boxes(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        end = self.text.index("mail")
        return [
            (50 + 5 * at, 710, 55 + 5 * at, 700) if at < end else (50, 698, 55, 688)
            for at in positions
        ]


def test_a_line_that_ends_with_one_letter_and_a_hyphen_ends_there() -> None:
    assert as_written(_OfTwoLines()) == "a two- or an e-\nmail"  # type: ignore[arg-type]
