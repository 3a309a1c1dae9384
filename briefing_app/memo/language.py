"""The words that a memo brings along, in one language: labels, fixed sentences, names of months."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app import resources

FOLDER = "templates/languages"


@dataclass(frozen=True)
class Step:
    """One step of a scale of likelihood: words that mean the same, and their range as printed."""

    terms: tuple[str, ...]
    range: str


@dataclass(frozen=True)
class Likelihood:
    """A scale of words of likelihood, least likely first.

    confidence  regular expression for the words by which a drafter tells how sure he is
    modifiers   words before a term that make another one of it: "very", "not"
    """

    title: str
    steps: tuple[Step, ...]
    confidence: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """A file of resources/templates/languages.

    tag     BCP 47 tag that the document carries, e.g. "en-US"
    titles  of the forms, by their folder's name; descriptions: what each is for, in one line
    sections  headings that forms suggest, by key
    fields  labels of header fields, by name
    likelihood  scales by name: "icd203", "phia"
    reliability  what the letters A to F say of a source
    tradecraft   "days", "acronyms" and "spellings" (see memo.tradecraft)
    """

    tag: str
    is_right_to_left: bool
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    sections: Mapping[str, str]
    fields: Mapping[str, str]
    labels: Mapping[str, str]
    columns: Mapping[str, str]
    sentences: Mapping[str, str]
    months: tuple[str, ...]
    numbers: tuple[str, ...]
    likelihood: Mapping[str, Likelihood]
    formats: Mapping[str, Any]
    reliability: Mapping[str, str]
    tradecraft: Mapping[str, Any]

    def date(self, year: str, month: int = 0, day: int = 0, pattern: str = "") -> str:
        """A date as printed, as far as it is known (0 where it is not).

        `pattern` stands for the language's own where the day is known.
        """
        if not month:
            return year
        pattern = (pattern if day else "") or self.formats["date" if day else "month"]
        return pattern.format(day=day, month=self.months[month - 1], year=year)

    def day_of_year(self, iso: str) -> str:
        """ "6 January" of an ISO 8601 date; "" where the day is not known."""
        if len(iso) != len("2020-01-06"):
            return ""
        pattern = self.formats["date"].replace("{year}", "").strip(" ,")
        return self.date("", int(iso[5:7]), int(iso[8:10]), pattern)

    @property
    def quotes(self) -> tuple[str, str]:
        """The marks before and after a quotation, with the spaces within them."""
        opening, closing = self.formats["quotes"]
        return opening, closing

    @property
    def is_comma_inside(self) -> bool:
        """True where a comma after a title may stand before its closing mark."""
        return self.tag in self.formats["comma_inside"]

    @property
    def colon(self) -> str:
        """A colon with the spaces around it."""
        return str(self.formats["colon"])

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B and C"; "" for nothing."""
        joined: str = self.formats["and"].join(filter(None, (", ".join(items[:-1]), *items[-1:])))
        return joined


def names() -> list[str]:
    """Languages that there are words for, e.g. "de", "en"."""
    return sorted(file.stem for file in resources.path(FOLDER).glob("*.toml"))


@functools.cache
def load(tag: str) -> Language:
    """The words in a language, by a tag like "en" or "en-GB"; its tag is the one asked for.

    Raises FileNotFoundError: there are none.
    """
    file = resources.path(f"{FOLDER}/{tag.partition('-')[0].lower()}.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Language(
        tag=tag if "-" in tag else data["tag"],
        is_right_to_left=data["direction"] == "rtl",
        titles=data["titles"],
        descriptions=data["descriptions"],
        sections=data["sections"],
        fields=data["fields"],
        labels=data["labels"],
        columns=data["columns"],
        sentences=data["sentences"],
        months=tuple(data["months"]["names"]),
        numbers=tuple(data["numbers"]["names"]),
        formats=data["formats"],
        reliability=data["reliability"],
        tradecraft=data["tradecraft"],
        likelihood={
            name: _scale(scale, data["formats"]["modifiers"])
            for name, scale in data["likelihood"].items()
        },
    )


def _scale(data: Mapping[str, Any], modifiers: Sequence[str]) -> Likelihood:
    steps = tuple(Step(tuple(step["terms"]), step["range"]) for step in data["steps"])
    return Likelihood(data["title"], steps, data["confidence"], tuple(modifiers))
