"""Names, their titles, and who is meant by a part of them."""

from __future__ import annotations

import pytest

from briefing_app.analysis.names import bare, full_name, names_in, office_holder

TEXT = (
    "NATO Secretary General Jens Stoltenberg met Ursula von der Leyen in Brussels. Iran’s foreign "
    "minister, Mohammad Javad Zarif, did not come. Ann Lee and Bob Lee stayed at home."
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("North Atlantic Treaty Organization Chief Jens Stoltenberg", "Jens Stoltenberg"),
        ("U.S. President Donald Trump", "Donald Trump"),
        ("NATO Secretary-General Jens Stoltenberg", "Jens Stoltenberg"),
        ("Gen. Qasem Soleimani", "Qasem Soleimani"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("However Stoltenberg", "Stoltenberg"),
        ("NATO", "NATO"),
        ("NATO Stoltenberg", "Stoltenberg"),
        ("Secretary General", ""),
        ("On Monday", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_titles_and_sentence_openers_are_taken_off(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_names_are_found_with_their_places() -> None:
    found = dict(names_in(TEXT))
    assert {"Jens Stoltenberg", "Ursula von der Leyen", "Mohammad Javad Zarif"} <= set(
        found.values()
    )
    assert all(TEXT[start:].startswith(name) for start, name in found.items())


def test_a_surname_is_completed_only_if_one_name_fits() -> None:
    assert full_name("Stoltenberg", TEXT) == "Jens Stoltenberg"
    assert full_name("Lee", TEXT) == "Lee"
    assert full_name("Nobody", TEXT) == "Nobody"
    assert full_name("Jane Stoltenberg", TEXT) == "Jane Stoltenberg"


def test_an_office_is_held_by_the_one_person_the_text_names_with_it() -> None:
    assert office_holder("secretary general", TEXT) == "Jens Stoltenberg"
    assert office_holder("foreign minister", TEXT) == "Mohammad Javad Zarif"
    assert office_holder("president", TEXT) == ""
    two = TEXT + " Germany’s foreign minister, Heiko Maas, came."
    assert office_holder("foreign minister", two) == ""
