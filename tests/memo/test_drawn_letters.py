"""Fonts for what is drawn."""

from __future__ import annotations

import pytest
from PIL.ImageFont import FreeTypeFont

from briefing_app.memo.drawn_letters import FONTS, font_for

SCRIPTS = {
    "Latin": "ÄÖÜäöüßÀÂÇÉÈÊËÎÏÔŒÙÛÜàâçéèêëîïôœùûü’“”„«»–—…€ąčęłńőřšžŽ",
    "Greek and Cyrillic": "Афины и Αθήνα",
    "Chinese": "大坝关闭后下游缺水",
    "Japanese": "外務省は声明を発表した",
    "Korean": "외교부 대변인",
    "Arabic": "قال وزير الخارجية",
    "Persian": "هراس بی\u200cجا است",
    "Hebrew": "ראש הממשלה",
}


def box(font: FreeTypeFont) -> bytes:
    return bytes(font.getmask("\uffff"))


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_a_font_that_is_found_has_every_letter(text: str) -> None:
    font = font_for(text, 24)
    if font is None:
        pytest.skip("this computer has no font with these letters")
    seen = [letter for letter in text if letter.isalpha()]
    assert [letter for letter in seen if bytes(font.getmask(letter)) == box(font)] == []


def test_plain_words_are_drawn_on_every_computer() -> None:
    assert font_for("NATO suspends training", 24) is not None


def test_letters_that_no_font_has_find_none() -> None:
    assert font_for("\U0010fffd", 24) is None


def test_one_font_draws_words_of_several_scripts() -> None:
    font = font_for("Beijing (北京), 7 Nov", 24)
    if font is None:
        pytest.skip("this computer has no font with these letters")
    assert font.getname()[0] not in FONTS
    assert bytes(font.getmask("B")) != box(font) != bytes(font.getmask("北"))


def test_the_font_has_the_size_that_was_asked_for() -> None:
    font = font_for("NATO", 31)
    assert font is not None
    assert font.size == 31
