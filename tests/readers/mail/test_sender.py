"""Outlets and authors from the names and addresses of senders."""

from __future__ import annotations

import pytest

from briefing_app.readers.mail.sender import Sender, offer_sender, sender
from briefing_app.readers.particulars.metadata import Particulars


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Lena Aarts <lena@x.example>", Sender("Lena Aarts", "lena@x.example")),
        ('"Aarts, Lena" <lena@x.example>', Sender("Lena Aarts", "lena@x.example")),
        ("Aarts, Lena [mailto:lena@x.example]", Sender("Lena Aarts", "lena@x.example")),
        ("lena@x.example", Sender("", "lena@x.example")), ("Lena Aarts", Sender("Lena Aarts", "")),
        ('"Lena Aarts via Press List" <list@x.example>', Sender("Lena Aarts", "list@x.example")),
        ('"Aarts, Lena M (NEA/IQ)" <lena@x.example>', Sender("Lena M Aarts", "lena@x.example")),
        ("lena@x.example (Lena Aarts)", Sender("Lena Aarts", "lena@x.example")),
        ("lena at x.example (Lena Aarts)", Sender("Lena Aarts", "lena@x.example")),
        ('"Dr. Lena Aarts, MdB" <l@x.example>', Sender("Dr. Lena Aarts", "l@x.example")),
        ("AARTS Lena (EEAS-IQ) <aarts@x.example>", Sender("Lena AARTS", "aarts@x.example")),
        ("VAN DEN BERG Eva <berg@x.example>", Sender("Eva VAN DEN BERG", "berg@x.example")),
        ("AARTS Lena OF-4 NLD <aarts@x.example>", Sender("Lena AARTS", "aarts@x.example")),
        ("MWR News <l@x.example>", Sender("MWR News", "l@x.example")),
        ("/O=ORG/OU=EXCHANGE/CN=LENA", Sender("", "")), ("", Sender("", "")),
        ("a" * 100_000 + "@" + "x-" * 50_000, Sender("a" * 1000, "")),
    ],
)  # fmt: skip
def test_name_and_address_are_told_apart(value: str, expected: Sender) -> None:
    assert sender(value) == expected


def particulars(value: str, *, to_many: bool = False) -> tuple[str, str]:
    found = Particulars()
    offer_sender(found, sender(value), "mail header", to_many=to_many)
    return found.get("byline"), found.get("publisher")


@pytest.mark.parametrize(
    ("value", "byline", "publisher"),
    [
        ("Lena Aarts <lena@x.example>", "Lena Aarts", ""),
        ("Lena Aarts <lena@reuters.com>", "Lena Aarts", "Reuters"),
        ("Reuters <x@mail.example>", "", "Reuters"),
        ("Meridian Wire <newsletter@meridian.example>", "", "Meridian Wire"),
        ("Lena Aarts, Meridian Wire <news@meridian.example>", "Lena Aarts", "Meridian Wire"),
        ("Lena Aarts from The Post <briefing@post.example>", "Lena Aarts", "The Post"),
        ("Lena <lena@gmail.com>", "", ""),
        ("Lena Aarts (Meridian) <lena@x.example>", "Lena Aarts", ""),
        ("'Lena Aarts' via Press <press@groups.example>", "Lena Aarts", ""),
        ("FT Alerts <alerts@news-alerts.ft.com>", "", "Financial Times"),
        ("Reuters Daily Briefing <lena@reuters.com>", "", "Reuters"),
    ],
)
def test_desks_are_outlets_and_persons_authors(value: str, byline: str, publisher: str) -> None:
    assert particulars(value) == (byline, publisher)


def test_the_sender_of_a_list_is_an_outlet() -> None:
    assert particulars("Morning Wire <m@x.example>", to_many=True) == ("", "Morning Wire")


@pytest.mark.parametrize(
    ("value", "byline", "publisher"),
    [
        ("Lena Aarts <l.aarts@x.example>", "Lena Aarts", ""),
        ("Lena Aarts <press@x.example>", "", "Lena Aarts"),
        ("The Meridian <meridian@mail.meridian.example>", "", "The Meridian"),
        ("Meridian Notes <meridian@mail.meridian.example>", "", "Meridian Notes"),
    ],
)
def test_who_writes_to_a_list_under_the_own_name_is_an_author(
    value: str, byline: str, publisher: str
) -> None:
    assert particulars(value, to_many=True) == (byline, publisher)


def test_on_a_list_of_people_whoever_writes_is_an_author() -> None:
    for value, names in (
        ("Lena Aarts <kite@aarts.example>", ("Lena Aarts", "")),
        ("The Meridian <kite@x.example>", ("", "The Meridian")),
    ):
        found = Particulars()
        offer_sender(found, sender(value), "mail header", to_many=True, among_people=True)
        assert (found.get("byline"), found.get("publisher")) == names


def test_a_name_of_one_word_is_proposed() -> None:
    for name in ("Lena", "王芳"):
        found = Particulars()
        offer_sender(found, Sender(name, "l@gmail.com"), "mail header", to_many=False)
        assert [(p.field, p.value) for p in found.article("", ()).proposals] == [("byline", name)]


def test_an_unknown_domain_is_proposed_and_a_private_one_is_not() -> None:
    for address, proposed in (("l@meridian.example", ["meridian.example"]), ("l@gmail.com", [])):
        found = Particulars()
        offer_sender(found, Sender("Lena Aarts", address), "mail header", to_many=False)
        assert [item.value for item in found.article("", ()).proposals] == proposed


@pytest.mark.parametrize("among_people", [True, False])
def test_who_writes_for_a_newsletter_is_its_author(among_people: bool) -> None:
    found = Particulars()
    who = sender('"Lena Aarts from Meridian Notes" <meridiannotes@letters.example>')
    offer_sender(found, who, "mail header", to_many=True, among_people=among_people)
    assert (found.get("byline"), found.get("publisher")) == ("Lena Aarts", "Meridian Notes")
