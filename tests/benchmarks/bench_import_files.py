"""Importing files, beside the bare parser over all cores: what the program itself costs."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import psutil

from briefing_app.domain.article import Article
from briefing_app.importing import Import, ImportReport, import_files
from briefing_app.reading_pool import ReadingPool, Wanted
from briefing_app.store import Store
from tests.benchmarks import papers
from tests.benchmarks.measuring import Row, articles, folder, seconds, vocabulary

SMALL, PAGES, PAPERS = 10_000, 1000, 500
SMALL_A_SECOND = 700
"""Ten times what Taguette 1.5.2 takes in (69 .html files a second)."""

PARSER = 1.3
FIRST_MS = 300
FURNITURE = 1500
"""Links around the article of a page, which make it as large as those of real outlets."""


def page(article: Article, *, furniture: int = 0) -> str:
    """A web page with the particulars where outlets put them."""
    source = random.Random(article.headline)
    words = vocabulary()
    links = [
        f'<li class="nav-item"><a href="/{n}" data-track="a{n}">{" ".join(source.sample(words, 4))}'
        f"</a><span>{n}</span></li>"
        for n in range(furniture)
    ]
    above, below = "".join(links[: furniture // 2]), "".join(links[furniture // 2 :])
    text = "".join(f"<p>{line.capitalize()}.</p>" for line in article.body.split("\n"))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{article.headline} | Outlet</title>"
        f"<meta property='og:site_name' content='{article.publisher}'>"
        f"<meta property='article:published_time' content='{article.published}T10:00:00Z'>"
        f"</head><body><nav><ul>{above}</ul></nav><article>"
        f"<h1>{article.headline}</h1>{text}</article>"
        f"<footer><ul>{below}</ul></footer></body></html>"
    )


def small_texts() -> Iterator[bytes]:
    """Articles as text files."""
    for article in articles(SMALL // 2):
        text = f"{article.headline}\n\nBRUSSELS, {article.published} - {article.body}\n"
        yield text.replace("\n", "\n\n").encode()


def write(name: str, made: Iterator[bytes], suffix: str) -> list[Path]:
    """Files of these bytes in a folder of their own."""
    place = folder() / name
    place.mkdir()
    files = []
    for n, data in enumerate(made):
        files.append(place / f"{n:04}{suffix}")
        files[-1].write_bytes(data)
    return files


def bare_page(path: str) -> int:
    """What a program with trafilatura alone would do."""
    import trafilatura

    found = trafilatura.bare_extraction(Path(path).read_bytes(), with_metadata=True)
    return len(found.text or "") if found else 0


def bare_paper(path: str) -> int:
    """What a program with pypdfium2 alone would do."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(path)) as document:
        return sum(len(page.get_textpage().get_text_range()) for page in document)


def imported(paths: Sequence[Path], pool: ReadingPool) -> tuple[ImportReport, float]:
    """What became of files imported into a new briefing, and how long that took."""
    target = folder() / f"{paths[0].name}-{len(paths)}.briefing"
    reports = []
    with Store.create(target, "x") as store:
        spent = seconds(lambda: reports.append(import_files(store, paths, read=pool.read_ahead)))
    target.unlink()
    return reports[0], spent


def first_ms(pool: ReadingPool, files: Sequence[Path]) -> float:
    """Until the first of many files is read and stored."""
    with Store.create(folder() / "first.briefing", "x") as store:
        start = perf_counter()
        read = islice(pool.read([Wanted(path) for path in files]), 1)
        Import(store).take(read)
        return (perf_counter() - start) * 1000


def processor_s(ids: Iterable[int]) -> float:
    """Seconds of processor time that this process and others have taken."""
    times = [psutil.Process(id).cpu_times() for id in (os.getpid(), *ids)]
    return sum(time.user + time.system for time in times)


def compared(
    name: str,
    files: list[Path],
    work: Callable[[str], int],
    pool: ReadingPool,
    *,
    times: int = 1,
) -> Row:
    """One line: ours beside the bare library over all cores, in turns, each in its best round.

    Where other programs run, the ratio of processor time says more than that of time.
    """
    known = {process.pid for process in multiprocessing.active_children()}
    with get_context("spawn").Pool() as bare:
        ids = [p.pid for p in multiprocessing.active_children() if p.pid not in known]
        bare.map(work, list(map(str, files[:16])), 1)
        imported(files[:16], pool)
        rounds = []
        for _ in range(times):
            start = processor_s(filter(None, ids))
            bare_s = seconds(lambda: bare.map(work, list(map(str, files)), 8))
            bare_cpu = processor_s(filter(None, ids)) - start
            start = processor_s(pool.process_ids)
            report, spent = imported([files[0].parent], pool)
            rounds.append((bare_s, spent, bare_cpu, processor_s(pool.process_ids) - start))
    bare_s, spent, bare_cpu, cpu = map(min, zip(*rounds, strict=True))
    stored = len(report.article_ids)
    each = f"{len(files) / spent:,.0f}/s, bare {len(files) / bare_s:,.0f}/s, {stored:,} articles"
    measured = f"{spent / bare_s:.2f} x bare, {cpu / bare_cpu:.2f} x its processor time ({each})"
    return Row(name, measured, f"<= {PARSER} x bare over all cores", spent / bare_s <= PARSER)


def papers_compared(pool: ReadingPool) -> Iterator[Row]:
    """PDFs of three pages: hardly anything in them, and as programs print them."""
    source = articles(10 * PAPERS)
    small = write("small-papers", map(papers.small, islice(source, PAPERS)), ".pdf")
    name = f"import {PAPERS:,} PDFs of 500 words, beside pypdfium2"
    yield compared(name, small, bare_paper, pool, times=3)
    made = islice(papers.long_articles(source), PAPERS)
    printed = write("papers", papers.from_qt(made), ".pdf")
    size = sum(path.stat().st_size for path in printed) // len(printed) // 1024
    name = f"import {PAPERS:,} PDFs of {size} kB, beside pypdfium2"
    yield compared(name, printed, bare_paper, pool, times=3)


def run() -> Iterator[Row]:
    pool = ReadingPool()
    try:
        pages = write(
            "pages", (page(a, furniture=FURNITURE).encode() for a in articles(PAGES)), ".html"
        )
        imported(pages[:4], pool)
        ms = first_ms(pool, pages)
        yield Row("first of 1,000 pages in the library", f"{ms:.0f} ms", f"<= {FIRST_MS} ms",
                  ms <= FIRST_MS)  # fmt: skip
        size = sum(path.stat().st_size for path in pages) // len(pages) // 1024
        name = f"import {PAGES:,} pages of {size} kB, beside trafilatura"
        yield compared(name, pages, bare_page, pool)
        yield from papers_compared(pool)
        texts = write("texts", small_texts(), ".txt")
        pages = write("small", (page(a).encode() for a in articles(SMALL // 2)), ".html")
        _, text_s = imported([texts[0].parent], pool)
        yield Row(f"import {len(texts):,} small .txt", f"{len(texts) / text_s:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", len(texts) / text_s >= SMALL_A_SECOND)  # fmt: skip
        _, page_s = imported([pages[0].parent], pool)
        yield Row(f"import {len(pages):,} small .html", f"{len(pages) / page_s:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", len(pages) / page_s >= SMALL_A_SECOND)  # fmt: skip
        both = SMALL / (text_s + page_s)
        yield Row(f"import {SMALL:,} small files, half of them .html", f"{both:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", both >= SMALL_A_SECOND)  # fmt: skip
        few = write("few", (page(a).encode() for a in articles(PAGES)), ".html")
        yield compared(f"import {PAGES:,} small .html, beside trafilatura", few, bare_page, pool)
    finally:
        pool.stop()
