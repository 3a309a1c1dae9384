"""One batch of everything that is broken, hostile or odd: each has its line, and nothing leaks.

The cases are made by the modules beside this one; what may become of them is in `case.py`.
"""

from __future__ import annotations

import hashlib
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing_app.domain.article import Article
from briefing_app.importing import ImportReport, ImportRow, Outcome, import_files
from briefing_app.reading_pool import ReadingPool
from briefing_app.store import Store
from tests.hostile import (
    data,
    exports,
    messages,
    oddities,
    packages,
    pages,
    pdfs,
    rich_texts,
    texts,
)
from tests.hostile.case import SECRET, Case, Places, plain, words

MODULES = (texts, pages, data, packages, pdfs, messages, rich_texts, exports, oddities)
CASES = {case.name: case for module in MODULES for case in module.cases(Places())}
LAST = "zz-last-of-all.txt"


@dataclass(frozen=True)
class Batch:
    """The import of all cases at once, and what it left behind."""

    folder: Path
    report: ImportReport
    articles: Mapping[str, Article]
    files_before: Mapping[str, str]
    calls: int

    def rows(self, name: str) -> list[ImportRow]:
        """The rows of a case's file and of what is in it."""
        path = str(self.folder / name)
        return [r for r in self.report.rows if r.path == path or r.path.startswith(f"{path}/")]

    def of_case(self, name: str) -> list[Article]:
        """The articles that came in from a case's file."""
        ids = (id for row in self.rows(name) if row.is_stored for id in row.article_ids)
        return [self.articles[id] for id in ids]


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    """All cases imported in one batch, in processes as the program does it."""
    root = tmp_path_factory.mktemp("hostile")
    folder = root / "files"
    folder.mkdir()
    outside = root / "outside.txt"
    outside.write_text(f"{SECRET}\n\n" * 20, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        places = Places(outside.as_uri(), address)
        for case in (case for module in MODULES for case in module.cases(places)):
            (folder / case.name).write_bytes(case.content)
        (folder / LAST).write_text(plain(LAST), encoding="utf-8")
        before = _files(root)
        pool = ReadingPool(2)
        with Store.create(tmp_path_factory.mktemp("store") / "b.briefing", "Hostile") as store:
            try:
                paths = [folder / name for name in (*CASES, LAST)]
                report = import_files(store, paths, read=pool.read)
                articles = {id: store.articles.get(id) for id in report.article_ids}
            finally:
                pool.stop()
            assert store.check() == []
        assert _files(root) == before
        yield Batch(folder, report, articles, before, _calls(server))


def _files(root: Path) -> dict[str, str]:
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _calls(server: socket.socket) -> int:
    server.setblocking(False)
    calls = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return calls
        calls += 1


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 180
    assert len(CASES) == sum(1 for module in MODULES for _ in module.cases(Places()))


@pytest.mark.parametrize("name", CASES)
def test_it_comes_in_or_has_one_clear_line(batch: Batch, name: str) -> None:
    case = CASES[name]
    rows = batch.rows(name)
    assert rows, "nothing was said of the file"
    if case.keeps:
        text = "\n".join(f"{a.headline}\n{a.body}" for a in batch.of_case(name))
        assert [part for part in case.keeps if part not in text] == []
    else:
        assert batch.of_case(name) == []
        _is_clear(case, rows)
    said = " ".join(text for row in rows for text in (row.reason, *row.warnings))
    assert re.search(case.says, said), said


def _is_clear(case: Case, rows: list[ImportRow]) -> None:
    refused = [row for row in rows if row.outcome is Outcome.REFUSED]
    assert refused
    for row in refused:
        assert "“" in row.reason or row.warnings, row
        assert "\n" not in row.reason
        assert 20 < len(row.reason) < 400, row.reason
        assert row.error is None or row.error.hint, "it does not say what to do"
        assert not re.search(r"Error|Exception|Traceback|0x[0-9a-f]|<[a-z]+ ", row.reason)
        assert "stumble" not in row.reason
    assert len(refused) <= 2, "one line is enough"


@pytest.mark.parametrize("name", CASES)
def test_nothing_hidden_or_foreign_comes_in(batch: Batch, name: str) -> None:
    forbidden = (*CASES[name].lacks, SECRET, "\0", "\x1b", "\ud800")
    for article in batch.of_case(name):
        aside = (item.text for item in article.set_aside)
        shown = "\n".join((article.headline, article.byline, article.body, article.url, *aside))
        assert [part for part in forbidden if part in shown] == []
        assert article.url.startswith(("http://", "https://", ""))
        assert all(len(word) <= 500 for word in article.body.split())


def test_the_rest_of_the_batch_comes_in(batch: Batch) -> None:
    (article,) = batch.of_case(LAST)
    assert words(LAST) in article.body


def test_every_row_is_of_a_file_that_was_asked_for(batch: Batch) -> None:
    paths = [str(batch.folder / name) for name in (*CASES, LAST)]
    assert all(row.path.startswith(tuple(paths)) for row in batch.report.rows)


@pytest.mark.skipif(sys.platform == "win32", reason="sockets of Windows answer otherwise")
def test_nobody_was_called(batch: Batch) -> None:
    assert batch.calls == 0
