"""Plain text files."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes, read_text
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.plain.text import read_plain_text, read_text_file, split_paragraphs

PROSE = (
    "The alliance met in Brussels on Monday, and the talks went on until late at night. Nobody "
    "wanted to say afterwards what had been decided, but two diplomats spoke of a good mood. The "
    "training mission in Iraq stays suspended until further notice, they said, and the well-known "
    "differences over Iran were not mentioned."
)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_joined_again(width: int) -> None:
    wrapped = "\n\n".join(
        ["The headline", textwrap.fill(PROSE, width), textwrap.fill(PROSE, width)]
    )
    assert split_paragraphs(wrapped) == ["The headline", PROSE, PROSE]


def test_lines_that_were_not_wrapped_are_paragraphs() -> None:
    lines = ["The headline", PROSE, "A short line.", PROSE, "“Another,” he said."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_word_parted_at_a_line_end_loses_its_hyphen_only_if_it_is_known_without() -> None:
    text = (
        "The question how the long train-\n"
        "ing of the soldiers may go on is\n"
        "open; the training and the well-\n"
        "known people who led it remain."
    )
    (paragraph,) = split_paragraphs(text)
    assert "long training of the soldiers" in paragraph
    assert "the well-known people" in paragraph


def test_a_guessed_encoding_is_told() -> None:
    data = PROSE.encode() + b"\n\n\xff\xfe\xff broken " + "é".encode() * 40
    warnings = read_text_file(Incoming("a.txt", data)).warnings
    assert warnings == ["The text encoding was guessed (utf-8)."]


def test_characters_that_reverse_text_are_removed_and_told() -> None:
    article, warnings = read_plain_text(f"The headline\n\nHe said \u202eon\u202c. {PROSE}", "")
    assert "\u202e" not in article.body
    assert len(warnings) == 1


def test_pasted_text_keeps_its_address_and_names_the_outlet() -> None:
    read = read_text(f"The headline\n\n{PROSE}", "https://www.reuters.com/a?utm_source=x")
    (article,) = read.articles
    assert article.url == "https://www.reuters.com/a"
    assert article.publisher == "Reuters"
    assert read.original.data.decode().startswith("The headline")
    assert article.original_id == read.original.id


def test_pasted_lone_surrogates_do_no_harm() -> None:
    (article,) = read_text(f"The headline\n\nA \ud83d in it. {PROSE}").articles
    assert article.body.startswith("A \ufffd in it.")


@pytest.mark.parametrize("text", ["", "  \n ", "ADVERTISEMENT", "© 2020 Bloomberg L.P."])
def test_text_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_text(text)
    assert refused.value.hint


def test_nul_characters_go_and_the_text_stays() -> None:
    data = f"The headline\n\nA te\0xt. {PROSE}".encode()
    assert read_bytes("a.txt", data).articles[0].body == f"A text. {PROSE}"


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "word " * 200_000, "By " + "A, " * 200_000, "AAA " * 200_000]
)
def test_a_huge_line_is_read(text: str) -> None:
    article = read_bytes("a.txt", f"The headline\n\n{text}".encode()).articles[0]
    assert "".join(article.body.split()) == "".join(text.split())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize(
    "text",
    ["Инструкторы остаются\n\nСоюзники оставят инструкторов в стране, заявил чиновник в среду.",
     "盟国作出决定\n\n盟国周一同意将教官留在该国，两名官员在布鲁塞尔会议后表示。特使说，我们将留下来。"],
)  # fmt: skip
def test_utf_16_without_a_mark_is_read_in_other_scripts(text: str, encoding: str) -> None:
    article = read_bytes("a.txt", text.encode(encoding)).articles[0]
    assert (article.headline, article.body) == tuple(text.split("\n\n"))


def test_a_few_longer_lines_do_not_hide_that_the_others_were_wrapped() -> None:
    address = "https://meridian.example/" + "a" * 110 + " (in the language of the country)"
    wrapped = textwrap.fill(PROSE, 70)
    text = "\n\n".join([wrapped, wrapped, wrapped, f"{address}\nThe desk"])
    assert split_paragraphs(text) == [PROSE, PROSE, PROSE, address, "The desk"]


def test_wrapped_chinese_lines_are_joined_without_a_space() -> None:
    text = "代表们在港口城市会面第三天讨论新的规则并且表示将于明年夏天生效各国都同意"
    wrapped = "\n".join(text[at : at + 20] for at in range(0, len(text), 20))
    assert split_paragraphs("\n\n".join([wrapped] * 3)) == [text] * 3


def test_a_chinese_list_stays_a_list() -> None:
    lines = [
        "北方国家将派出两个营以及一个工兵连作为预备队",
        "南方国家一个营",
        "东方国家两个营",
        "西方国家一个连",
    ]
    assert split_paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("date", "proposed"), [("03/04/2020", "2020-04-03"), ("23.04.2020", "2020-04-23")]
)
def test_a_date_before_the_first_words_is_proposed(date: str, proposed: str) -> None:
    article, _ = read_plain_text(f"The headline\n\n{date} - {PROSE}\n\n{PROSE}", "")
    assert [(p.field, p.value) for p in article.proposals] == [("published", proposed)]
    assert article.published == ""
    assert article.body.startswith(date)


def test_the_days_of_a_chronicle_are_no_date_of_its_text() -> None:
    text = f"The headline\n\n03/04/2020 - {PROSE}\n\n04/04/2020 - {PROSE}"
    assert read_plain_text(text, "")[0].proposals == ()
