"""Notes at the foot of pages."""

from __future__ import annotations

from briefing_app.readers.pdf.notes import without_notes
from briefing_app.readers.pdf.paragraphs import Column, Line, Paragraph

TEXT = ("The ministers of the alliance meet", "again in Brussels to talk about the")


def column(*lines: tuple[str, float]) -> Column:
    made = [Line(50, 300, 700 - 12 * row, size, text) for row, (text, size) in enumerate(lines)]
    return Column(made, 50, 300, 12)


def kept(pages: list[list[Column]]) -> list[str]:
    return [line.text for page in pages for column in page for line in column.lines]


def parted(pages: list[list[Column]], *marks: str) -> tuple[list[list[Column]], list[Paragraph]]:
    """The pages, on each of which stood these marks."""
    return without_notes(pages, 10, [frozenset(marks)] * len(pages))


def lines(notes: list[Paragraph]) -> list[list[str]]:
    return [[text for _, text in note.parts] for note in notes]


def body(size: float = 10) -> list[tuple[str, float]]:
    return [(text, size) for text in TEXT]


def test_notes_are_taken_from_between_the_parts_of_a_sentence() -> None:
    pages = [[column(*body(), ("1 Example, Review 12,", 8), ("p. 45.", 8), ("2 Ibid.", 8))]]
    left, notes = parted(pages, "1", "3")
    assert kept(left) == list(TEXT)
    assert lines(notes) == [["1 Example, Review 12,", "p. 45."], ["2 Ibid."]]


def test_a_note_that_goes_on_from_the_page_before_is_taken_too() -> None:
    pages = [[column(*body(), ("and others on that point.", 8), ("3. Ibid.", 8))]]
    notes = parted(pages, "1", "3")[1]
    assert lines(notes) == [["and others on that point."], ["3. Ibid."]]


def test_notes_in_a_block_of_their_own_are_taken() -> None:
    signed = column(*body(), ("Iraq.* The", 10))
    pages = [[signed, column(*body()), column(("* Example, p. 4.", 8))]]
    left, notes = parted(pages, "1", "3")
    assert lines(notes) == [["* Example, p. 4."]]
    assert len(left[0]) == 2


def test_small_print_without_a_sign_stays() -> None:
    page = [column(*body(), ("Photo by Jane Example", 8), ("in Baghdad", 8))]
    assert parted([page], "1") == ([page], [])


def test_a_page_of_notes_stays() -> None:
    page = [column(("1 Example, Review 12.", 8), ("2 Ibid.", 8))]
    assert parted([[column(*body())], page], "1")[0][1] == page


def test_numbers_in_print_of_the_size_of_the_text_stay() -> None:
    page = [column(*body(), ("1 Example is a place", 10))]
    assert parted([page], "1") == ([page], [])


def test_small_print_that_begins_with_a_number_is_no_note_unless_something_refers_to_it() -> None:
    small = [("3 people were killed on Monday,", 8.0), ("5 January: the mission ends", 8.0)]
    page = [column(*body(), *small)]
    assert parted([page], "1") == ([page], [])
    assert parted([page]) == ([page], [])


def test_a_table_in_small_print_stays() -> None:
    page = [column(*body(), ("0x0002 a number", 8), ("2nd edition", 8), ("14 Example Road", 8))]
    assert parted([page], "1", "3") == ([page], [])


def test_a_mark_that_is_not_raised_refers_to_a_note_too() -> None:
    page = [column(*body(), ("the treaty.12 It", 10), ("12 Example, p. 4.", 8))]
    assert lines(parted([page])[1]) == [["12 Example, p. 4."]]


def test_a_number_close_before_a_word_is_raised_and_the_sign_of_a_note() -> None:
    page = [column(*body(), ("2Example, p. 4.", 8))]
    assert lines(parted([page])[1]) == [["2Example, p. 4."]]
