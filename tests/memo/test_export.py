"""The way out: checked, built, written."""

from __future__ import annotations

import sys
from pathlib import Path

import docx
import pytest

from briefing_app.domain.article import Article
from briefing_app.errors import QuotesDiffer, UnreadableFile
from briefing_app.memo import cite, export
from tests.memo.briefings import Draft, golden, with_articles


def misquoting() -> Draft:
    draft = with_articles()
    draft.section("Words")
    draft.quote("harbor", "Nobody wants this strike.", "Everybody wants this strike.")
    draft.quote("wire", "It would be wrong to panic", "It would be right to panic")
    return draft


def test_a_sound_memo_is_written(tmp_path: Path) -> None:
    export(golden(), tmp_path / "memo.docx")
    assert "What happened" in [
        p.text for p in docx.Document(str(tmp_path / "memo.docx")).paragraphs
    ]


def test_quotes_that_differ_stop_the_export_and_are_listed(tmp_path: Path) -> None:
    with pytest.raises(QuotesDiffer) as raised:
        export(misquoting().done(), tmp_path / "memo.docx")
    assert [found.entry_id for found in raised.value.differences] == ["e1", "e2"]
    assert raised.value.message.startswith("2 quotes differ from the articles")
    assert list(tmp_path.iterdir()) == []


def test_one_quote_that_differs_is_told_in_the_singular(tmp_path: Path) -> None:
    draft = misquoting()
    del draft.entries[1]
    with pytest.raises(QuotesDiffer, match="A quote differs from the articles"):
        export(draft.done(), tmp_path / "memo.docx")


def test_marked_the_memo_goes_out_and_shows_what_differs(tmp_path: Path) -> None:
    draft = misquoting()
    draft.quote("harbor", "Nobody wants this strike.")
    export(draft.done(), tmp_path / "memo.docx", marked=True)
    document = docx.Document(str(tmp_path / "memo.docx"))
    assert [p.text for p in document.paragraphs if p.style.name == "Quote"] == [
        "“Everybody wants this strike.” [not verbatim]",
        "“It would be right to panic” [not verbatim]",
        "“Nobody wants this strike.”",
    ]


def test_an_earlier_memo_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    path.write_text("not a document")
    export(golden(), path)
    assert docx.Document(str(path)).paragraphs
    assert [file.name for file in tmp_path.iterdir()] == ["memo.docx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"There is no folder .*nowhere"):
        export(golden(), tmp_path / "nowhere" / "memo.docx")


def test_a_read_only_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    path.write_text("mine")
    path.chmod(0o444)
    with pytest.raises(UnreadableFile, match="read-only"):
        export(golden(), path)
    assert path.read_text() == "mine"


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").mkdir()
    with pytest.raises(UnreadableFile, match="could be written"):
        export(golden(), tmp_path / "memo.docx")
    assert [file.name for file in tmp_path.iterdir()] == ["memo.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_memo_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    export(golden(), tmp_path / "memo.docx")
    assert (tmp_path / "memo.docx").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_article_is_cited_as_plain_text() -> None:
    article = Article("Ferries", "Text.", publisher="Harbor Ledger", byline="Nils Berg")
    assert cite(article) == "Nils Berg, “Ferries,” Harbor Ledger, date not recorded."
