"""Outlets go by the name that a memo prints."""

from __future__ import annotations

import pytest

from briefing_app.readers.outlets import of_address, of_mark, outlets, printed_name


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Bloomberg L.P.", "Bloomberg"),
        ("Thomson Reuters", "Reuters"),
        ("AP", "Associated Press"),
        ("reuters.com", "Reuters"),
        ("https://www.bbc.co.uk", "BBC News"),
        ("nytimes", "nytimes"),
        ("Harbor Ledger", "Harbor Ledger"),
        ("unknown.example", "unknown.example"),
    ],
)
def test_an_outlet_has_one_name(name: str, printed: str) -> None:
    assert printed_name(name) == printed


def test_a_page_belongs_to_the_outlet_of_its_domain() -> None:
    assert of_address("https://www.reuters.com/world/article-1") == "Reuters"
    assert of_address("https://edition.cnn.com/x") == "CNN"
    assert of_address("https://notreuters.com/x") == ""
    assert of_address("not an address") == of_address("http://[bad") == of_address("") == ""


def test_only_agencies_sign_datelines() -> None:
    assert of_mark("AFP") == "Agence France-Presse"
    assert of_mark("Guardian") == ""


def test_no_domain_and_no_name_stands_for_two_outlets() -> None:
    names = set(outlets().by_domain.values()) | set(outlets().by_name.values())
    assert all(printed_name(name) == name for name in names)
