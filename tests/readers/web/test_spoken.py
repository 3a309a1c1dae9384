"""Words that are read out and not seen, or seen and not read out: a quotation has what is seen."""

from __future__ import annotations

import pytest

from briefing_app.readers import read_bytes

OTHERS = [
    f"Officer {n} said that the alliance had moved its trainers from Baghdad to Kuwait on Monday "
    f"and that {n} of the allies had agreed to it after a night of talks in Brussels."
    for n in range(3)
]


def read(paragraph: str) -> str:
    others = "".join(f"<p>{line}</p>" for line in OTHERS)
    page = (
        f"<html><body><article><h1>Trainers</h1><p>{paragraph}</p>{others}</article></body></html>"
    )
    found = read_bytes("a.html", page.encode()).articles[0].paragraphs
    assert found[1:] == tuple(OTHERS)
    return found[0]


@pytest.mark.parametrize(
    "told",
    [
        "<span class='sr-only'> (opens in a new window)</span>",
        "<span class='text__visually-hidden__2x'>, opens new tab</span>",
        "<span class='screen-reader-text'>Link to another page</span>",
        "<span style='position:absolute;clip:rect(0 0 0 0)'>, opens new tab</span>",
        "<span style='clip-path: inset(50%)'>, opens new tab</span>",
        "<span role='tooltip'>A pact of 29 states.</span>",
    ],
)
def test_what_is_only_read_out_is_not_in_a_quotation(told: str) -> None:
    linked = f"“We <a href='/x'>have not left{told}</a> Iraq,” the general told us on Monday."
    assert read(linked) == "“We have not left Iraq,” the general told us on Monday."


@pytest.mark.parametrize(
    "start",
    [
        "<span class='drop-cap' aria-hidden='true'>W</span><span>e have</span>",
        "<span aria-hidden='true'>W</span>e have",
        "<span aria-hidden='true'>W</span><span class='sr-only'>W</span>e have",
        "<span aria-hidden='true'>W</span><span class='sr-only'>We</span> have",
    ],
)
def test_a_large_first_letter_is_part_of_its_word(start: str) -> None:
    line = "not left Iraq, and nobody has asked us to leave it, said the general in Brussels."
    assert read(f"{start} {line}") == f"We have {line}"


def test_signs_that_are_not_read_out_go_and_what_is_read_out_for_them_stays() -> None:
    line = (
        "It cost <span aria-hidden='true'>$5m</span><span class='sr-only'>5 million dollars</span> "
        "to bring <i aria-hidden='true'>★</i>them home, the ministry in Ottawa said on Tuesday."
    )
    expected = (
        "It cost 5 million dollars to bring them home, the ministry in Ottawa said on Tuesday."
    )
    assert read(line) == expected


def test_a_button_that_explains_a_word_of_a_sentence_leaves_the_word() -> None:
    line = "“We have <button>not</button> left Iraq,” the general told us. <button>Share</button>"
    assert read(line) == "“We have not left Iraq,” the general told us."


@pytest.mark.parametrize(
    "between",
    [
        "<button>Share</button>",
        "<span class='ad-label'>Advertisement</span>",
        "<span class='related'>Read more: The trainers leave</span>",
    ],
)
def test_what_stands_between_two_sentences_to_be_clicked_on_goes(between: str) -> None:
    line = f"“We have not left Iraq,” the general told us. {between} Nobody had asked him to."
    said = "“We have not left Iraq,” the general told us. Nobody had asked him to."
    assert read(line) == said


def test_a_button_to_follow_an_author_is_no_word_of_the_line() -> None:
    line = "The trainers, writes Jane Doe <button>Follow</button> from Kuwait, have not left Iraq."
    assert read(line) == "The trainers, writes Jane Doe from Kuwait, have not left Iraq."
