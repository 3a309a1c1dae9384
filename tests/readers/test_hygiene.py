"""Sizes: whatever a file holds, an article can be shown, stored and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.article import Article
from briefing_app.readers import hygiene, read_bytes, read_text
from briefing_app.readers.hygiene import LONGEST_PARAGRAPH, LONGEST_TEXT, LONGEST_WORD, tidied

SENTENCE = "The alliance met in Brussels and spoke about Iraq. "


def tidy(body: str, **fields: object) -> tuple[Article, list[str]]:
    ((article,), warnings) = tidied([Article("Head", body, **fields)])  # type: ignore[arg-type]
    return article, warnings


def test_an_ordinary_article_is_the_same_object() -> None:
    article = Article("Head", "\n".join([SENTENCE.strip() * 20] * 30))
    assert tidied([article])[0][0] is article


def test_an_endless_word_is_broken_and_loses_no_character() -> None:
    word = "x" * (3 * LONGEST_WORD + 7)
    article, warnings = tidy(f"Before {word} after\nSecond")
    assert max(map(len, article.body.split())) <= LONGEST_WORD
    assert article.body.replace("\n", "") == f"Before {word} afterSecond"
    assert warnings == ["Words of more than 500 characters were broken."]


@pytest.mark.parametrize("sign", ["北", "の", "ห", "က", "한"])
def test_scripts_without_spaces_are_not_taken_for_endless_words(sign: str) -> None:
    article, warnings = tidy(sign * (2 * LONGEST_WORD))
    assert article.body == sign * (2 * LONGEST_WORD)
    assert warnings == []


def test_an_overlong_paragraph_is_divided_between_sentences() -> None:
    body = (SENTENCE * 1_000).strip()
    article, warnings = tidy(body)
    assert all(p.endswith("Iraq.") and len(p) <= LONGEST_PARAGRAPH for p in article.paragraphs)
    assert article.body.replace("\n", " ") == body
    assert warnings == ["Paragraphs of more than 20,000 characters were divided."]


def test_an_overlong_paragraph_without_sentences_is_divided_between_words() -> None:
    article, _ = tidy("word " * 9_000 + "end")
    assert all(set(p.split()) <= {"word", "end"} for p in article.paragraphs)
    assert len(article.paragraphs) == 3


def test_a_text_beyond_the_limit_is_cut_at_a_paragraph_and_that_is_said() -> None:
    body = "\n".join([SENTENCE.strip()] * (LONGEST_TEXT // len(SENTENCE) + 10))
    article, warnings = tidy(body, page_starts=(0, 100, LONGEST_TEXT + 50))
    assert LONGEST_TEXT - LONGEST_PARAGRAPH < len(article.body) <= LONGEST_TEXT
    assert body.startswith(article.body + "\n")
    assert article.page_starts == (0, 100)
    assert warnings == ["The text was cut after 5,000,000 characters."]


def test_too_many_articles_in_a_file_are_cut_and_that_is_said() -> None:
    articles, warnings = tidied([Article(str(n), "Text.") for n in range(2_005)])
    assert [articles[0].headline, articles[-1].headline] == ["0", "1999"]
    assert warnings == ["Of the 2,005 articles in this file the first 2,000 came in."]


@given(st.lists(st.integers(1, 1_300), min_size=1, max_size=6), st.data())
def test_pages_begin_where_they_began(lengths: list[int], data: st.DataObject) -> None:
    letters = iter("abcdefgh")
    body = "\n".join(next(letters) * length for length in lengths)
    starts = sorted(data.draw(st.sets(st.integers(0, len(body) - 1), max_size=5)))
    article, _ = tidy(body, page_starts=tuple(starts))
    marks = [body[start] for start in starts]
    assert [article.body[start] for start in article.page_starts] == marks


def test_an_address_that_is_no_web_page_and_a_headline_of_absurd_length_do_not_pass() -> None:
    (article,), _ = tidied([Article("Head " * 100, "Text.", url="javascript:alert(1)")])
    assert article.url == ""
    assert len(article.headline) <= 300
    assert article.headline.endswith("…")


def test_every_way_in_goes_through_the_gate() -> None:
    word = "y" * 2_000
    from_file = read_bytes("a.txt", f"{SENTENCE * 3}\n\n{word}".encode())
    pasted = read_text(f"{SENTENCE * 3}\n\n{word}")
    for read in (from_file, pasted):
        assert max(map(len, read.articles[0].body.split())) <= hygiene.LONGEST_WORD
        assert "Words of more than 500 characters were broken." in read.warnings


@pytest.mark.parametrize("before", [0, 1, 7, 123, 249, 250, 251, 499])
@pytest.mark.parametrize("after", ["", " end", "\nend"])
def test_an_endless_word_is_found_wherever_it_stands(before: int, after: str) -> None:
    text = ("x " * before)[:before].strip() + " " + "y" * (LONGEST_WORD + 1)
    _, warnings = tidy(text.strip() + after)
    assert warnings == ["Words of more than 500 characters were broken."]
    _, warnings = tidy(text.strip()[:-1] + after)
    assert warnings == []
