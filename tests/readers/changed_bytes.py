"""What becomes of a sample whose bytes are changed at random: an article, or an error in words."""

from __future__ import annotations

import random

from briefing_app.errors import BriefingError
from briefing_app.readers import read_bytes


def outcomes(name: str, data: bytes, times: int = 200) -> set[int]:
    """How many articles and files inside came of changed and often shortened copies of a file.

    -1 stands for an error that tells the user what is wrong; any other is raised. Each run changes
    the same bytes.
    """
    chance, found = random.Random(f"{name} {len(data)}"), set()
    for _ in range(times):
        changed = bytearray(data[: chance.randint(min(60, len(data)), 2 * len(data))])
        for _ in range(chance.randint(0, 7)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            whole = read_bytes(name, bytes(changed))
            found.add(len(whole.articles) + len(whole.parts))
        except BriefingError:
            found.add(-1)
    return found
