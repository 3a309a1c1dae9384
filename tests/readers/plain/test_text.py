"""Plain text files."""

from __future__ import annotations

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes, read_text
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.plain.text import read_plain_text, read_text_file

PROSE = (
    "The alliance met in Brussels on Monday, and the talks went on until late at night. Nobody "
    "wanted to say afterwards what had been decided, but two diplomats spoke of a good mood. The "
    "training mission in Iraq stays suspended until further notice, they said, and the well-known "
    "differences over Iran were not mentioned."
)


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
