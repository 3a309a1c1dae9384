"""Numbers the sources as they are cited, and writes the notes and source columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.memo import Emphasis, Footnote, Run
from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.memo import citation
from briefing_app.memo.form import Form

_END = Run("]")


class Place(NamedTuple):
    """Where in the memo: the title of a section, and the number of the item there, 0 for none."""

    section: str
    number: int = 0


@dataclass
class Use:
    """A cited source: its article, where in the memo it is used, and the excerpts used."""

    article: Article
    places: dict[Place, None]
    excerpts: dict[str, Excerpt]


class Sources:
    """The notes of one memo while it is being built; sources are numbered by first citation."""

    def __init__(self, briefing: Briefing, form: Form) -> None:
        self._briefing = briefing
        self._form = form
        self._excerpts: dict[tuple[str, Stance], list[Excerpt]] = {}
        for tie in sorted(briefing.evidence, key=lambda tie: (tie.position, tie.id)):
            found = self._excerpts.setdefault((tie.entry_id, tie.stance), [])
            found.append(briefing.excerpts[tie.excerpt_id])
        self._cited: set[str] = set()
        self._numbers: dict[str, str] = {}
        self.uses: dict[str, Use] = {}
        self.footnotes: list[Footnote] = []

    def excerpts(self, entry: Entry, stance: Stance) -> Sequence[Excerpt]:
        """The excerpts that an entry rests on (or that contradict it), in order."""
        return self._excerpts.get((entry.id, stance), ())

    def article(self, excerpt: Excerpt) -> Article:
        """The article of an excerpt."""
        return self._briefing.articles[excerpt.article_id]

    def is_own(self, entry: Entry) -> bool:
        """True for words of the drafter, False for those of an article."""
        return not any(entry.text in e.exact for e in self.excerpts(entry, Stance.SUPPORTING))

    def language(self, entry: Entry) -> str:
        """The language of an entry's words, "" where it is the memo's.

        A quote is in its article's, and so is a fact whose words the drafter did not touch.
        """
        if entry.kind is not Kind.QUOTE and self.is_own(entry):
            return ""
        return self.language_of_article(entry)

    def language_of_article(self, entry: Entry) -> str:
        """The language of the first article that an entry rests on, "" where it is the memo's."""
        excerpts = self.excerpts(entry, Stance.SUPPORTING)
        return self._form.foreign(self.article(excerpts[0]).language) if excerpts else ""

    def note(self, entry: Entry, place: Place) -> int:
        """Write the entry's footnote; its number, 0 when there is no evidence at all."""
        runs: list[Run] = []
        for stance in (Stance.SUPPORTING, Stance.CONTRADICTING):
            cited = list(self._cite(self.excerpts(entry, stance), place))
            if not cited:
                continue
            if stance is Stance.CONTRADICTING:
                runs.append(Run(f"{self._form.labels['but_see']}{self._form.words.colon}"))
            for number, part in enumerate(cited):
                runs += [Run("; "), *part] if number else part
            runs.append(Run(". " if stance is Stance.SUPPORTING else "."))
        if not runs:
            return 0
        runs[-1] = Run(".")
        self.footnotes.append(Footnote(len(self.footnotes) + 1, tuple(runs)))
        return len(self.footnotes)

    def column(self, entry: Entry, place: Place) -> tuple[Run, ...]:
        """What a source column says: "S1 ¶3; S2 ¶1–2", each id linked to the source list."""
        labels = self._form.labels
        runs: list[Run] = []
        if not self.excerpts(entry, Stance.SUPPORTING):
            runs.append(Run(labels["no_source"], Emphasis.WARNING))
        for stance in (Stance.SUPPORTING, Stance.CONTRADICTING):
            for number, group in enumerate(self._grouped(self.excerpts(entry, stance))):
                source = self._use(*group, place)
                runs += [Run("; ")] if runs else []
                if stance is Stance.CONTRADICTING and not number:
                    runs.append(Run(f"{labels['but_see'].lower()} "))
                runs += self.place(source, group[1])
        return tuple(runs)

    def place(self, source: str, excerpts: Iterable[Excerpt]) -> list[Run]:
        """Source id and paragraphs: "S1 ¶3"."""
        article = self.uses[source].article
        spans = citation.ranges(p for e in excerpts for p in paragraphs(article, e))
        return [_link(source), Run(f"\u00a0¶{spans}")]

    def id_of(self, article_id: str) -> str:
        """The source id of a cited article, e.g. "S1"."""
        return self._numbers[article_id]

    def _cite(self, excerpts: Sequence[Excerpt], place: Place) -> Iterable[list[Run]]:
        for article_id, group in self._grouped(excerpts):
            source = self._use(article_id, group, place)
            article = self.uses[source].article
            if article_id in self._cited:
                head = [Run(citation.again(article, self._form))]
            else:
                head = [*citation.full(article, self._form), Run(",")]
                self._cited.add(article_id)
            yield [
                *head,
                Run(f" {self._places(article, group)}\u00a0["),
                _link(source),
                _END,
            ]

    def _places(self, article: Article, excerpts: Sequence[Excerpt]) -> str:
        """Where the excerpts stand: on which pages, or where there are none, in what paragraphs."""
        if len(article.page_starts) > 1:
            touched = {page for excerpt in excerpts for page in pages(article, excerpt)}
            return citation.page_locator(touched, self._form)
        touched = {number for excerpt in excerpts for number in paragraphs(article, excerpt)}
        return citation.locator(touched, self._form)

    def _grouped(self, excerpts: Sequence[Excerpt]) -> Iterable[tuple[str, list[Excerpt]]]:
        groups: dict[str, list[Excerpt]] = {}
        for excerpt in excerpts:
            groups.setdefault(excerpt.article_id, []).append(excerpt)
        return groups.items()

    def _use(self, article_id: str, excerpts: Sequence[Excerpt], place: Place) -> str:
        source = self._numbers.get(article_id)
        if source is None:
            source = self._numbers[article_id] = f"S{len(self.uses) + 1}"
            self.uses[source] = Use(self._briefing.articles[article_id], {}, {})
        use = self.uses[source]
        use.places[place] = None
        use.excerpts.update((excerpt.id, excerpt) for excerpt in excerpts)
        return source


def used_in(places: Iterable[Place]) -> str:
    """The places in words: "Key judgments 1–2; What happened"."""
    sections: dict[str, list[int]] = {}
    for place in places:
        sections.setdefault(place.section, []).append(place.number)
    return "; ".join(
        f"{section}\u00a0{citation.ranges(numbers)}" if any(numbers) else section
        for section, numbers in sections.items()
    )


@cache
def _link(source: str) -> Run:
    """The id of a source, which leads to the source list: thousands of notes share a few."""
    return Run(source, anchor=anchor(source))


def anchor(source: str) -> str:
    """Bookmark of a source in the source list."""
    return f"_src_{source}"


def paragraphs(article: Article, excerpt: Excerpt) -> range:
    """Numbers of the body paragraphs that an excerpt touches."""
    return range(article.paragraph_at(excerpt.start), article.paragraph_at(excerpt.end - 1) + 1)


def pages(article: Article, excerpt: Excerpt) -> range:
    """Numbers of the original's pages that an excerpt touches."""
    return range(article.page_at(excerpt.start), article.page_at(excerpt.end - 1) + 1)


def rating(article: Article, excerpts: Mapping[str, Excerpt], form: Form) -> str:
    """ "B2": reliability of the source and the worst credibility of what is used from it.

    What nobody has judged is a dash: "B/–", "–/2", or "–" for neither.
    """
    credibility = max((e.credibility for e in excerpts.values() if e.credibility), default="")
    unrated = form.labels["unrated"]
    if not article.reliability and not credibility:
        return unrated
    if article.reliability and credibility:
        return f"{article.reliability}{credibility}"
    return f"{article.reliability or unrated}/{credibility or unrated}"
