"""Reading files, beside the bare parser: processor time of one core, whatever else runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from time import process_time

import pypdfium2

from briefing_app.readers import read_bytes
from tests.benchmarks import papers
from tests.benchmarks.bench_import_files import FURNITURE, page
from tests.benchmarks.measuring import Row, articles

FILES, ROUNDS = 40, 5
GOAL = 1.3


def bare_page(data: bytes) -> object:
    """What trafilatura alone does for the text."""
    import trafilatura

    return trafilatura.extract(data)


def bare_paper(data: bytes) -> object:
    """What pypdfium2 alone does for the text."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def least_s(works: Sequence[Callable[[bytes], object]], files: list[bytes]) -> list[float]:
    """Processor seconds of each work for all files, every file in its best of several rounds."""
    best = [[float("inf")] * len(files) for _ in works]
    for _ in range(ROUNDS):
        for place, data in enumerate(files):
            for times, work in zip(best, works, strict=True):
                start = process_time()
                work(data)
                times[place] = min(times[place], process_time() - start)
    return list(map(sum, best))


def compared(name: str, suffix: str, files: list[bytes], bare: Callable[[bytes], object]) -> Row:
    """One line: our reader beside the bare library."""
    ours, floor = least_s((lambda data: read_bytes(f"a{suffix}", data), bare), files)
    ratio, each = ours / floor, 1000 / len(files)
    size = sum(map(len, files)) // len(files) // 1024
    measured = f"{ratio:.2f} x bare ({ours * each:.1f} ms, bare {floor * each:.1f} ms, {size} kB)"
    return Row(name, measured, f"<= {GOAL} x bare", ratio <= GOAL)


def run() -> Iterator[Row]:
    source = articles(10_000)
    pages = [page(article, furniture=FURNITURE).encode() for article in islice(source, FILES)]
    yield compared("read a page with much furniture", ".html", pages, bare_page)
    small = list(map(papers.small, islice(source, FILES)))
    yield compared("read a PDF of 3 pages and 500 words", ".pdf", small, bare_paper)
    made = list(islice(papers.long_articles(source), FILES))
    printed = list(papers.from_qt(iter(made)))
    yield compared("read a PDF as Qt writes it", ".pdf", printed, bare_paper)
    written = papers.from_libreoffice(iter(made))
    if written:
        yield compared("read a PDF as LibreOffice writes it", ".pdf", written, bare_paper)
