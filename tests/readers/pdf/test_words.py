"""Lines put together: spaces, hyphens and dashes at their ends."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.paragraphs import Paragraph
from briefing_app.readers.pdf.pieces import LINE_END_HYPHEN
from briefing_app.readers.pdf.words import put_together, words_of


def parted(*lines: str) -> str:
    return put_together(paragraph := Paragraph(10, [(0, line) for line in lines]),
                        words_of([paragraph]))[0]  # fmt: skip


@pytest.mark.parametrize("mark", ["-", LINE_END_HYPHEN])
@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("sus", "pended it", "suspended it"),
        ("US", "Iran talks", "US-Iran talks"),
        ("COVID", "19 cases", "COVID-19 cases"),
        ("with", "out it", "without it"),
        ("mem", "ber", "member"),
    ],
)
def test_a_parted_word_is_joined(mark: str, first: str, second: str, whole: str) -> None:
    assert parted(f"They {first}{mark}", second) == f"They {whole}"


@pytest.mark.parametrize(
    ("elsewhere", "whole"),
    [("the cross-border raid", "cross-border"), ("a crossborder raid", "crossborder")],
)  # fmt: skip
def test_the_rest_of_the_document_decides_on_the_hyphen(elsewhere: str, whole: str) -> None:
    assert parted(f"It was {elsewhere}, and a cross-", "border attack") == (
        f"It was {elsewhere}, and a {whole} attack"
    )


def test_a_soft_hyphen_always_goes() -> None:
    assert parted("They sus\u00ad", "pended it, US\u00ad", "led") == "They suspended it, USled"


def test_a_dash_at_the_end_of_a_line_is_no_hyphen() -> None:
    assert parted("He went -", "then stayed") == "He went - then stayed"


def test_where_pages_begin_in_a_paragraph_is_known() -> None:
    paragraph = Paragraph(10, [(0, "They sus-"), (1, "pended it"), (3, "at last")])
    text, starts = put_together(paragraph, frozenset())
    assert text == "They suspended it at last"
    assert [(page, text[place:]) for page, place in starts] == [
        (0, text), (1, "pended it at last"), (3, "at last"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a long", "term plan", "a long-term plan"),
        ("the US", "led forces", "the US-led forces"),
        ("twenty", "nine states", "twenty-nine states"),
        ("a so", "called state", "a so-called state"),
        ("the Iran", "backed militia", "the Iran-backed militia"),
        ("talks face-to", "face", "talks face-to-face"),
        ("a short", "age of arms", "a shortage of arms"),
        ("the high", "est price", "the highest price"),
        ("they with", "held it", "they withheld it"),
        ("the so", "lution", "the solution"),
        ("an e", "mail", "an e-mail"),
        ("the re", "election", "the re-election"),
        ("the re", "action", "the reaction"),
        ("some anti", "government men", "some anti-government men"),
        ("some anti", "biotics", "some antibiotics"),
        ("a non", "aligned state", "a non-aligned state"),
        ("a non", "sensical idea", "a nonsensical idea"),
        ("the ex", "president", "the ex-president"),
        ("the ex", "pectation", "the expectation"),
        ("a mid-1990s", "style house", "a mid-1990s-style house"),
        ("a 20", "year-old", "a 20-year-old"),
        ("a 20", "to 30-year term", "a 20- to 30-year term"),
    ],
)
def test_compounds_keep_their_hyphen(first: str, second: str, whole: str) -> None:
    assert parted(f"They saw {first}-", second) == f"They saw {whole}"


def test_a_prefix_has_the_hyphen_that_it_has_elsewhere() -> None:
    assert "cooperation" in parted("They spoke of co-", "operation")
    assert "co-operation" in parted("They co-operate.", "They spoke of co-", "operation")


def test_where_no_syllables_are_parted_every_hyphen_was_written() -> None:
    lines = ["They spoke of terrorism again and again."] * 40
    assert "counter-terrorism" in parted(*lines, "They spoke of counter-", "terrorism again.")
    assert "suspended" in parted(*lines, "They sus-", "pended it again.")
    many = ["They spoke of terror-", "ism and they spoke of counter-", "terrorism"] * 3
    assert "counterterrorism" in parted(*many)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Iraq—", "a neighbour", "Iraq—a neighbour"),
        ("Iraq", "—a neighbour", "Iraq—a neighbour"),
        ("Iraq —", "a neighbour", "Iraq — a neighbour"),
        ("Iraq –", "a neighbour", "Iraq – a neighbour"),
        ("in 2019–", "20 or so", "in 2019–20 or so"),
        ("in 2019-", "20 or so", "in 2019-20 or so"),
        ("and/", "or", "and/or"),
    ],
)
def test_dashes_keep_the_spaces_that_they_have(first: str, second: str, whole: str) -> None:
    assert parted(first, second) == whole


@pytest.mark.parametrize(
    "lines",
    [
        ("北约发言人星期一表", "示，在巴格达机场"),
        ("约有500", "名教官"),
        ("秘书长在布鲁塞尔对记者说:", "“只要局势允许"),
        ("トランプ大統領は", "イランとの"),
    ],
)
def test_lines_of_chinese_and_japanese_are_joined_without_a_space(lines: tuple[str, str]) -> None:
    assert parted(*lines) == "".join(lines)


def test_lines_of_korean_are_joined_with_a_space() -> None:
    assert parted("나토는 이라크에서", "훈련을 중단했다") == "나토는 이라크에서 훈련을 중단했다"
