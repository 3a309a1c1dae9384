"""Lines copied from a printed page."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.plain.printed_lines import printed_file, without_printed_lines
from briefing_app.readers.web.selection import read_selection

COPIED = """Harbour vote splits the council
VARDEN — The city council voted nine to eight on Saturday to widen the old harbour, ending eleven
years of argument about who would pay for it.
“We have waited long enough,” said Mayor Ines Varga. “The boats will not wait, and neither will
the banks.”
• a quay of 420 metres by 2028;
• a rail link to the freight yard;
The council meets again on 2 December."""
PARAGRAPHS = [
    "VARDEN — The city council voted nine to eight on Saturday to widen the old harbour, ending "
    "eleven years of argument about who would pay for it.",
    "“We have waited long enough,” said Mayor Ines Varga. “The boats will not wait, and "
    "neither will the banks.”",
    "• a quay of 420 metres by 2028;",
    "• a rail link to the freight yard;",
    "The council meets again on 2 December.",
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_program_for_pdf_files_copies_has_its_paragraphs(end: str) -> None:
    (article,) = read_selection("selection.txt", b"", COPIED.replace("\n", end)).articles
    assert article.headline == "Harbour vote splits the council"
    assert article.body.split("\n") == PARAGRAPHS


def test_a_sentence_of_two_lines_is_one_paragraph() -> None:
    two = "The council voted nine to eight on Saturday to widen the\nold harbour by 2028."
    assert without_printed_lines(two) == two.replace("\n", " ")


def test_empty_lines_around_a_text_are_nothing() -> None:
    (article,) = read_selection("selection.txt", b"", f"\n \n{COPIED}\r\n\n\f").articles
    assert article.body.split("\n") == PARAGRAPHS


def test_a_quote_after_a_full_line_begins_a_paragraph() -> None:
    first = "The council voted nine to eight on Saturday to widen the old harbour, at"
    second = "a meeting that went on until midnight and was the longest in ten years."
    quote = "“We have waited long enough,” the mayor said."
    assert without_printed_lines(f"{first}\n{second}\n{quote}") == f"{first} {second}\n\n{quote}"


def test_a_narrow_column_is_joined_and_its_parted_words_made_whole() -> None:
    column = (
        "The council voted nine to eight\non Saturday to widen the har-\nbour, ending years of an\n"
        "argument about the harbour. It\nwill meet again on Tuesday."
    )
    assert without_printed_lines(column) == (
        "The council voted nine to eight on Saturday to widen the harbour, ending years of an "
        "argument about the harbour. It will meet again on Tuesday."
    )


def test_a_line_across_the_columns_does_not_make_them_wide() -> None:
    column = ["The council voted nine to eight", "on Saturday to widen", "its harbour."] * 4
    across = "Harbour vote splits the council and the union of those who fish"
    assert without_printed_lines("\n".join([across, *column])).split("\n\n") == [
        across,
        *["The council voted nine to eight on Saturday to widen its harbour."] * 4,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Saturday.\nNobody was surprised by it, the mayor said.\nIt ended.",
        "a quay of 420 metres by the year 2028;\na rail link to the freight yard;\nboats.",
        "Roses are red,\nviolets are blue,\nsugar is sweet\nand so are you.",
        "Kaffee\nTee mit Zitrone\nbelegte Brote\nWasser",
        "صوت المجلس يوم السبت على توسيع الميناء القديم في المدينة\nوقال العمدة إن القوارب لن تنتظر",
        "One line only, which is long enough to be one of many on a page",
        "",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert without_printed_lines(text) == text


def test_lines_wrapped_at_a_number_of_letters_are_left_to_the_reader_of_plain_text() -> None:
    wrapped = (
        "The city council voted nine to eight on\nSaturday to widen the old harbour, which\n"
        "ended eleven years of argument about who\nwould pay for it.\n\nIt meets again."
    )
    assert without_printed_lines(wrapped) == wrapped


@pytest.mark.parametrize(
    "text",
    [
        "The river bends beneath the hill\nand carries lanterns to the sea,\n"
        "the wheel is standing still,\nand so are you, and so is he\nwhen it is night.",
        "jane: are you there?\njohn: yes, in Varden since ten\njane: what did they say to you\n"
        "john: that the talks go on\njane: ok, tell the desk then",
    ],
)
def test_lines_of_a_poem_and_of_a_chat_stay_apart(text: str) -> None:
    assert without_printed_lines(text) == text


def wrapped(text: str, narrow: str) -> list[str]:
    wide = "".join(letter if letter in narrow else letter + "\0" for letter in text)
    lines = textwrap.wrap(wide.replace(" \0", " "), 120 if narrow else 148)
    return [line.replace("\0", "") for line in lines]


LONG = (
    "The city council voted nine to eight on Saturday to widen the old harbour, ending eleven "
    "years of argument about who would pay for it, and about what would become of the boats that "
    "have lain there since anybody can remember. “We have waited long enough,” said the mayor, who "
    "spoke before the vote. The banks had asked for an answer by the end of the year, and have it."
)


def printed(count: int, letters: str = "") -> str:
    """A file of so many paragraphs, printed on pages of ten lines; some letters are narrow."""
    lines = [line for _ in range(count) for line in wrapped(LONG, letters)]
    pages = [lines[i : i + 10] for i in range(0, len(lines), 10)]
    heads = [[f"{number} | Harbour Papers"] for number in range(2, len(pages) + 2)]
    whole = [line for page, head in zip(pages, heads, strict=True) for line in page + head]
    return "\n".join(["Harbour vote splits the council", *whole])


@pytest.mark.parametrize("narrow", ["", "iltfrj.,"], ids=["typewriter", "print"])
def test_a_file_of_printed_lines_has_its_paragraphs_and_no_heads_of_pages(narrow: str) -> None:
    (article,) = read_bytes("a.txt", printed(6, narrow).encode()).articles
    assert article.headline == "Harbour vote splits the council"
    assert article.body.replace("\n", " ") == " ".join([LONG] * 6)
    assert all(line.endswith((".", "”")) for line in article.paragraphs)
    assert "3 | Harbour Papers" in [item.text for item in article.set_aside]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Line {n} of a list without an end" for n in range(30)),
        "\n".join(f"def name_{n}(value):\n    return value + {n}\n" for n in range(20)),
        "\n".join(["Roses are red and the harbour is blue,", "and nobody knows what to do,"] * 12),
        "\n".join([LONG] * 12),
        COPIED,
        "\n".join(f"https://ledger.example/world/some-article-number-{n}" for n in range(30)),
        "\n".join(f"the harbour in part {n} will be as wide as that of Varden" for n in range(30)),
        "\n".join(["A boat that nobody remembered lay", "in the harbour of the town."] * 20),
    ],
    ids=["list", "code", "poem", "paragraphs", "few lines", "addresses", "points", "couplets"],
)
def test_lines_of_another_file_stay_apart(text: str) -> None:
    assert printed_file(text) == (text, [])


def test_a_line_of_signs_is_joined_with_no_other() -> None:
    head, text = printed(6).split("\n", 1)
    assert "=" * 60 in printed_file(f"{head}\n{'=' * 60}\n{text}")[0].split("\n")


def test_numbers_that_do_not_go_up_are_no_pages() -> None:
    text = printed(6).replace("3 | Harbour", "9 | Harbour")
    assert printed_file(text)[1] == []


def test_author_and_date_below_a_long_headline_stand_by_themselves() -> None:
    headline = "Harbour vote splits the council and leaves the banks with nothing"
    text = printed(6).partition("\n")[2]
    whole = f"{headline}\nBy Jane Doe\nJanuary 6, 2020\n{text}"
    (article,) = read_bytes("a.txt", whole.encode()).articles
    assert (article.headline, article.byline) == (headline, "Jane Doe")
    assert article.published == "2020-01-06"
