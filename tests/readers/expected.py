"""The sample articles of every format with what each must come out as: seeds, and made ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing_app.domain.article import Article, ReadFile, Refusal
from briefing_app.readers import read, read_bytes
from tests.readers import format_samples

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FIELDS = ("headline", "deck", "publisher", "byline", "dateline", "published", "updated", "language",
          "print_page")  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """An article and what it must be, with name and media type of the sample's file."""

    file: str
    media_type: str
    article: Article
    expected: Mapping[str, Any]

    def is_right(self, field: str) -> bool:
        """Whether a field of the article is as it must be; "text" is the whole body."""
        if field == "text":
            return self._text_is_right()
        stated = str(self.expected.get(field, ""))
        value = str(getattr(self.article, field))
        return value.startswith(stated) if field == "published" and stated else value == stated

    def _text_is_right(self) -> bool:
        paragraphs = self.article.paragraphs
        if isinstance(self.expected["paragraphs"], tuple):
            return paragraphs == self.expected["paragraphs"]
        return (
            len(paragraphs) == self.expected["paragraphs"]
            and paragraphs[0].startswith(self.expected["begins"])
            and paragraphs[-1].endswith(self.expected["ends"])
        )


def seed_files() -> list[Path]:
    """Every sample in seeds/, those in folders too."""
    found = (path for path in SEEDS.rglob("*") if path.is_file() and path.name != "README.md")
    return sorted(found)


def articles_of(file: ReadFile) -> list[Article]:
    """All articles of a file and of those inside it."""
    inside = (part for part in file.parts if not isinstance(part, Refusal))
    return [article for each in (file, *inside) for article in each.articles]


@cache
def samples() -> tuple[Sample, ...]:
    """All samples. An article that is not expected, or missing, makes this fail."""
    return (*_seeds(), *_made())


def _seeds() -> Iterator[Sample]:
    table = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))
    for path in seed_files():
        name = path.relative_to(SEEDS).as_posix()
        expected = [entry for entry in table["article"] if entry["file"] == name]
        whole = read(path)
        for article, entry in zip(articles_of(whole), expected, strict=True):
            yield Sample(name, whole.original.media_type, article, entry)


def _made() -> Iterator[Sample]:
    expected = {
        "headline": format_samples.HEADLINE, "publisher": format_samples.OUTLET,
        "byline": format_samples.BYLINE, "published": format_samples.DAY,
        "dateline": "BRUSSELS", "language": "en", "paragraphs": format_samples.PARAGRAPHS,
    }  # fmt: skip
    for name, data in format_samples.samples().items():
        whole = read_bytes(name, data)
        (article,) = articles_of(whole)
        yield Sample(name, whole.original.media_type, article, expected)
