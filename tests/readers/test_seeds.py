"""What every sample article must come out as, and the three real ones in particular."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.domain.article import Article, ReadFile
from briefing_app.readers import read
from briefing_app.readers.canonical import canonical

FURNITURE = re.compile(
    r"advertisement|cookie|sign up|all rights reserved|to contact the|reporting by|"
    r"related|most read|log in|©|subscribers read|share this|photo:",
    re.I,
)


def test_a_seed_is_one_article_with_headline_and_paragraphs(seed: ReadFile) -> None:
    (article,) = seed.articles
    assert article.headline
    assert len(article.paragraphs) >= 7
    assert article.original_id == seed.original.id
    assert not seed.warnings


def test_the_body_of_a_seed_is_canonical_without_empty_lines(seed: ReadFile) -> None:
    body = seed.articles[0].body
    assert canonical(body) == body
    assert "\n\n" not in body
    assert all(line == line.strip() for line in body.split("\n"))


def test_page_furniture_stays_out_of_the_body(seed: ReadFile) -> None:
    assert not FURNITURE.search(seed.articles[0].body)
    assert seed.articles[0].headline not in seed.articles[0].body


def test_every_particular_says_where_it_stood(seed: ReadFile) -> None:
    article = seed.articles[0]
    fields = ("headline", "byline", "dateline", "publisher", "published", "url", "language")
    assert set(article.provenance) == {name for name in fields if getattr(article, name)}
    assert all(article.provenance.values())


def test_the_original_of_a_seed_is_unaltered(seed: ReadFile) -> None:
    assert Path(seed.original.path).read_bytes() == seed.original.data


def test_together_the_seeds_cover_every_kind_of_set_aside_line() -> None:
    folder = Path(__file__).resolve().parents[2] / "seeds"
    found = [read(path).articles[0] for path in folder.glob("*.[th]*t*")]
    kinds = {item.kind for article in found for item in article.set_aside}
    assert kinds == {
        "advertisement", "repeated headline", "contact", "copyright", "caption", "credits",
    }  # fmt: skip
    assert sum(not article.missing for article in found) == 5


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
