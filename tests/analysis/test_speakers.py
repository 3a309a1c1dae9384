"""Who says a passage: found where a text is plain, and left open where it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.analysis.speakers import propose_speaker

EARLIER = "NATO Secretary General Jens Stoltenberg arrived on Monday.\n"


def speaker(paragraph: str, part: str, before: str = "") -> str:
    body = before + paragraph
    start = body.index(part, len(before))
    return propose_speaker(body, start, start + len(part))


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“We agree,” Jens Stoltenberg said.", "Jens Stoltenberg"),
        ("“We agree,” said Jens Stoltenberg on Monday.", "Jens Stoltenberg"),
        ("“We agree,” NATO Secretary General Jens Stoltenberg told reporters.", "Jens Stoltenberg"),
        ("Jens Stoltenberg said: “We agree.”", "Jens Stoltenberg"),
        ("Jens Stoltenberg added that “We agree” was all.", "Jens Stoltenberg"),
        ("According to Jens Stoltenberg, “We agree” was all.", "Jens Stoltenberg"),
        ("“We agree,” said Dylan White, a spokesman for the alliance.", "Dylan White"),
        ("Iran’s foreign minister, Mohammad Javad Zarif, said “We agree.”", "Mohammad Javad Zarif"),
        ("Dylan White, a spokesman for the alliance, said: “We agree.”", "Dylan White"),
        ("“We agree,” one NATO diplomat said.", "NATO diplomat (unnamed)"),
        ("“We agree,” said a colonel at the base.", "Colonel at the base (unnamed)"),
        ("“We agree,” a spokesman for Antonio Guterres said.",
         "Spokesman for Antonio Guterres (unnamed)"),
        ("“We agree,” wrote Angela Merkel and Emmanuel Macron.", "Angela Merkel, Emmanuel Macron"),
        ("“We agree,” the Department of Homeland Security wrote.",
         "Department of Homeland Security"),
        ("“Do we agree?” Jens Stoltenberg asked.", "Jens Stoltenberg"),
        ("“It is so,” Jens Stoltenberg said. “We agree.”", "Jens Stoltenberg"),
    ],
)  # fmt: skip
def test_a_plain_attribution_is_found(paragraph: str, expected: str) -> None:
    part = "“Do we agree?”" if "Do we" in paragraph else re.search("“We agree[^”]*”", paragraph)[0]
    assert speaker(paragraph, part) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We agree” was written on the wall.",
        "The “We agree” of the diplomats was faint.",
        "After a meeting with Donald Trump “We agree” was all.",
        "“We agree.”",
        "“We agree,” the foreign minister said.",
        "“We agree,” he said.",
        "“We agree,” they said.",
        "Following the threat of “We agree” by Iran, Stoltenberg said nothing.",
        "Ann Lee said no. Bob Roe said yes. Then “We agree,” she said.",
        "Ann Lee said that “We agree” was what Bob Roe said.",
    ],
)
def test_where_it_is_not_plain_no_speaker_is_proposed(paragraph: str) -> None:
    assert speaker(paragraph, "“We agree") == ""


def test_a_surname_is_completed_from_earlier_in_the_article() -> None:
    assert speaker("“We agree,” Stoltenberg said.", "We agree", EARLIER) == "Jens Stoltenberg"
    assert speaker("“We agree,” Stoltenberg said.", "We agree") == "Stoltenberg"


def test_a_pronoun_means_the_last_speaker_if_there_is_but_one() -> None:
    before = "“It is so,” said Jens Stoltenberg.\n"
    assert speaker("“We agree,” he said.", "“We agree,”", before) == "Jens Stoltenberg"
    two = "“It is so,” said Jens Stoltenberg, but “it is not,” said Ann Lee.\n"
    assert speaker("“We agree,” he said.", "“We agree,”", two) == ""


def test_an_office_means_whoever_holds_it_in_the_article() -> None:
    paragraph = "“We agree,” the secretary general said."
    assert speaker(paragraph, "“We agree,”", EARLIER) == "Jens Stoltenberg"


def test_a_paragraph_can_announce_the_quotation_of_the_next() -> None:
    before = "That was not all, Jens Stoltenberg said:\n"
    assert speaker("“We agree on this.”", "“We agree on this.”", before) == "Jens Stoltenberg"


def test_words_inside_a_quotation_do_not_name_its_speaker() -> None:
    paragraph = "“Donald Trump said so, and we agree,” one diplomat said."
    assert speaker(paragraph, "we agree") == "Diplomat (unnamed)"


def test_a_reported_sentence_without_quotation_marks_has_a_speaker_too() -> None:
    paragraph = "The mission goes on, Stoltenberg said."
    assert speaker(paragraph, "The mission goes on", EARLIER) == "Jens Stoltenberg"


def test_a_range_outside_the_text_has_no_speaker() -> None:
    assert propose_speaker("", 0, 0) == propose_speaker("abc", 2, 9) == propose_speaker("a", 1, 1)
    assert propose_speaker("abc", -1, 2) == ""


def test_huge_paragraphs_are_looked_at_in_part_only() -> None:
    body = "Aaa said x, " * 100_000 + "“We agree,” Stoltenberg said."
    start = body.index("“We")
    assert propose_speaker(body, start, start + 5) in ("Stoltenberg", "")
    assert propose_speaker("A " * 200_000, 100_000, 100_010) == ""


REAL = {
    "000": {
        "“not help to de-escalate,”": "Jens Stoltenberg",
        "“It will actually do the opposite.”": "Jens Stoltenberg",
        "“We have recently seen": "Jens Stoltenberg",
        "“operational domain.”": "",
    },
    "001": {
        '"severe retaliation"': "",
        "“not help to de-escalate”": "Jens Stoltenberg",
        '"no limits"': "",
        '"heightened security risks"': "",
        '"We also agreed': "Jens Stoltenberg",
    },
    "004": {
        "“We are united": "Jens Stoltenberg",
        "“At the meeting today": "Jens Stoltenberg",
        "“It would send": "NATO diplomat (unnamed)",
        "“train-and-advise”": "",
    },
}


@pytest.mark.parametrize("number", sorted(REAL))
def test_speakers_of_the_real_articles(number: str, real_seeds: list[Path]) -> None:
    (path,) = [path for path in real_seeds if path.name.startswith(number)]
    body = re.sub("\n+", "\n", path.read_text("utf-8").replace("\u00a0", " "))
    found = {part: speaker(body, part) for part in REAL[number]}
    assert found == REAL[number]
