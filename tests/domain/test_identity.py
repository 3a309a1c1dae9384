from __future__ import annotations

import re

from briefing_app.domain.identity import new_id


def test_names_are_32_hexadecimal_digits_and_all_different() -> None:
    names = {new_id() for _ in range(1000)}
    assert len(names) == 1000
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in names)
