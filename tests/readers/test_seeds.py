"""What every sample article must come out as, and the three real ones in particular."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.domain.article import Article, ReadFile
from briefing_app.readers import read
from briefing_app.readers.canonical import canonical
from briefing_app.readers.registry import FORMATS
from tests.readers.expected import FIELDS, articles_of, samples, seed_files

FURNITURE = re.compile(
    r"advertisement|cookie|sign up|all rights reserved|to contact the|reporting by|"
    r"related|most read|log in|©|subscribers read|share this|photo:",
    re.I,
)


@pytest.mark.parametrize("field", ["text", *FIELDS])
def test_every_sample_comes_out_as_it_must(field: str) -> None:
    wrong = [
        (sample.file, getattr(sample.article, field, ""), sample.expected.get(field))
        for sample in samples()
        if not sample.is_right(field)
    ]
    assert wrong == []


def test_there_is_a_sample_of_every_format_that_can_be_read() -> None:
    covered = {sample.media_type for sample in samples()}
    assert covered >= {form.media_type for form in FORMATS if form.extensions and not form.needs}


def test_the_body_of_a_seed_is_canonical_without_empty_lines(seed: ReadFile) -> None:
    for article in articles_of(seed):
        assert canonical(article.body) == article.body
        assert "\n\n" not in article.body
        assert all(line == line.strip() for line in article.body.split("\n"))


def test_page_furniture_stays_out_of_the_body(seed: ReadFile) -> None:
    for article in articles_of(seed):
        assert not FURNITURE.search(article.body)
        assert article.headline not in article.body


def test_every_particular_says_where_it_stood(seed: ReadFile) -> None:
    for article in articles_of(seed):
        stated = {name for name in (*FIELDS, "url", "news_section") if getattr(article, name)}
        assert set(article.provenance) == stated
        assert all(article.provenance.values())


def test_the_original_of_a_seed_is_unaltered(seed: ReadFile) -> None:
    for file in (seed, *seed.parts):
        if isinstance(file, ReadFile):
            if Path(file.original.path).is_file():  # what is inside another file lies nowhere
                assert Path(file.original.path).read_bytes() == file.original.data
            assert all(a.original_id == file.original.id for a in file.articles)


def test_only_what_is_wrong_with_a_seed_is_said() -> None:
    said = {path.name: read(path).warnings for path in seed_files()}
    assert [name for name, warnings in said.items() if warnings] == ["baltic-wire-world.rss"]


def test_together_the_seeds_cover_every_kind_of_set_aside_line() -> None:
    kinds = {item.kind for sample in samples() for item in sample.article.set_aside}
    assert kinds >= {
        "advertisement", "repeated headline", "contact", "copyright", "caption", "credits",
    }  # fmt: skip


@pytest.fixture
def real(real_seeds: list[Path]) -> dict[str, Article]:
    """The three real articles by the number in their names."""
    return {path.name[:3]: read(path).articles[0] for path in real_seeds}


def test_the_bloomberg_seed(real: dict[str, Article]) -> None:
    article = real["000"]
    assert article.headline == "NATO Chief Is Mum on Reaction to Any Iranian Attack Against U.S."
    assert article.publisher == "Bloomberg"
    assert article.byline == "Jonathan Stearns"
    assert article.dateline == "Brussels"
    assert article.published == ""
    assert article.missing == ("published",)
    assert len(article.paragraphs) == 9
    assert article.paragraphs[0].startswith("(Bloomberg) -- North Atlantic")
    assert article.headline not in article.body
    assert [item.kind for item in article.set_aside] == [
        "advertisement", "repeated headline", "repeated headline", "contact", "contact",
        "copyright",
    ]  # fmt: skip
    assert article.provenance["byline"] == "contact line"


def test_the_reuters_seed(real: dict[str, Article]) -> None:
    article = real["004"]
    assert article.headline == "U.S. briefs NATO over Iran strike, avoids European criticism"
    assert article.publisher == "Reuters"
    assert article.byline == "Robin Emmott"
    assert article.dateline == "BRUSSELS"
    assert article.published == "2020-01-06"
    assert article.provenance["published"] == "photo caption"
    assert article.missing == ()
    assert len(article.paragraphs) == 11
    assert article.paragraphs[0].startswith("BRUSSELS (Reuters) - All members")
    assert {item.kind for item in article.set_aside} == {"caption", "credits"}


def test_the_aggregator_seed_is_incomplete_and_nothing_is_guessed(real: dict[str, Article]) -> None:
    article = real["001"]
    assert article.headline == (
        "NATO Chief Silent On Whether The Alliance Would Respond To Iranian Attack On US"
    )
    assert (article.publisher, article.byline, article.dateline, article.published) == ("",) * 4
    assert article.missing == ("publisher", "published")
    assert len(article.paragraphs) == 12
    assert [item.kind for item in article.set_aside] == ["caption"]


def test_no_letter_of_a_real_seed_is_lost(real_seeds: list[Path]) -> None:
    for path in real_seeds:
        article = read(path).articles[0]
        kept = [article.headline, article.body, *(item.text for item in article.set_aside)]
        letters = sorted(re.findall(r"\S", " ".join(kept)))
        assert letters == sorted(re.findall(r"\S", canonical(path.read_text("utf-8"))))
