"""What all benchmarks share: articles of made-up words, briefings full of them, and a stopwatch.

A benchmark is a module bench_*.py with a function `run()` that yields a Row, or just (work,
measured), for each line. It reports and never gates: machines differ, and times on one machine
vary by half.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from briefing_app.domain.article import Article, Original
from briefing_app.store import Store

SYLLABLES = [c + v for v in "eaiou" for c in "trnslcdpmhgbfvwkjz"] + ["qu", "th", "sh", "ing", "er"]
WORDS_KNOWN = 30_000
WORDS_IN_ARTICLE = 500
BATCH = 1000


class Row(NamedTuple):
    """One line of the table: what was measured, beside its goal. `met` None: there is no goal."""

    work: str
    measured: str
    goal: str = ""
    met: bool | None = None


@cache
def vocabulary() -> list[str]:
    """Words, the commonest first and shortest. As in English, up to a few hundred share their
    first four letters, most only with a handful."""
    source = random.Random(1)
    weights = [1 / (rank + 5) for rank in range(len(SYLLABLES))]
    words: dict[str, None] = {}
    while len(words) < WORDS_KNOWN:
        length = source.randint(1, 2) if len(words) < 300 else source.randint(2, 5)
        words["".join(source.choices(SYLLABLES, weights, k=length))] = None
    return list(words)


def articles(count: int) -> Iterator[Article]:
    """Articles whose words are as unevenly common as those of real ones; always the same."""
    source = random.Random(2)
    words = vocabulary()
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(count):
        drawn = source.choices(words, cum_weights=weights, k=WORDS_IN_ARTICLE)
        lines = [" ".join(drawn[at : at + 50]) for at in range(0, WORDS_IN_ARTICLE, 50)]
        yield Article(
            " ".join(source.choices(words, cum_weights=weights, k=8)),
            "\n".join(lines),
            publisher=f"Outlet {number % 30}",
            published=f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )


def put(store: Store, batch: list[Article]) -> None:
    """Import a batch as the program does: one original for each article, one step for all."""
    with store.change("Import"):
        for article in batch:
            data = article.body.encode()
            store.articles.add(Original(f"{article.id}.txt", "text/plain", data), [article])


@cache
def folder() -> Path:
    """A temporary folder of this run; call `sweep()` at its end."""
    return Path(tempfile.mkdtemp(prefix="benchmarks-"))


def sweep() -> None:
    """Remove the folder of this run."""
    shutil.rmtree(folder(), ignore_errors=True)


@cache
def library(count: int) -> Path:
    """A closed briefing of so many articles, made once a run. Leave it as it was."""
    path = folder() / f"{count}.briefing"
    left = articles(count)
    with Store.create(path, "Benchmark") as store:
        while batch := list(islice(left, BATCH)):
            put(store, batch)
    return path


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def percentile(values: list[float], share: float) -> float:
    """The value that `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(values: list[float]) -> str:
    """Median and 95th percentile, for the table."""
    median, p95 = (percentile(values, share) * 1000 for share in (0.5, 0.95))
    return f"median {median:.1f} ms, p95 {p95:.1f} ms"
