"""Marks on paragraphs, and the banner that follows from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.memo import Emphasis, Paragraph, Table
from briefing_app.domain.outline import Kind, Layout
from briefing_app.errors import MarkingMissing
from briefing_app.memo import export, marking
from briefing_app.memo.build import build
from briefing_app.memo.marking import BOTTOM_LINE, highest, load, unmarked
from tests.memo.briefings import Draft, with_articles


def marked(scheme: str, *marks: str, layout: Layout = Layout.BULLETS) -> Draft:
    draft = with_articles(bottom_line="It goes on.")
    draft.memo = replace(draft.memo, options={"scheme": scheme} if scheme else {})
    draft.section("What happened", layout)
    for mark in marks:
        draft.fact("wire", "The island has food for eleven days")
        draft.entries[-1] = replace(draft.entries[-1], marking=mark)
    return draft


@pytest.mark.parametrize("name", marking.names())
def test_schemes_are_whole(name: str) -> None:
    scheme = load(name)
    assert scheme.title
    assert len({mark.name for mark in scheme.marks}) == len(scheme.marks) >= 2
    for mark in scheme.marks:
        assert mark.portion.startswith("(")
        assert mark.banner
        assert len(bytes.fromhex(mark.color)) == 3


def test_the_banner_is_the_highest_mark_inside() -> None:
    draft = marked("us", "U", "CUI", "U")
    scheme = load("us")
    found = highest(draft.done(), scheme)
    assert found is not None
    assert found.name == "CUI"
    memo = build(draft.done())
    assert (memo.banner, memo.banner_color) == ("CUI", "502B85")


def test_the_bottom_line_counts_too() -> None:
    draft = marked("nato", "NU")
    draft.memo = replace(draft.memo, marking="NR")
    assert build(draft.done()).banner == "NATO RESTRICTED"


@pytest.mark.parametrize("layout", [Layout.BULLETS, Layout.PARAGRAPHS, Layout.JUDGMENTS])
def test_a_mark_stands_before_its_paragraph(layout: Layout) -> None:
    memo = build(marked("us", "CUI", layout=layout).done())
    runs = [run for b in memo.blocks if isinstance(b, Paragraph) for run in b.runs]
    assert [run.text for run in runs if run.emphasis is Emphasis.MARK] == ["(CUI) "]


def test_a_mark_stands_before_its_row() -> None:
    memo = build(marked("us", "CUI", layout=Layout.TABLE).done())
    tables = [b for b in memo.blocks if isinstance(b, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    assert any(cell[0].text == "(CUI) " for cell in cells)


def test_without_a_scheme_nothing_is_marked() -> None:
    draft = marked("", "CUI")
    memo = build(draft.done())
    assert memo.banner == ""
    assert "(CUI)" not in " ".join(b.text for b in memo.blocks if isinstance(b, Paragraph))
    assert unmarked(draft.done()) == []


def test_a_scheme_that_demands_marks_stops_the_export(tmp_path: Path) -> None:
    draft = marked("us", "U", "", "no such mark")
    lacking = (BOTTOM_LINE, *(entry.id for entry in draft.entries[1:]))
    assert tuple(unmarked(draft.done())) == lacking
    with pytest.raises(MarkingMissing, match="3 places have no mark") as stopped:
        export(draft.done(), tmp_path / "memo.docx")
    assert stopped.value.places == lacking
    assert not (tmp_path / "memo.docx").exists()


def test_a_marked_memo_is_written_with_its_banner(tmp_path: Path) -> None:
    draft = marked("us", "U")
    draft.memo = replace(draft.memo, marking="U")
    draft.entry(Kind.TEXT, "More.")
    draft.entries[-1] = replace(draft.entries[-1], marking="CUI")
    export(draft.done(), tmp_path / "memo.docx")
    assert (tmp_path / "memo.docx").stat().st_size > 0
    assert unmarked(draft.done()) == []


def test_a_scheme_that_leaves_paragraphs_alone_lets_the_memo_out(tmp_path: Path) -> None:
    export(marked("tlp", "").done(), tmp_path / "memo.docx")
    assert (tmp_path / "memo.docx").exists()
