"""Authors as databases print them, in several languages."""

from __future__ import annotations

import pytest

from briefing_app.readers.press.signed import authors, signed


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and Rick Roe", "Jane Doe, Rick Roe"),
        ("Par Jeanne Martin", "Jeanne Martin"),
        ("di Marco Rossi", "Marco Rossi"),
        ("Door Jan Jansen", "Jan Jansen"),
        ("Av Kari Nordmann", "Kari Nordmann"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("本报记者 王小明", "王小明"),
        ("홍길동 기자", "홍길동"),
    ],
)
def test_a_line_says_who_wrote_the_article(line: str, names: str) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(
    "line", ["Jane Doe", "di nuovo in Iraq", "Door open for talks", "記者会見が開かれた", "Av. 5"]
)
def test_other_lines_do_not(line: str) -> None:
    assert signed(line) == ""


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Mercer-Hale, Daniel", "Daniel Mercer-Hale"),
        ("Doe, Jane; Roe, Rick", "Jane Doe, Rick Roe"),
        ("Jane Doe; Rick Roe", "Jane Doe, Rick Roe"),
        ("Reuters, Berlin", "Reuters, Berlin"),
        ("Clara Whitfield, Defence Editor", "Clara Whitfield"),
        ("Jane Doe, CNN; Rick Roe, Harbor Ledger", "Jane Doe, Rick Roe"),
        ("von Aue, Anna", "Anna von Aue"),
        ("von Hans Muster, Berlin", "Hans Muster"),
        ("Von Hans Muster", "Hans Muster"),
        ("", ""),
    ],
)
def test_a_field_gives_names_as_a_newspaper_prints_them(value: str, names: str) -> None:
    assert authors(value) == names
