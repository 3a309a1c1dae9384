"""How agencies sign plain text."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.agency import (
    Dateline,
    byline,
    contact,
    copyright_owner,
    credited,
    dateline,
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("BRUSSELS (Reuters) - All members", Dateline("BRUSSELS", "Reuters")),
        ("(Bloomberg) -- North Atlantic", Dateline("", "Bloomberg")),
        ("WASHINGTON (AP) — The president", Dateline("WASHINGTON", "Associated Press")),
        ("KYIV, Ukraine (AP) — The", Dateline("KYIV, Ukraine", "Associated Press")),
        ("Brussels (AFP) – NATO", Dateline("Brussels", "Agence France-Presse")),
        ("BRUSSELS, Jan 6 (Reuters) - All", Dateline("BRUSSELS", "Reuters")),
        ("BEIJING, January 6, 2020 (Xinhua) -- A", Dateline("BEIJING", "Xinhua", "2020-01-06")),
        ("BRUSSELS (Meridian Wire) - NATO", Dateline("BRUSSELS", "Meridian Wire")),
        ("WASHINGTON/BRUSSELS (Reuters) - The", Dateline("WASHINGTON/BRUSSELS", "Reuters")),
        ("ERBIL, Iraq — Iran fired", Dateline("ERBIL, Iraq")),
        ("NEW YORK -- “We are", Dateline("NEW YORK")),
        ("VARDEN, 13 November 2026 - The", Dateline("VARDEN", "", "2026-11-13")),
        ("NEW YORK, Jan. 6, 2020 - A 9 - 8 vote", Dateline("NEW YORK", "", "2020-01-06")),
    ],
)
def test_a_dateline_gives_place_and_agency(paragraph: str, expected: Dateline) -> None:
    assert dateline(paragraph) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO — the alliance of 29 countries — met.",
        "UPDATE 2 - The alliance met.",
        "OSLO - The alliance met.",
        "CHAPTER ONE, 13 - The alliance met.",
        "The secretary general (Norway) - a former premier - spoke.",
        "The alliance met (again) - and agreed.",
        "Stoltenberg (NATO) - who spoke first",
        "Plain text without any mark.",
        "",
    ],
)
def test_prose_with_brackets_and_dashes_is_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) == Dateline()


def test_the_contact_line_names_reporters_and_their_city() -> None:
    line = "To contact the reporter on this story: Jonathan Stearns in Brussels at js@b.example"
    assert contact(line) == ("Jonathan Stearns", "Brussels")


def test_several_reporters_are_all_named() -> None:
    line = (
        "To contact the reporters on this story: Ann Lee in New York at al@b.example; "
        "Jo van Dyk in The Hague at jd@b.example"
    )
    assert contact(line) == ("Ann Lee, Jo van Dyk", "New York")


def test_editors_are_no_authors() -> None:
    assert contact("To contact the editors responsible: Ben Sills at b@b.example") == ("", "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reporting by Robin Emmott; Editing by Gareth Jones", "Robin Emmott"),
        ("(Reporting by A. Bee and Cy Dee in Berlin; editing by E. Eff)", "A. Bee, Cy Dee"),
        ("Reporting and writing by Ann Lee", "Ann Lee"),
        ("Editing by Gareth Jones", ""),
    ],
)
def test_the_credits_line_names_the_reporters(line: str, expected: str) -> None:
    assert credited(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Robin Emmott", "Robin Emmott"),
        ("BY ROBIN EMMOTT", "ROBIN EMMOTT"),
        ("By Jane Doe and John van der Berg", "Jane Doe, John van der Berg"),
        ("By Jane Doe | January 6, 2020", "Jane Doe"),
        ("Von Petra Klein", "Petra Klein"),
        ("Par Anne Dubois", "Anne Dubois"),
        ("بقلم: ليلى منصور", "ليلى منصور"),
        ("By Monday the alliance had met.", ""),
        ("By Monday", ""),
        ("By all accounts the meeting went well", ""),
        ("By the time the ambassadors met, it was late.", ""),
    ],
)
def test_a_byline_names_authors_and_prose_does_not(line: str, expected: str) -> None:
    assert byline(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("©2020 Bloomberg L.P.", "Bloomberg"),
        ("Copyright 2020 The Associated Press. All rights reserved.", "Associated Press"),
        ("© 2020 Some Holding Company", ""),
        ("All rights reserved", ""),
    ],
)
def test_a_copyright_line_names_an_outlet_only_if_it_is_one(line: str, expected: str) -> None:
    assert copyright_owner(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe, CNN", "Jane Doe"),
        ("By Jane Doe, Harbor Ledger", "Jane Doe"),
        ("By Jane Doe, BBC Security Correspondent", "Jane Doe"),
        ("By Jane Doe and John Roe, Meridian Today", "Jane Doe, John Roe"),
        ("By Jane Doe, John Roe and Jean Poe", "Jane Doe, John Roe, Jean Poe"),
        ("By Jane Doe, John Roe, and Jean Poe", "Jane Doe, John Roe, Jean Poe"),
        ("By Jane Doe, John Roe", "Jane Doe, John Roe"),
        ("By Jane Doe, MBE", "Jane Doe"),
        ("By Jane Doe; John Roe in Baghdad", "Jane Doe, John Roe"),
        ("By Jane Doe, Berlin; John Roe, Paris", "Jane Doe, John Roe"),
        ("By Jane Doe for Harbor Ledger", "Jane Doe"),
        ("By Jane Doe of the Harbor Ledger", "Jane Doe"),
        ("By Jane Doe January 6, 2020", "Jane Doe"),
        ("By Jane Doe, Jan. 6, 2020", "Jane Doe"),
        ("By Marie Martin | 6 January 2020", "Marie Martin"),
        ("By Anna Novak, 6 January 2020", "Anna Novak"),
        ("By Theresa May 6 January 2020", "Theresa May"),
        ("Von Jan Sepp | 6. Januar 2020", "Jan Sepp"),
        ("By Jane Doe and John Roe, Jean Poe in Vienna", "Jane Doe, John Roe, Jean Poe"),
        ("By May Sample", "May Sample"),
        ("Von Hanna Brandt, Berlin", "Hanna Brandt"),
        ("Von Hanna Brandt, Berlin, und Ole Petersen, Brüssel", "Hanna Brandt, Ole Petersen"),
        ("Von Hanna Brandt aus Brüssel", "Hanna Brandt"),
        ("Von Anna von der Aue", "Anna von der Aue"),
        ("By Reuters, AFP", "Reuters, AFP"),
    ],
)
def test_what_stands_behind_an_author_is_no_author(line: str, expected: str) -> None:
    assert byline(line) == expected
