"""Outlets go by the name that a memo prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.readers.particulars.outlets import (
    extend,
    is_same,
    of_address,
    of_mark,
    outlets,
    printed_name,
    without_edition,
)


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


def test_each_name_domain_and_mark_belongs_to_one_outlet() -> None:
    known = outlets()
    assert len(set(known.by_name.values())) >= 300
    assert all(domain == domain.lower() and "/" not in domain for domain in known.by_domain)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("رويترز", "Reuters"),
        ("خبرگزاری تسنیم", "Tasnim News Agency"),
        ("شفق نيوز", "Shafaq News"),
        ("Hürriyet Daily News", "Hürriyet Daily News"),
        ("ТАСС", "TASS"),
        ("NATO - OTAN", "NATO"),
        ("Pentagon", "U.S. Department of Defense"),
    ],
)
def test_outlets_are_known_in_their_own_script(name: str, printed: str) -> None:
    assert printed_name(name) == printed


@pytest.fixture
def own_file(tmp_path: Path) -> Iterator[Path]:
    """Where a user's outlets would be; they are forgotten after the test."""
    yield tmp_path / "outlets.toml"
    extend(tmp_path / "none.toml")


def test_a_user_adds_outlets_and_renames_shipped_ones(own_file: Path) -> None:
    own_file.write_text(
        '[[outlet]]\nname = "Harbor Ledger"\ndomains = ["ledger.example"]\n'
        '[[outlet]]\nname = "Reuters agency"\ndomains = ["reuters.com"]\nmarks = ["RTR"]\n',
        encoding="utf-8",
    )
    assert extend(own_file) == ""
    assert of_address("https://www.ledger.example/a") == "Harbor Ledger"
    assert of_address("https://reuters.com/a") == "Reuters agency"
    assert of_mark("RTR") == "Reuters agency"
    assert printed_name("AFP") == "Agence France-Presse"


def test_without_a_file_of_ones_own_there_are_the_shipped_ones(own_file: Path) -> None:
    assert extend(own_file) == ""
    assert of_address("https://reuters.com/a") == "Reuters"


@pytest.mark.parametrize(
    "text",
    ["no toml at all [", '[[outlet]]\ndomains = ["a.example"]', 'outlet = "Harbor Ledger"',
     '[[outlet]]\nname = "A"\ndomains = "a.example"', '[[outlet]]\nname = "A"\nmarks = [1]',
     "\udcff"],
)  # fmt: skip
def test_a_faulty_file_of_ones_own_is_left_out_and_named(own_file: Path, text: str) -> None:
    own_file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert "outlets.toml" in extend(own_file)
    assert of_address("https://reuters.com/a") == "Reuters"
    assert of_address("https://a.example/") == ""


def test_the_edition_behind_a_name_is_no_part_of_it() -> None:
    assert without_edition("New Example, Late Edition (East Coast)") == "New Example"
    assert without_edition("The Courier, Brighton") == "The Courier, Brighton"


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("BBC News", "BBC News", True),
        ("Bloomberg News", "Bloomberg", True),
        ("CNN Wire", "CNN", True),
        ("The Planet Post", "Planet Post", True),
        ("Beispiel", "Beispiel.de", True),
        ("Martina Berg", "Martina Berg - Life and travel", False),
        ("Jane Doe", "Bloomberg", False),
        ("Reuters", "Vancouver Sun", False),
        ("", "Bloomberg", False),
        ("Jane Doe", "", False),
    ],
)
def test_an_outlet_is_known_under_its_other_names(name: str, outlet: str, same: bool) -> None:
    assert is_same(name, outlet) is same
