"""The field for the credibility of information."""

from __future__ import annotations

import pytest

from briefing_app.gui.outline.credibility import CREDIBILITY, CredibilityField


def test_every_grade_of_credibility_has_its_words() -> None:
    assert len(CREDIBILITY) == 7
    assert [words[0] for words in CREDIBILITY[1:]] == list("123456")


@pytest.mark.parametrize("grade", ["", "1", "6"])
def test_the_field_gives_back_the_grade_that_was_set(qtbot, grade: str) -> None:
    field = CredibilityField()
    qtbot.addWidget(field)
    field.set_grade(grade)
    assert field.grade == grade
    assert field.currentText()[0] == (grade or "N")
