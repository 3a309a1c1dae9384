"""The check finds what is wrong and says it in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing_app.store.checking import problems, structure_problems


@pytest.fixture
def meddle(work):
    """Alter the file behind the program's back; the problems found then."""

    def alter(*statements: str) -> list[str]:
        with closing(sqlite3.connect(work.store.path, isolation_level=None)) as other:
            for statement in statements:
                other.execute(statement)
        return work.store.check()

    return alter


def test_a_sound_file_has_no_problems(work):
    assert problems(work.store.path) == structure_problems(work.store.path) == []


def test_a_row_that_lost_its_parent_is_found(meddle):
    [problem] = meddle("DELETE FROM memo", "DELETE FROM section WHERE title = 'Talks'")[:1]
    assert "belongs to a row of" in problem


def test_an_index_that_differs_from_the_articles_is_found(meddle):
    assert meddle("UPDATE article SET headline = 'Other'") == [
        "The search index does not agree with the articles."
    ]


def test_an_original_that_was_altered_is_found(meddle):
    assert meddle("UPDATE original SET data = x'00' WHERE n = 1") == [
        "The original “fleet.txt” is not what was imported."
    ]


def test_an_original_that_cannot_be_unpacked_is_found(meddle):
    assert meddle("UPDATE original SET packing = 'zlib' WHERE n = 2") == [
        "The original “fleet.txt” is not what was imported."
    ]


def test_a_passage_that_its_article_does_not_hold_is_found(meddle):
    [problem] = meddle("UPDATE excerpt SET exact = 'They never said it' WHERE n = 1")
    assert "They never said it" in problem and "Fleet leaves" in problem


def test_positions_beyond_the_basic_plane_are_no_problem(store, import_article):
    article = import_article(store, body="😀😀 “Yes” 😀")
    store.excerpts.add(article, 3, 8)
    assert store.excerpts.of_article(article)[0].exact == "“Yes”"
    assert store.check() == []


def test_a_damaged_page_is_found(work):
    path = work.store.path
    work.store.close()
    content = bytearray(path.read_bytes())
    for page in range(5, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xee" * 100
    path.write_bytes(content)
    for found in (problems(path), structure_problems(path)):
        assert found
        assert all("damaged" in problem for problem in found[:1])


def test_a_correction_that_does_not_fit_its_text_is_found(work, meddle):
    work.store.articles.correct(work.articles[0], 0, 3, "Their")
    work.store.articles.correct(work.articles[0], 0, 5, "Our")
    assert work.store.check() == []
    [problem] = meddle("UPDATE correction SET position = position + 1 WHERE n = 1")
    assert "correction" in problem and "Fleet leaves" in problem
