"""Names of authors, however they are written."""

from __future__ import annotations

import pytest

from briefing_app.readers.authors import authors_line, in_order


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Jane Doe"], "Jane Doe"),
        (["By Jane Doe and John Roe"], "Jane Doe, John Roe"),
        (["Jane Doe", "John Roe", "Jane Doe"], "Jane Doe, John Roe"),
        (["jane@example.org (Jane Doe)"], "Jane Doe"),
        (["Jane Doe <jane@example.org>"], "Jane Doe"),
        (["jane@example.org", "https://example.org/jane", ""], ""),
        (["Von Christian Holm, dpa"], "Christian Holm"),
        (["Reuters Staff"], "Reuters Staff"),
        (["desk"], "desk"),
        (["x" * 400], ""),
    ],
)
def test_a_byline_is_made_of_names(names: list[str], line: str) -> None:
    assert authors_line(names) == line


@pytest.mark.parametrize(
    ("name", "ordered"),
    [("Doe, Jane", "Jane Doe"), ("Doe, Jane, Jr.", "Jane Doe Jr."), ("Jane Doe", "Jane Doe"),
     ("Reuters", "Reuters"), ("", "")],
)  # fmt: skip
def test_family_names_go_last(name: str, ordered: str) -> None:
    assert in_order(name) == ordered


def test_the_outlet_is_an_author_only_where_there_is_no_other() -> None:
    assert authors_line(["Jane Doe, Agentur Nord"], "Agentur Nord") == "Jane Doe"
    assert authors_line(["Agentur Nord"], "Agentur Nord") == "Agentur Nord"
