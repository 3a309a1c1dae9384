"""Lines at the edges of pages."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.file import Page
from briefing_app.readers.pdf.margins import without_margins
from briefing_app.readers.pdf.pieces import Piece


def page(*lines: tuple[float, str], size: float = 10) -> Page:
    pieces = [Piece(50, y, 50 + 5 * len(text), y + size, text) for y, text in lines]
    return Page(595, 842, pieces, [], False)


def kept(*pages: Page) -> list[list[str]]:
    return [[piece.text for piece in left.pieces] for left in without_margins(pages)[0]]


def test_a_line_that_stands_on_three_pages_is_a_running_line() -> None:
    pages = [page((800, "The Example Times"), (400, f"Text {letter}")) for letter in "abc"]
    assert kept(*pages) == [["Text a"], ["Text b"], ["Text c"]]
    assert without_margins(pages)[1].lines == ("The Example Times",)


def test_on_two_of_many_pages_it_is_text() -> None:
    pages = [page((800, "Again"), (400, "a")), page((800, "Again"), (400, "b")), page((400, "c"))]
    assert kept(*pages)[0] == ["Again", "a"]


def test_in_a_document_of_two_pages_twice_is_enough() -> None:
    assert kept(page((800, "Times 1"), (400, "a")), page((800, "Times 2"), (400, "b"))) == [
        ["a"], ["b"],
    ]  # fmt: skip


def test_a_headline_that_is_repeated_in_small_print_stays() -> None:
    first = Page(595, 842, [Piece(50, 800, 300, 820, "Alliance meets")], [], False)
    rest = [page((800, "Alliance meets"), (400, letter)) for letter in "abc"]
    assert kept(first, *rest)[0] == ["Alliance meets"]


def test_repeated_lines_within_the_text_stay() -> None:
    pages = [page((810, f"Text {letter}"), (790, "And so on"), (400, "more")) for letter in "abc"]
    assert kept(*pages)[0] == ["Text a", "And so on", "more"]


@pytest.mark.parametrize(
    "number", ["3", "- 3 -", "Page 3 of 12", "3/12", "xii", "Seite 3 von 12", "٣", "صفحة 3"]
)
def test_a_page_number_at_the_edge_is_set_aside(number: str) -> None:
    assert kept(page((400, "text"), (20, number))) == [["text"]]


@pytest.mark.parametrize("text", ["Page three", "In 2020", "civil"])
def test_other_words_at_the_edge_are_text(text: str) -> None:
    assert kept(page((400, "text"), (20, text))) == [["text", text]]


def test_the_address_below_a_printed_page_is_found() -> None:
    pages = [page((400, "text"), (20, "https://example.org/a?b=1 1/1"))]
    left, margins = without_margins(pages)
    assert margins.url == "https://example.org/a?b=1"
    assert [piece.text for piece in left[0].pieces] == ["text"]


def test_a_page_without_text_stays_one() -> None:
    assert kept(page(), page()) == [[], []]
