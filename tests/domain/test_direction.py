"""The direction of words."""

from __future__ import annotations

import pytest

from briefing_app.domain.direction import is_right_to_left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO", False),
        ("قال", True),
        ("2020 قال", True),
        ("“שלום”", True),
        ("", False),
        ("– 1", False),
    ],
)
def test_direction_follows_the_first_strong_character(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
