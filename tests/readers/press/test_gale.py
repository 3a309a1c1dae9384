"""Exports of Gale."""

from __future__ import annotations

from briefing_app.readers import read
from tests.readers.press.test_exports import FOLDER


def test_page_and_rights_come_from_the_lines_that_are_no_text() -> None:
    first, second = read(FOLDER / "gale-two-articles.txt").articles
    assert (first.print_page, second.print_page) == ("A9", "3")
    assert "Citation" not in first.body
    assert any(x.kind == "copyright" and "Ashdown" in x.text for x in first.set_aside)
