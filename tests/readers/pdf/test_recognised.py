"""Recognised lines as paragraphs, with the page that each stands on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.readers.pdf.recognised import recognised, usual_size


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_blocks_are_paragraphs_and_a_date_stands_alone(
    install: Callable[..., None],
) -> None:
    install('printf "Allies meet\\n6 January 2020\\n\\nMinisters met\\nhere.\\n"')
    warnings: list[str] = []
    paragraphs = recognised([(0, 1, 1, b"\0"), (3, 1, 1, b"\0")], warnings)
    first = [[(0, "Allies meet")], [(0, "6 January 2020")], [(0, "Ministers met"), (0, "here.")]]
    assert [paragraph.parts for paragraph in paragraphs][:3] == first
    assert [paragraph.page for paragraph in paragraphs] == [0, 0, 0, 3, 3, 3]
    assert warnings == ["The text was recognised by machine (English): compare it with the page."]


TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "{}"
)


def row(level: int, height: int = 0, text: str = "") -> str:
    return f"{level}\t1\t1\t1\t1\t1\t0\t0\t9\t{height}\t9\t{text}\n"


def words(height: int, *lines: str) -> str:
    """The rows of a paragraph with these lines of print."""
    made = [row(3)]
    for line in lines:
        made += [row(4, height), *(row(5, height, word) for word in line.split())]
    return "".join(made)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_large_print_is_known_by_its_size_and_its_lines_are_put_together(
    install: Callable[..., None], tmp_path: Path
) -> None:
    text = words(20, "Ministers met on Monday and", "spoke about the mission.")
    table = TABLE.format(words(60, "Allies meet in") + words(45, "Bonn") + text + words(21, "End."))
    (tmp_path / "table").write_text(table, encoding="utf-8")
    install(f"cat {tmp_path}/table")
    paragraphs = recognised([(0, 1, 1, b"\0")], [])
    assert [" ".join(part for _, part in paragraph.parts) for paragraph in paragraphs] == [
        "Allies meet in Bonn",
        "Ministers met on Monday and spoke about the mission.",
        "End.",
    ]
    assert usual_size(paragraphs) == paragraphs[1].size == 6
    assert paragraphs[0].size == 18
