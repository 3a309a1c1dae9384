"""Export: from a briefing's snapshot to the bytes of the memo, beside two other ways to Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import docx
from lxml import etree

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.memo import ComposedMemo, Paragraph, Role
from briefing_app.domain.outline import Entry, Evidence, Kind, Layout, Memo, Section
from briefing_app.memo import build, check_quotes
from briefing_app.memo.docx_writer import to_bytes
from tests.benchmarks.measuring import Row, articles, seconds

SIZES = (200, 1_000, 5_000, 10_000)
NAIVE_UP_TO = 1_000
TRIES, MOST, SHORT_S = 3, 3, 0.15
"""Runs of which the best counts; most times that it may take of the bare writer's time; seconds
for a memo of usual length."""

ENTRIES_IN_ARTICLE = 10
WORD_STYLES = {
    Role.TITLE: "Title",
    Role.HEADING_1: "Heading 1",
    Role.BULLET: "List Bullet",
    Role.QUOTE: "Quote",
}


def briefing(count: int) -> Briefing:
    """So many entries, half quotes, half facts, each with a passage; a section for every 50."""
    excerpts, entries, evidence = {}, [], []
    found: dict[str, Article] = {}
    sections = [
        Section("m", f"Section {n}", f"s{n}", position=n, layout=Layout.BULLETS)
        for n in range(-(-count // 50))
    ]
    for number, article in enumerate(articles(-(-count // ENTRIES_IN_ARTICLE))):
        found[article.id] = article
        lines = article.paragraphs
        for line in range(ENTRIES_IN_ARTICLE):
            at = number * ENTRIES_IN_ARTICLE + line
            start = article.body.index(lines[line])
            id, text = f"{at:06}", lines[line][:120].rsplit(" ", 1)[0]
            excerpts[id] = Excerpt(article.id, start, start + len(text), text, id=id)
            kind = Kind.QUOTE if at % 2 else Kind.FACT
            entries.append(Entry(f"s{at // 50}", kind, text, id, at))
            evidence.append(Evidence(id, id, id))
    rows = (tuple(sections), tuple(entries[:count]), tuple(evidence[:count]))
    return Briefing("Benchmark", Memo("Benchmark", "m"), *rows, excerpts, found)


def bare_write(document: bytes) -> None:
    """Parse, serialize and pack the same parts: what no writer can do without."""
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        parts = {name: etree.fromstring(source.read(name)) for name in source.namelist()}
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
        for name, root in parts.items():
            target.writestr(name, etree.tostring(root), compresslevel=6)


def by_python_docx(memo: ComposedMemo) -> None:
    """The paragraphs and tables through python-docx's own calls; no notes, links or bookmarks."""
    document = docx.Document()
    for block in memo.blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text, style=WORD_STYLES.get(block.role, "Normal"))
            continue
        table = document.add_table(rows=1, cols=len(block.header))
        for row in block.rows:
            for cell, runs in zip(table.add_row().cells, row, strict=True):
                cell.text = "".join(run.text for run in runs)
    document.save(io.BytesIO())


def run() -> Iterator[Row]:
    """Time to check, build and write, and how that compares."""
    to_bytes(build(briefing(1)))  # libraries load once
    an_entry: dict[int, float] = {}
    for count in SIZES:
        made = briefing(count)
        memo = build(made)
        document = to_bytes(memo)
        checking = quickest(lambda made=made: check_quotes(made))
        building = quickest(lambda made=made: build(made))
        writing = quickest(lambda memo=memo: to_bytes(memo))
        bare = quickest(lambda document=document: bare_write(document))
        whole = checking + building + writing
        an_entry[count] = whole / count
        told = (
            f"{whole:.2f} s (check {checking:.2f}, build {building:.2f}, write {writing:.2f}), "
            f"{whole / bare:.1f} x parse and pack the same XML"
        )
        if count <= NAIVE_UP_TO:
            naive = seconds(lambda memo=memo: by_python_docx(memo))
            told += f", {naive / whole:.0f} x faster than python-docx's calls"
        work = f"export {count:,} entries ({len(document) // 1024:,} KB)"
        if count < 1_000:  # what every memo costs weighs more than its entries
            yield Row(work, told, f"at most {SHORT_S} s", whole <= SHORT_S)
        else:
            yield Row(work, told, f"at most {MOST} x", whole / bare <= MOST)
    growth = an_entry[SIZES[-1]] / an_entry[1_000]
    work = f"an entry of {SIZES[-1]:,} against one of 1,000"
    yield Row(work, f"{growth:.2f} x the time", "at most 1.5 x", growth <= 1.5)


def quickest(run: Callable[[], object]) -> float:
    """The time of the best of TRIES runs: what else the machine does only makes it longer."""
    return min(seconds(run) for _ in range(TRIES))
