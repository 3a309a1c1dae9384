"""Articles with labelled lines above or below the text."""

from __future__ import annotations

import re

from briefing_app.readers.documents.flow import lines_of
from briefing_app.readers.press.labelled import RIGHTS, TEXT, Layout, clipping_of, divided

PROSE = (
    "The alliance will pause its courses in Iraq and withdraw nobody for the time being, it said."
)
LAYOUT = Layout(
    above={"outlet": "publisher", "date": "published", "text": TEXT},
    below={"number": "", "rights": RIGHTS},
    noise=re.compile(r"Page \d+"),
)


def test_an_article_ends_with_the_block_below_its_text() -> None:
    text = f"A\nOutlet: X\n\n{PROSE}\n\nNumber: 1\nRights: X\n\nB\nOutlet: Y\n\n{PROSE}\nNumber:\n2"
    chunks = list(divided(lines_of(f"Page 1\n{text}\nPage 2"), LAYOUT))
    assert [chunk[0] for chunk in chunks] == ["A", "B"]
    assert [chunk[-1] for chunk in chunks] == ["", "2"]


def test_a_value_may_stand_below_its_label() -> None:
    clipping, heading = clipping_of(["A", "Outlet:", "X", "Date: 6 January 2020", PROSE], LAYOUT)
    assert heading == ["A"]
    assert clipping.found.get("publisher") == "X"
    assert clipping.found.get("published") == "2020-01-06"
    assert clipping.lines == [PROSE]


def test_rights_are_set_aside_and_a_stated_text_begins_where_it_says() -> None:
    clipping, _ = clipping_of(["A", "Outlet: X", "odd", "Text:", PROSE, "Rights: X"], LAYOUT)
    assert [part for part in clipping.lines if part] == [PROSE]
    assert [(part.kind, part.text) for part in clipping.aside] == [("copyright", "Rights: X")]


def test_a_paragraph_is_no_label() -> None:
    assert LAYOUT.named(f"Number: {PROSE}") == ("", "")
    assert LAYOUT.named("NUMBER : 5") == ("number", "5")
    assert LAYOUT.names(lines_of("Date: 1\nOther: 2")) == {"date"}
