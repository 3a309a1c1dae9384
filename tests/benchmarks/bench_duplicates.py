"""Finding near-identical articles: what their fingerprints cost an import, and a look-up takes."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.analysis.overlap import fingerprint
from briefing_app.domain.article import Article, Original
from briefing_app.store import Store
from tests.benchmarks.measuring import Row, articles, folder, milliseconds, put, seconds

COUNT = 10_000
SLICE = 200
GOAL = 1.25
LOOK_UP_MS = 20
LOOK_UPS = 200


def put_marked(store: Store, batch: list[Article], marks: dict[str, tuple[int, ...]]) -> None:
    with store.change("Import"):
        for article in batch:
            original = Original(f"{article.id}.txt", "text/plain", article.body.encode())
            store.articles.add(original, [article], marks)


def run() -> Iterator[Row]:
    texts = list(articles(COUNT))
    marks = {}
    spent = seconds(lambda: marks.update({a.id: fingerprint(a.body) for a in texts}))
    yield Row("fingerprint of 500 words", f"{spent / COUNT * 1000:.2f} ms")
    plain = Store.create(folder() / "plain.briefing", "x")
    marked = Store.create(folder() / "marked.briefing", "x")
    with plain, marked:
        plain_s = marked_s = 0.0
        for at in range(0, COUNT, SLICE):
            batch = texts[at : at + SLICE]
            plain_s += seconds(lambda batch=batch: put(plain, batch))
            marked_s += seconds(lambda batch=batch: put_marked(marked, batch, marks))
        ratio = marked_s / plain_s
        yield Row(
            f"import {COUNT:,} with fingerprints",
            f"{ratio:.2f} x without",
            f"<= {GOAL} x without",
            ratio <= GOAL,
        )
        growth = marked.path.stat().st_size / plain.path.stat().st_size
        yield Row("file with fingerprints", f"{growth:.3f} x without")
        cuts = [fingerprint(a.body[: len(a.body) * 6 // 10]) for a in texts[:: COUNT // LOOK_UPS]]
        found: list[bool] = []
        times = [
            seconds(lambda cut=cut: found.append(bool(marked.articles.similar(cut))))
            for cut in cuts
        ]
        yield Row(
            f"find the article of a text cut to 60 % among {COUNT:,}",
            f"{milliseconds(times)}, found {sum(found) / len(found):.0%}",
            f"<= {LOOK_UP_MS} ms",
            max(times) * 1000 <= LOOK_UP_MS and all(found),
        )
