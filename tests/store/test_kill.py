"""Committed means saved: killing the process at any moment loses no finished change."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from briefing_app.store import Store

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25

WRITER = """
import sys
from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.store import Store

store = Store.open(sys.argv[1])
memo = store.memos.all()[0].id
number = int(sys.argv[2])
while True:
    with store.change(f"Change {number}"):
        body = f"Article {number} was kept. " * 200
        original = Original(f"{number}.txt", "text/plain", body.encode() * 5)
        [article] = store.articles.add(original, [Article(str(number), body)])
        section = store.sections.add(memo, str(number))
        store.entries.file(section, Kind.QUOTE, article, 0, 20)
    print(number, flush=True)
    number += 1
"""


def write_until_killed(path: Path, first: int, changes: int, lines_later: int) -> int:
    """Kill a writer after it has reported so many changes; the last number it reported."""
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(changes)]
        for _ in range(lines_later):  # a moment inside the next change, without a clock
            path.stat()
        writer.kill()
        reported += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    assert reported == list(range(first, first + len(reported)))
    return reported[-1]


def test_no_finished_change_is_lost_however_often_the_process_is_killed(tmp_path):
    path = tmp_path / "killed.briefing"
    Store.create(path, "Killed").close()
    moment = random.Random(2020)
    last = 0
    for _ in range(KILLS):
        last = write_until_killed(path, last + 1, moment.randint(1, 4), moment.randint(0, 6000))
        with Store.open(path) as store:
            present = sorted(int(row.headline) for row in store.articles.rows(store.articles.ids()))
            # The change after the last report may have been committed before its report.
            assert present in (list(range(1, last + 1)), list(range(1, last + 2)))
            last = present[-1]
            memo = store.memos.all()[0].id
            assert len(store.entries.cards(memo)) == len(store.sections.of_memo(memo)) == last
            assert store.check() == []
