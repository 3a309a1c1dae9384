"""Memos in every form read as they are written down in golden/.

Changed on purpose? `python -m tests.memo.test_golden` writes the files anew: read the difference.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Layout
from briefing_app.memo import build, docx_writer, form
from tests.memo.briefings import golden
from tests.memo.docx_text import told
from tests.memo.river_memo import river_memo

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = ("de", "fr")
EVERY_LAYOUT = "every-layout"


def memos() -> dict[str, Briefing]:
    """By the name of the file that holds its text."""
    found = {name: river_memo(name) for name in form.names()}
    found |= {f"information.{tag}": river_memo("information", tag) for tag in LANGUAGES}
    return {EVERY_LAYOUT: golden(), **found}


def text_of(briefing: Briefing, path: Path) -> str:
    docx_writer.write(build(briefing), path, form.of(briefing.memo))
    return told(path)


@pytest.mark.parametrize("name", memos())
def test_a_memo_reads_as_written_down(name: str, tmp_path: Path) -> None:
    wanted = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert text_of(memos()[name], tmp_path / "memo.docx") == wanted


def test_every_form_and_every_layout_is_written_down() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(memos())
    layouts = {section.layout for made in memos().values() for section in made.sections}
    assert layouts == set(Layout)


def test_the_golden_memos_cite_articles_in_left_and_right_running_scripts() -> None:
    languages = {article.language for article in river_memo("press-summary").articles.values()}
    assert languages == {"en", "de", "ru", "zh-Hans", "fa", "ar", "he"}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, briefing in memos().items():
            text = text_of(briefing, Path(folder) / "memo.docx")
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
