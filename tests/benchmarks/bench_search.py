"""Search as the letters of a word are typed, at 10,000 and 100,000 articles."""

from __future__ import annotations

import random
from collections.abc import Iterator

from briefing_app.store import Store
from tests.benchmarks.measuring import (
    Row,
    library,
    milliseconds,
    percentile,
    seconds,
    vocabulary,
)

GOAL_MS = 30
TYPED = 60


def typed_texts() -> list[str]:
    """Every state of the search field while words of all frequencies are typed, alone or after
    another word, and phrases."""
    source = random.Random(3)
    words = vocabulary()
    states = []
    for number in range(TYPED):
        word = words[int(len(words) ** source.random()) - 1]
        before = ("", f"{words[source.randrange(200)]} ", f'"{words[source.randrange(50)]} ')
        start = before[number % 3]
        states += [start + word[:length] for length in range(1, len(word) + 1)]
    return states


def run() -> Iterator[Row]:
    for count in (10_000, 100_000):
        with Store.open(library(count), read_only=True) as store:
            store.search("warm up")
            spent = [seconds(lambda text=text: store.search(text)) for text in typed_texts()]
            every = [seconds(lambda text=text: store.find(text)) for text in typed_texts()]
            p95 = percentile(spent, 0.95) * 1000
        met = p95 < GOAL_MS if count == 100_000 else None
        goal = f"p95 < {GOAL_MS} ms" if count == 100_000 else ""
        yield Row(
            f"a keystroke of search at {count:,}, 200 hits with snippets",
            f"{milliseconds(spent)}, worst {max(spent) * 1000:.0f} ms",
            goal,
            met,
        )
        yield Row(f"the same, ids of all hits at {count:,}", milliseconds(every))
