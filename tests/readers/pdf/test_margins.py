"""Lines at the edges of pages."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.file import Page
from briefing_app.readers.pdf.margins import is_stamped, without_margins
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


def test_what_is_repeated_far_apart_is_text() -> None:
    pages = [page((790, "A. Yes." if n % 9 == 0 else f"Text {n}"), (400, "b")) for n in range(40)]
    assert ["A. Yes.", "b"] in kept(*pages)


def test_running_lines_of_a_chapter_are_running_lines() -> None:
    pages = [page((790, "Chapter 3" if 4 < n < 9 else f"Text {n}"), (400, "b")) for n in range(40)]
    assert kept(*pages)[5] == ["b"]


def test_rows_of_figures_are_no_running_lines() -> None:
    pages = [page((800, "Budget"), (785, f"1,2{n}0 3,400"), (400, "b")) for n in range(4)]
    assert kept(*pages)[2] == ["1,220 3,400", "b"]


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


ADDRESS = "https://example.org/world/alliance-halts"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Alliance halts - Times", ADDRESS), ("1 of 1", "22/11/2026, 14:03")),
        (("22.11.26, 14:03", "Alliance halts - Times"), (ADDRESS, "1/1")),
        ((), (ADDRESS, "22.11.26, 14:03", "Seite 1 von 1")),
        (("22/11/2026 14:03", "Alliance halts - Times"), (ADDRESS, "1/1")),
    ],
    ids=["Firefox", "Chrome", "Safari", "Edge"],
)
def test_what_browsers_print_around_a_page_is_set_aside(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    pieces = [
        Piece(30 + 200 * place, y, 190 + 200 * place, y + 8, text)
        for y, texts in ((825, above), (15, below))
        for place, text in enumerate(texts)
    ]
    text = Piece(50, 400, 300, 410, "text")
    left, margins = without_margins([Page(595, 842, [*pieces, text], [], False)])
    assert left[0].pieces == [text]
    assert margins.url == ADDRESS
    assert any(map(is_stamped, margins.lines))


def test_the_last_lines_of_columns_are_text_though_one_is_an_address() -> None:
    row = [Piece(50, 80, 250, 90, ADDRESS), Piece(300, 80, 500, 90, "and they went to")]
    assert without_margins([Page(595, 842, row, [], False)])[0][0].pieces == row


def test_an_address_that_was_cut_is_none() -> None:
    assert without_margins([page((400, "text"), (20, f"{ADDRESS}/… 1/1"))])[1].url == ""


def test_the_date_of_a_newspaper_is_none_of_printing() -> None:
    assert not is_stamped("The Example Times, 6 January 2020, page 4")
