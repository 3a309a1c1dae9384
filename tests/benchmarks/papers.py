"""PDF files for benchmarks: as small as can be, as Qt prints them, as LibreOffice writes them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from docx import Document
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from briefing_app.domain.article import Article
from tests.benchmarks.measuring import folder

WORDS = 1200


def long_articles(source: Iterator[Article]) -> Iterator[Article]:
    """Articles of WORDS words in paragraphs of 50, each made of several."""
    while some := list(islice(source, WORDS // 500 + 1)):
        lines = [line for article in some for line in article.body.split("\n")]
        body = "\n".join(f"{line.capitalize()}." for line in lines[: WORDS // 50])
        yield Article("Alliance pauses its training of soldiers in Iraq", body)


def small(article: Article) -> bytes:
    """Three pages, written by hand in a font that no file brings along."""
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
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{text}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>"
    return out + f"{tail}\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


def from_qt(articles: Iterator[Article]) -> Iterator[bytes]:
    """Articles as Qt prints them, on three pages each."""
    app = QApplication.instance() or QApplication([])  # the one that a window can use after
    path = folder() / "qt.pdf"
    for article in articles:
        writer = QPdfWriter(str(path))
        writer.setResolution(96)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(25, 25, 25, 25))
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setDefaultFont(QFont("DejaVu Serif", 11))
        document.setHtml(_markup(article))
        document.setPageSize(QSizeF(writer.width(), writer.height()))
        document.print_(writer)
        del writer
        yield path.read_bytes()
    del app


def _markup(article: Article) -> str:
    text = "".join(f"<p>{line}</p>" for line in article.body.split("\n"))
    return f"<html><body><h1>{article.headline}</h1>{text}</body></html>"


def from_libreoffice(articles: Iterator[Article]) -> list[bytes]:
    """Articles as LibreOffice writes them, none where it is not installed."""
    program = shutil.which("soffice")
    if not program:
        return []
    place = folder() / "office"
    place.mkdir()
    for number, article in enumerate(articles):
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
    return [Path(path).read_bytes() for path in sorted(place.glob("*.pdf"))]
