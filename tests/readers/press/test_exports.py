"""What all exports of press databases have in common, shown on the samples of three of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.readers import read, read_bytes
from briefing_app.readers.canonical import canonical
from briefing_app.readers.documents.flow import lines_of
from briefing_app.readers.press.clipping import Clipping
from briefing_app.readers.press.exports import articles_of, read_export

FOLDER = Path(__file__).resolve().parents[3] / "seeds" / "exports"
EXPORTS = sorted(FOLDER.iterdir())


@pytest.fixture(params=EXPORTS, ids=lambda path: path.name)
def export(request: pytest.FixtureRequest) -> ReadFile:
    """Each sample export in turn."""
    return read(request.param)


def test_there_is_an_export_of_every_great_database() -> None:
    names = {path.name.partition("-")[0] for path in EXPORTS}
    assert names == {"nexis", "lexisnexis", "factiva", "proquest", "europresse", "genios",
                     "newsbank", "ebsco", "gale"}  # fmt: skip


def test_every_article_of_an_export_is_complete(export: ReadFile) -> None:
    assert len(export.articles) == 3 if export.original.name.startswith("nexis") else 2
    for article in export.articles:
        assert article.missing == ()
        assert article.language
        assert len(article.paragraphs) >= 4
        assert article.original_id == export.original.id
    assert export.warnings == ()


def test_the_body_of_an_exported_article_is_its_text_and_nothing_else(export: ReadFile) -> None:
    for article in export.articles:
        assert canonical(article.body) == article.body
        for words in ("End of Document", "Load-Date", "Length", "©", "Full text", "Document ",
                      "words", "ProQuest", "حقوق", article.headline):  # fmt: skip
            assert words not in article.body


def test_the_particulars_of_an_export_say_that_the_database_has_them(export: ReadFile) -> None:
    for article in export.articles:
        assert article.provenance["headline"].startswith("database")
        assert article.provenance["publisher"].startswith("database")
        assert article.provenance["published"].startswith("database")


def clipping(headline: str, text: str, words: int = 0) -> Clipping:
    made = Clipping(lines=[text], words=words)
    made.take("headline", headline)
    made.take("publisher", "Example Wire")
    return made


def test_an_article_much_shorter_than_the_export_states_is_told() -> None:
    text = "One word after another. " * 20
    articles, warnings = articles_of("X", [clipping("A", text, 600), clipping("B", text, 85)])
    assert len(articles) == 2
    assert warnings == [
        "Text may be missing, by the length that the export states: “A” (80 of 600 words)."
    ]


def test_a_length_says_nothing_where_words_are_not_parted() -> None:
    _, warnings = articles_of("X", [clipping("A", "北约秘书长星期一在布鲁塞尔说。" * 20, 400)])
    assert warnings == []


def test_many_short_articles_are_told_in_one_sentence() -> None:
    clippings = [clipping(str(number), "Too short.", 100) for number in range(9)]
    _, (warning,) = articles_of("X", clippings)
    assert warning.endswith("“4” (2 of 100 words) and 4 more.")


def test_articles_that_are_announced_and_not_there_are_told() -> None:
    _, warnings = articles_of("X", [clipping("A", "Text.")], announced=3)
    assert warnings == ["The export speaks of 3 articles, and 1 are in the file."]


def test_an_entry_without_text_is_left_out_with_a_word() -> None:
    articles, warnings = articles_of("X", [clipping("A", "Text."), clipping("Chart", "")])
    assert [article.headline for article in articles] == ["A"]
    assert warnings == ["Entries without text were left out: Chart."]


def test_an_export_that_cannot_be_divided_is_kept_as_one_document_with_a_word() -> None:
    text = (
        "A collection\n\nOf what we found in Nexis.\n\nBody\n\nLength: 5 words\n\n"
        "End of Document\n\nLoad-Date: nowhere\n\nEnd of Document\n\nMore text follows here."
    )
    read = read_bytes("a.txt", text.encode())
    assert len(read.articles) == 1
    assert read.articles[0].headline == "A collection"
    assert [warning for warning in read.warnings if "could not be told apart" in warning]


@pytest.mark.parametrize(
    "text",
    [
        "The headline\n\nThe text.\n\nEnd of Document",
        "The headline\n\nHe read 1 of 10 documents and put it down. LENGTH matters.",
        "Title: The headline\n\nFull text: it is.\n\nLocation: Iraq",
        "Document of the week\n\n512 words\n\nThe text.",
    ],
)
def test_an_ordinary_text_is_no_export(text: str) -> None:
    assert read_export(lines_of(text)) == ([], [])


def test_much_more_text_than_stated_is_told() -> None:
    text = "The alliance met on Monday. " * 60
    _, warnings = articles_of("X", [clipping("A", text, words=100), clipping("B", text, words=250)])
    assert warnings == [
        "There is more text than the export states, perhaps of the article that follows: "
        "“A” (300 of 100 words)."
    ]
