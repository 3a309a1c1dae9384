"""Importing files, beside the bare parser over all cores: what the program itself costs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from briefing_app.domain.article import Article
from briefing_app.importing import Import, ImportReport, import_files
from briefing_app.reading_pool import ReadingPool, Wanted
from briefing_app.store import Store
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


def paper(article: Article) -> bytes:
    """A PDF of three pages, written by hand."""
    lines = article.body.split("\n")
    third = -(-len(lines) // 3)
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(3))
    objects += [f"<</Type/Pages/Count 3/Kids[{kids}]>>"]
    objects += ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for n in range(3):
        told = [article.headline] if n == 0 else []
        for line in lines[n * third : (n + 1) * third]:
            words = line.split()
            told += [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
        shown = "".join(f"({text}) Tj T* " for text in told)
        stream = f"BT /F1 10 Tf 14 TL 60 780 Td {shown}ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * n} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{text}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>"
    return out + f"{tail}\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


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


def bare_s(work: Callable[[str], int], files: Sequence[Path]) -> float:
    """Seconds of the bare library over all cores, its processes warm."""
    with get_context("spawn").Pool() as pool:
        pool.map(work, [str(path) for path in files[:8]], 1)
        return seconds(lambda: pool.map(work, [str(path) for path in files], 8))


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


def compared(name: str, files: list[Path], bare: float, pool: ReadingPool) -> Row:
    """One line: ours beside the bare library."""
    report, spent = imported([files[0].parent], pool)
    stored = len(report.article_ids)
    each = f"{len(files) / spent:,.0f}/s, bare {len(files) / bare:,.0f}/s, {stored:,} articles"
    goal = f"<= {PARSER} x bare over all cores"
    return Row(name, f"{spent / bare:.2f} x bare ({each})", goal, spent / bare <= PARSER)


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
        yield compared(name, pages, bare_s(bare_page, pages), pool)
        papers = write("papers", (paper(a) for a in articles(PAPERS)), ".pdf")
        name = f"import {PAPERS:,} PDFs of 3 pages, beside pypdfium2"
        yield compared(name, papers, bare_s(bare_paper, papers), pool)
        texts = write("texts", small_texts(), ".txt")
        pages = write("small", (page(a).encode() for a in articles(SMALL // 2)), ".html")
        (_, text_s), (_, page_s) = (imported([f[0].parent], pool) for f in (texts, pages))
        yield Row(f"import {len(texts):,} small .txt", f"{len(texts) / text_s:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", len(texts) / text_s >= SMALL_A_SECOND)  # fmt: skip
        yield Row(f"import {len(pages):,} small .html", f"{len(pages) / page_s:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", len(pages) / page_s >= SMALL_A_SECOND)  # fmt: skip
        both = SMALL / (text_s + page_s)
        yield Row(f"import {SMALL:,} small files, half of them .html", f"{both:,.0f}/s",
                  f">= {SMALL_A_SECOND}/s", both >= SMALL_A_SECOND)  # fmt: skip
        bare = bare_s(bare_page, pages)
        yield Row(f"the same {len(pages):,} .html", f"{page_s / bare:.2f} x bare trafilatura")
    finally:
        pool.stop()
