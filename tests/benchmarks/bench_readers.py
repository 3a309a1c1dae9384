"""Reading files, beside the bare parser: processor time of one core, whatever else runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from docx import Document
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from tests.benchmarks.bench_import_files import FURNITURE, page
from tests.benchmarks.measuring import Row, articles, folder

FILES, ROUNDS = 40, 5
WORDS = 1200
GOAL = 1.3


def long_article(source: Iterator[Article]) -> Article:
    """One of WORDS words in paragraphs of 50, made of several."""
    lines = [line for article in islice(source, WORDS // 500 + 1) for line in
             article.body.split("\n")]  # fmt: skip
    body = "\n".join(f"{line.capitalize()}." for line in lines[: WORDS // 50])
    return Article("Alliance pauses its training of soldiers in Iraq", body)


def markup(article: Article) -> str:
    """The article as a simple page."""
    text = "".join(f"<p>{line}</p>" for line in article.body.split("\n"))
    return f"<html><body><h1>{article.headline}</h1>{text}</body></html>"


def from_qt(article: Article) -> bytes:
    """The article as Qt prints it, on two or three pages."""
    path = str(folder() / "qt.pdf")
    writer = QPdfWriter(path)
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 25, 25, 25))
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(QFont("DejaVu Serif", 11))
    document.setHtml(markup(article))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    return Path(path).read_bytes()


def from_libreoffice(made: list[Article]) -> list[bytes]:
    """The articles as LibreOffice writes them, none where it is not installed."""
    program = shutil.which("soffice")
    if not program:
        return []
    place = folder() / "office"
    place.mkdir()
    for number, article in enumerate(made):
        document = Document()
        document.add_heading(article.headline, 0)
        for line in article.body.split("\n"):
            document.add_paragraph(line)
        document.save(str(place / f"{number:03}.docx"))
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(place)]
    with suppress(subprocess.SubprocessError):
        sources = map(str, place.glob("*.docx"))
        subprocess.run([*command, *sources], check=True, capture_output=True, timeout=300)
    return [path.read_bytes() for path in sorted(place.glob("*.pdf"))]


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
    app = QGuiApplication.instance() or QGuiApplication([])
    source = articles(10_000)
    pages = [page(article, furniture=FURNITURE).encode() for article in islice(source, FILES)]
    yield compared("read a page with much furniture", ".html", pages, bare_page)
    made = [long_article(source) for _ in range(FILES)]
    papers = [from_qt(article) for article in made]
    yield compared("read a PDF as Qt writes it", ".pdf", papers, bare_paper)
    papers = from_libreoffice(made)
    if papers:
        yield compared("read a PDF as LibreOffice writes it", ".pdf", papers, bare_paper)
    del app
