"""Every note of the checker of templates has words."""

from __future__ import annotations

from briefing_app.gui.template_words import SCRUBBED, told
from briefing_app.memo.office_template.scrub import Unwanted
from briefing_app.memo.office_template.template import (
    LeftColumns,
    NoPageNumbers,
    NoStyle,
    OwnText,
    PlaceInside,
    Scrubbed,
)


def test_everything_that_can_be_taken_out_has_words(qapp) -> None:
    assert set(SCRUBBED) == set(Unwanted)
    assert len(set(told(map(Scrubbed, Unwanted)))) == len(Unwanted)


def test_missing_styles_are_named_in_one_line(qapp) -> None:
    assert told([NoStyle("Heading 2", True)]) == ["It has no style “Heading 2”: ours is used."]
    many = told([NoStyle(f"Style {n}", True) for n in range(9)])
    assert many == [
        "It has no styles “Style 0”, “Style 1”, “Style 2”, “Style 3”, “Style 4”, “Style 5” "
        "and 3 more: ours are used."
    ]


def test_styles_of_our_own_are_not_missed(qapp) -> None:
    assert told([NoStyle("Memo Field", False)]) == []


def test_the_other_notes_have_words_too(qapp) -> None:
    lines = told([OwnText("Best regards"), PlaceInside(), LeftColumns(), NoPageNumbers()])
    assert len(lines) == 4 and "Best regards" in lines[0]
