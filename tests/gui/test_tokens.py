"""The colour tokens are colours."""

from __future__ import annotations

import re

from briefing_app.gui.tokens import DARK, LIGHT


def test_every_token_is_a_colour() -> None:
    for palette in (LIGHT, DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in palette.values())
