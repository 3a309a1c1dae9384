"""Numbers of lists in figures, letters and Roman figures."""

from __future__ import annotations

import pytest

from briefing_app.readers.figures import figure


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (12, "decimal", "12"), (-1, "decimal", "-1"), (3, "decimalZero", "03"),
        (2, "lowerLetter", "b"), (28, "upperLetter", "BB"), (0, "lowerLetter", "0"),
        (1994, "lowerRoman", "mcmxciv"), (4, "upperRoman", "IV"), (7, "bullet", ""),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_form_says(count: int, form: str, written: str) -> None:
    assert figure(count, form) == written
