"""A kind of memo, read from a folder of data: what it asks for, how its page is set up."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app import resources
from briefing_app.domain.outline import Layout, Memo
from briefing_app.memo import citation_style, language
from briefing_app.memo.citation_style import CitationStyle
from briefing_app.memo.language import Language, Likelihood

FOLDER = "templates"
DEFAULT = "information"
TWIPS_A_INCH = 1440
_further: list[Path] = []
BODY_PT, SMALL_PRINT_PT, LARGEST_SMALL_PRINT = 11, 10, 12 / 11
_PAPERS_TWIPS = {"letter": (12240, 15840), "a4": (11906, 16838)}


@dataclass(frozen=True)
class Page:
    """The set-up of a page; lengths in twips (1/20 point).

    margins  top, right, bottom, left
    size_pt  of the body's letters; everything else is in proportion
    """

    width: int
    height: int
    margins: tuple[int, int, int, int]
    font: str
    size_pt: float

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.width - self.margins[1] - self.margins[3]

    def scale(self, points: float) -> float:
        """By how much letters of so many points, at a body of 11, grow with the body.

        Small print hardly grows: what is read at arm's length are the points to make, not notes.
        """
        factor = self.size_pt / BODY_PT
        return min(factor, LARGEST_SMALL_PRINT) if points <= SMALL_PRINT_PT else factor


@dataclass(frozen=True)
class Limits:
    """What a form allows; 0 for no limit.

    bottom_line_lines  printed lines
    body_pages         pages before the annexes
    """

    bottom_line_lines: int = 0
    body_pages: int = 0


@dataclass(frozen=True)
class SuggestedSection:
    """A section that a new memo of the form starts with; `title` in the form's language."""

    title: str
    layout: Layout


@dataclass(frozen=True)
class Form:
    """A folder with a form.toml, with the words of one language.

    name      of the folder
    description  what it is for, in one line; "" where the language does not say
    fields    label of each header field by its name, in the order in which they print
    annexes   any of "timeline", "sources", "likelihood", "register", in order
    closing   "decision" for a line to sign, else ""
    is_numbered_throughout  every paragraph of the body has a number
    """

    name: str
    folder: Path
    title: str
    description: str
    page: Page
    limits: Limits
    fields: Mapping[str, str]
    sections: tuple[SuggestedSection, ...]
    annexes: tuple[str, ...]
    closing: str
    is_numbered_throughout: bool
    likelihood: Likelihood
    citation: CitationStyle
    words: Language

    @property
    def language(self) -> str:
        """BCP 47 tag of the memo."""
        return self.words.tag

    @property
    def is_comma_inside(self) -> bool:
        """True where a comma after a headline stands before its closing mark."""
        return self.citation.is_comma_inside and self.words.is_comma_inside

    def foreign(self, language: str) -> str:
        """The tag of an article's language where that is not the memo's own, else ""."""
        return _foreign(self.words.tag, language)

    @property
    def labels(self) -> Mapping[str, str]:
        """Words that stand on the page, by key."""
        return self.words.labels

    @property
    def columns(self) -> Mapping[str, str]:
        """Headings of table columns, by key."""
        return self.words.columns

    @property
    def sentences(self) -> Mapping[str, str]:
        """Fixed sentences with {places}, by key."""
        return self.words.sentences

    @property
    def months(self) -> tuple[str, ...]:
        """Names of the months, January first."""
        return self.words.months

    def number(self, count: int) -> str:
        """A count in words where the language has them: "three", but "27"."""
        return self.words.numbers[count] if count < len(self.words.numbers) else str(count)

    def file(self, name: str) -> Path:
        """A style file: the form's own, or the one that all forms share."""
        own = self.folder / name
        return own if own.exists() else resources.path(f"{FOLDER}/{name}")


@functools.cache
def _foreign(own: str, language: str) -> str:
    is_own = language.lower() in (own.lower(), own.partition("-")[0].lower())
    return "" if is_own else language


def look_in(*folders: Path) -> None:
    """Let the forms in these folders count too; one that is named like one of ours replaces it.

    They are the user's: what is wrong with them `problems` says, and nothing else breaks.
    """
    _further[:] = folders
    _found.cache_clear()
    load.cache_clear()


def names() -> list[str]:
    """Forms that there are, by the names of their folders; the default one is first."""
    return [DEFAULT, *sorted(_found()[0].keys() - {DEFAULT})]


def problems() -> list[str]:
    """What is wrong with forms of the user's, a sentence each; [] when nothing is."""
    return list(_found()[1])


@functools.cache
def _found() -> tuple[Mapping[str, Path], tuple[str, ...]]:
    """Folders by name, and what is wrong with those that are left out."""
    found = {file.parent.name: file.parent for file in resources.path(FOLDER).glob("*/form.toml")}
    wrong = []
    for file in (file for folder in _further for file in sorted(folder.glob("*/form.toml"))):
        try:
            _read(file.parent, "", "")
        except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
            wrong.append(f"The form in {file} is left out: {_reason(error)}")
        else:
            found[file.parent.name] = file.parent
    return found, tuple(wrong)


def _reason(error: Exception) -> str:
    told = f"{error.args[0]} is missing or unknown" if isinstance(error, KeyError) else str(error)
    return f"{told}."


def of(memo: Memo) -> Form:
    """The form of a memo, in its language and manner of citing.

    A form that is not on this computer has the default one in its place.
    """
    name = memo.form if memo.form in _found()[0] else DEFAULT
    return load(name, memo.options.get("language", ""), memo.options.get("citation", ""))


@functools.cache
def load(name: str, tag: str = "", citation: str = "") -> Form:
    """The form of that name, in the language `tag` or else in the form's own.

    citation  name of the style in which sources are cited, "" for the house style
    Raises FileNotFoundError: there is no such form, language or style.
    """
    folder = _found()[0].get(name)
    if folder is None:
        raise FileNotFoundError(f"no such form: {name}")
    return _read(folder, tag, citation)


def _read(folder: Path, tag: str, citation: str) -> Form:
    name = folder.name
    data = tomllib.loads((folder / "form.toml").read_text(encoding="utf-8"))
    words = language.load(tag or data.get("language", "en"))
    labels = {**words.fields, **data.get("labels", {})}
    return Form(
        name=name,
        folder=folder,
        title=data.get("title") or words.titles[name],
        description=data.get("description") or words.descriptions.get(name, ""),
        page=_page(data["page"]),
        limits=Limits(**data.get("limits", {})),
        fields={field: labels[field] for field in data["fields"]},
        sections=tuple(_section(item, words) for item in data["sections"]),
        annexes=tuple(data["annexes"]),
        closing=data.get("closing", ""),
        is_numbered_throughout=data.get("numbering") == "continuous",
        likelihood=words.likelihood[data.get("likelihood", "icd203")],
        citation=citation_style.load(citation or citation_style.DEFAULT),
        words=words,
    )


def _page(data: Mapping[str, Any]) -> Page:
    width, height = _PAPERS_TWIPS[data["paper"]]
    top, right, bottom, left = (round(side * TWIPS_A_INCH) for side in data["margins_in"])
    return Page(width, height, (top, right, bottom, left), data["font"], data["size_pt"])


def _section(data: Mapping[str, str], words: Language) -> SuggestedSection:
    """A title that the language has no words for stands as it is."""
    title = words.sections.get(data["title"], data["title"])
    return SuggestedSection(title, Layout(data["layout"]))
