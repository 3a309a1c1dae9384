"""Words are runs of letters, but characters where scripts have no spaces."""

from __future__ import annotations

import pytest

from briefing_app.domain.words import WORD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fleet’s 3 ships, left.", ["The", "fleet", "s", "3", "ships", "left"]),
        ("العراق وإيران", ["العراق", "وإيران"]),
        ("北约在伊拉克", list("北约在伊拉克")),
        ("NATO在Iraq", ["NATO", "在", "Iraq"]),
        ("カタカナ", list("カタカナ")),
        ("… — ?", []),
    ],
)
def test_words(text, words):
    assert WORD.findall(text) == words
