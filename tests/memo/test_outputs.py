"""All that a memo can be written as."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.article import Original
from briefing_app.errors import MarkingMissing, QuotesDiffer
from briefing_app.memo import build, html_writer, libreoffice, markdown_writer, outputs
from tests.memo.briefings import golden
from tests.memo.test_export import misquoting


def original(article_id: str) -> Original:
    return Original(f"{article_id}.txt", "text/plain", article_id.encode())


def test_each_output_is_of_its_kind(tmp_path: Path) -> None:
    briefing = golden()
    memo = build(briefing)
    begins = {"word": b"PK", "xlsx": b"PK", "pack": b"PK", "csv": b"\xef\xbb\xbf"}
    for name, head in begins.items():
        path = tmp_path / f"memo{outputs.SUFFIXES[name]}"
        outputs.write(briefing, path, name, original_of=original)
        assert path.read_bytes().startswith(head), name
    assert outputs.to_bytes(briefing, "html").decode() == html_writer.to_html(memo)
    assert outputs.to_bytes(briefing, "markdown").decode() == markdown_writer.to_markdown(memo)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "memo.zip").read_bytes())) as pack:
        assert pack.read("memo.docx") == (tmp_path / "memo.docx").read_bytes()


@pytest.mark.parametrize("name", ["word", "pdf", "html", "markdown", "pack"])
def test_quotes_that_differ_stop_every_memo(name: str) -> None:
    with pytest.raises(QuotesDiffer):
        outputs.to_bytes(misquoting().done(), name, original_of=original)


def test_a_table_of_quotes_tells_them_apart_itself() -> None:
    assert b"no" in outputs.to_bytes(misquoting().done(), "csv")


def test_marks_that_are_missing_stop_every_memo() -> None:
    briefing = golden()
    briefing = replace(briefing, memo=replace(briefing.memo, options={"scheme": "us"}))
    with pytest.raises(MarkingMissing):
        outputs.to_bytes(briefing, "html")


def test_without_libreoffice_somebody_else_prints_the_pdf(monkeypatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "")
    briefing = golden()
    printed = outputs.to_bytes(briefing, "pdf", make_pdf=lambda memo, form: memo.title.encode())
    assert printed == build(briefing).title.encode()


def test_who_cancels_is_heard_before_anything_is_written(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_: object) -> None:
        raise Enough

    for name in outputs.SUFFIXES:
        with pytest.raises(Enough):
            outputs.write(golden(), tmp_path / "memo", name, original_of=original, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_name_asks_for_its_output() -> None:
    for name, suffix in outputs.SUFFIXES.items():
        assert outputs.of_path(f"memo{suffix.upper()}") == name
    assert outputs.of_path("memo.final") == "word"
