"""Names of rows."""

from __future__ import annotations

import re

from briefing_app.domain.identity import new_id


def test_identifiers_are_plain_and_never_the_same():
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch(r"[0-9a-f]{32}", id) for id in ids)
