"""Paragraphs of plain text, wrapped or not."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.readers.plain.paragraphs import split_paragraphs

PROSE = (
    "The alliance met in Brussels on Monday, and the talks went on until late at night. Nobody "
    "wanted to say afterwards what had been decided, but two diplomats spoke of a good mood. The "
    "training mission in Iraq stays suspended until further notice, they said, and the well-known "
    "differences over Iran were not mentioned."
)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_joined_again(width: int) -> None:
    wrapped = "\n\n".join(
        ["The headline", textwrap.fill(PROSE, width), textwrap.fill(PROSE, width)]
    )
    assert split_paragraphs(wrapped) == ["The headline", PROSE, PROSE]


def test_lines_that_were_not_wrapped_are_paragraphs() -> None:
    lines = ["The headline", PROSE, "A short line.", PROSE, "“Another,” he said."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_word_parted_at_a_line_end_loses_its_hyphen_only_if_it_is_known_without() -> None:
    text = (
        "The question how the long train-\n"
        "ing of the soldiers may go on is\n"
        "open; the training and the well-\n"
        "known people who led it remain."
    )
    (paragraph,) = split_paragraphs(text)
    assert "long training of the soldiers" in paragraph
    assert "the well-known people" in paragraph


def test_a_few_longer_lines_do_not_hide_that_the_others_were_wrapped() -> None:
    address = "https://meridian.example/" + "a" * 110 + " (in the language of the country)"
    wrapped = textwrap.fill(PROSE, 70)
    text = "\n\n".join([wrapped, wrapped, wrapped, f"{address}\nThe desk"])
    assert split_paragraphs(text) == [PROSE, PROSE, PROSE, address, "The desk"]


def test_wrapped_chinese_lines_are_joined_without_a_space() -> None:
    text = "代表们在港口城市会面第三天讨论新的规则并且表示将于明年夏天生效各国都同意"
    wrapped = "\n".join(text[at : at + 20] for at in range(0, len(text), 20))
    assert split_paragraphs("\n\n".join([wrapped] * 3)) == [text] * 3


def test_a_chinese_list_stays_a_list() -> None:
    lines = [
        "北方国家将派出两个营以及一个工兵连作为预备队",
        "南方国家一个营",
        "东方国家两个营",
        "西方国家一个连",
    ]
    assert split_paragraphs("\n".join(lines)) == lines
