"""Numbers of lists: written where a reader sees them, and nowhere else."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.fragment import clean_fragment
from briefing_app.readers.web.list_numbers import write_list_numbers

THREE = "<li>The mission stays.<li>The trainers come back.<li>Ministers meet again."


def numbers(markup: str) -> list[str]:
    tree = html_tree.parse(f"<div>{markup}</div>")
    write_list_numbers(tree)
    return [line.partition(" ")[0] for line in html_tree.lines(tree)]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<ol>", ["1.", "2.", "3."]),
        ("<ol start='4'>", ["4.", "5.", "6."]),
        ("<ol start='-1'>", ["-1.", "0.", "1."]),
        ("<ol start='many'>", ["1.", "2.", "3."]),
        ("<ol reversed>", ["3.", "2.", "1."]),
        ("<ol reversed start=12>", ["12.", "11.", "10."]),
        ("<ol type=a>", ["a.", "b.", "c."]),
        ("<ol type=A>", ["A.", "B.", "C."]),
        ("<ol type=i>", ["i.", "ii.", "iii."]),
        ("<ol type=I>", ["I.", "II.", "III."]),
        ("<ol style='list-style: lower-alpha outside'>", ["a.", "b.", "c."]),
        ("<ol style='list-style-type:upper-roman'>", ["I.", "II.", "III."]),
        ("<ol type=a style='margin:0'>", ["a.", "b.", "c."]),
    ],
)
def test_a_list_counts_as_it_says(start: str, expected: list[str]) -> None:
    assert numbers(f"{start}{THREE}</ol>") == expected


def test_an_item_may_count_on_from_its_own_number() -> None:
    assert numbers("<ol><li>a word<li value=7>a word<li>a word</ol>") == ["1.", "7.", "8."]


def test_lists_within_lists_count_on_their_own() -> None:
    inner = "<ol type=a><li>In Kuwait.</li><li>In Baghdad.</li></ol>"
    found = numbers(f"<ol><li>The mission stays.{inner}</li><li>Ministers meet.</li></ol>")
    assert found == ["1.", "a.", "b.", "2."]


def test_the_number_stands_before_the_first_words_however_deep_they_are() -> None:
    assert clean_fragment(
        "<ol><li> <p>The mission <b>stays</b>.</p><p>All agreed.</p></li>"
        "<li><div><p><b>Trainers</b> come back.</p></div></li><li> </li></ol>"
    ) == ["1. The mission stays.", "All agreed.", "2. Trainers come back."]


def test_a_picture_above_the_words_of_an_item_leaves_number_and_words_together() -> None:
    item = "<li><a href='/a'><img src='a.png'></a><!-- a --><p>The mission stays.</p></li>"
    assert clean_fragment(f"<ol>{item}</ol>") == ["1. The mission stays."]


@pytest.mark.parametrize(
    "markup",
    [
        f"<ol style='list-style:none'>{THREE}</ol>",
        f"<ol class='story list-unstyled'>{THREE}</ol>",
        f"<ol role=list>{THREE}</ol>",
        "<ol style='list-style-type: disc'><li>The mission stays.</ol>",
        "<ol><li>1. The mission stays.<li>2. The trainers come back.</ol>",
        "<ol><li>(a) The mission stays.<li>(b) The trainers come back.</ol>",
        "<ol><li><a href='/a'>The mission stays</a><li><a href='/b'>The trainers</a></ol>",
        "<ol><li><time>10:40</time> The mission stays.<li><h3>Update</h3>Ministers meet.</ol>",
        "<ul><li>The mission stays.</ul><ol></ol><ol><li></ol>",
    ],
)
def test_lists_that_show_no_numbers_or_have_them_in_their_text_get_none(markup: str) -> None:
    tree = html_tree.parse(markup)
    before = html_tree.lines(tree)
    write_list_numbers(tree)
    assert html_tree.lines(tree) == before


def test_a_declaration_of_a_page_keeps_the_numbers_of_its_paragraphs() -> None:
    said = [
        f"We have decided on point {n} that the trainers of the alliance go back to Baghdad when "
        "the government of Iraq asks for them and the security of all of them can be assured."
        for n in range(5)
    ]
    items = "".join(f"<li><p>{line}</p></li>" for line in said)
    page = f"<html><body><article><h1>Declaration</h1><ol>{items}</ol></article></body></html>"
    article = read_bytes("a.html", page.encode()).articles[0]
    assert article.paragraphs == tuple(f"{n}. {line}" for n, line in enumerate(said, 1))
