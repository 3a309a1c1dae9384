"""Names of authors, however they are written."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.authors import authors_line, in_order, people


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


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("By Jane Doe and John van der Berg", "Jane Doe, John van der Berg"),
        ("Jane Doe in Baghdad and John Roe in Tehran", "Jane Doe, John Roe"),
        ("Jane Doe, Diplomatic Editor", "Jane Doe"),
        ("Jane Doe Senior Brussels Correspondent", "Jane Doe"),
        ("JANE DOE-ROE and JOHN O'ROE, AP", "Jane Doe-Roe, John O'Roe"),
        ("Par ANNE DUBOIS, LUC MARTIN Envoyés spéciaux à Bagdad", "Anne Dubois, Luc Martin"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Autor: Petra Klein", "Petra Klein"),
        ("Author Petra Klein", "Petra Klein"),
        ("Posted by Jane Doe on January 6, 2020", "Jane Doe"),
        ("Jane Doe/Photographs by John Roe", "Jane Doe"),
        ("Jane Doe, Brussels", "Jane Doe"),
        ("Jane Doe (Reuters)", "Jane Doe"),
        ("بقلم: ليلى منصور", "ليلى منصور"),
        ("מאת דנה כהן", "דנה כהן"),
        ("di Anna Rossi", "Anna Rossi"),
        ("作者：王小明 责任编辑：李四", "王小明"),
        ("新华社记者 王小明", "王小明"),
        ("Иван Петров и Анна Иванова", "Иван Петров, Анна Иванова"),
        ("dpa", "dpa"),
        ("Julia", "Julia"),
        ("The Editorial Board", "The Editorial Board"),
    ],
)
def test_the_people_whom_a_page_names_as_authors(value: str, names: str) -> None:
    assert people([value]) == names


@pytest.mark.parametrize(
    "value",
    ["Reuters Staff", "admin", "Super User", "National Desk", "Redaktion", "jdoe_42", "b.example",
     "jane@b.example", "https://b.example/jane", "责任编辑：张三", "作者：未知", "",
     "more stories of the day", "Beispiel GmbH, Munich, Germany", "Your account"],
)  # fmt: skip
def test_desks_companies_and_handles_are_no_authors(value: str) -> None:
    assert people([value]) == ""


def test_a_guessed_author_has_more_than_one_name() -> None:
    assert people(["Julia"], guessed=True) == ""
    assert people(["Julia Klein"], guessed=True) == "Julia Klein"
