"""What a careful reader would send back: found in the drafter's own words, never in quotations.

The rules follow ICD 203 (analytic standards) and ICD 206 (sourcing); their words are data in
resources/templates/languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Entry, Kind, Layout, Stance, arrange
from briefing_app.memo import form
from briefing_app.memo.judgments import is_on_confidence, terms_in
from briefing_app.memo.language import Language, Likelihood
from briefing_app.memo.marking import BOTTOM_LINE
from briefing_app.memo.wording import sentences_of


class Flaw(StrEnum):
    """What may be wrong with a place of the memo."""

    NO_SOURCE = "no source"
    ONE_ORIGIN = "one origin"
    CONFIRMED_BY_ONE = "confirmed by one"
    LIKELIHOOD_AND_CONFIDENCE = "likelihood and confidence"
    MIXED_SCALES = "mixed scales"
    UNDATED_DAY = "undated day"
    UNDEFINED_ACRONYM = "undefined acronym"
    MIXED_SPELLING = "mixed spelling"
    NOT_SET_SIDE_BY_SIDE = "not set side by side"


@dataclass(frozen=True)
class Finding:
    """One flaw at one place.

    place  id of an entry, or marking.BOTTOM_LINE
    words  what it was found in, e.g. the acronym or the sentence
    """

    flaw: Flaw
    place: str
    words: str


_QUOTED = re.compile('[“„«"][^”“»"]*[”“»"]')
_ACRONYM = re.compile(r"(?<![\w.-])(?:[A-Z]{2,6}|[A-Z](?:\.[A-Z])+\.?)(?![\w-])")
_DATED = re.compile(r"\d")


def findings(briefing: Briefing) -> list[Finding]:
    """Everything worth a second look, in reading order and then by rule."""
    used = form.of(briefing.memo)
    own = list(_own_words(briefing))
    order = {place: number for number, (place, _) in enumerate(own)}
    for number, entry in enumerate(_in_order(briefing), len(order)):
        order.setdefault(entry.id, number)
    found = [
        *_of_sources(briefing),
        *_of_sentences(own, used.words, used.likelihood),
        *_mixed_scales(own, used.words, used.likelihood),
        *_undefined_acronyms(own, used.words),
        *_mixed_spelling(own, used.words),
    ]
    rules = list(Flaw)
    return sorted(found, key=lambda item: (order[item.place], rules.index(item.flaw)))


def _in_order(briefing: Briefing) -> Iterator[Entry]:
    sections = {place.section.id: n for n, place in enumerate(arrange(briefing.sections))}
    known = (entry for entry in briefing.entries if entry.section_id in sections)
    yield from sorted(known, key=lambda e: (sections[e.section_id], e.position, e.id))


def _own_words(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Places with the drafter's own words, in reading order; quotations within are left out."""
    if briefing.memo.bottom_line.strip():
        yield BOTTOM_LINE, _QUOTED.sub(" … ", briefing.memo.bottom_line)
    for entry in _in_order(briefing):
        if entry.kind is not Kind.QUOTE:
            yield entry.id, _QUOTED.sub(" … ", entry.text)


def _of_sources(briefing: Briefing) -> Iterator[Finding]:
    layouts = {section.id: section.layout for section in briefing.sections}
    differing = Layout.DIFFERENCES in layouts.values()
    for entry in _in_order(briefing):
        ties = [tie for tie in briefing.evidence if tie.entry_id == entry.id]
        supporting = [
            briefing.excerpts[tie.excerpt_id] for tie in ties if tie.stance is Stance.SUPPORTING
        ]
        articles = [briefing.articles[excerpt.article_id] for excerpt in supporting]
        origins = {article.origin.casefold() or article.id for article in articles}
        is_judged = layouts[entry.section_id] is Layout.JUDGMENTS
        if not supporting and (entry.kind is not Kind.TEXT or is_judged):
            yield Finding(Flaw.NO_SOURCE, entry.id, entry.text)
        elif len(origins) == 1 and entry.kind is Kind.FACT:
            confirmed = any(excerpt.credibility == "1" for excerpt in supporting)
            flaw = Flaw.CONFIRMED_BY_ONE if confirmed else Flaw.ONE_ORIGIN
            yield Finding(flaw, entry.id, articles[0].publisher or articles[0].headline)
        is_apart = layouts[entry.section_id] is not Layout.DIFFERENCES and not differing
        if is_apart and any(tie.stance is Stance.CONTRADICTING for tie in ties):
            yield Finding(Flaw.NOT_SET_SIDE_BY_SIDE, entry.id, entry.text)


def _of_sentences(
    own: Iterable[tuple[str, str]], words: Language, scale: Likelihood
) -> Iterator[Finding]:
    days = _any_of(words.tradecraft["days"])
    for place, text in own:
        for sentence in sentences_of(text):
            if is_on_confidence(sentence, scale) and terms_in([sentence], scale):
                yield Finding(Flaw.LIKELIHOOD_AND_CONFIDENCE, place, sentence)
            day = days.search(sentence)
            if day and not _DATED.search(sentence):
                yield Finding(Flaw.UNDATED_DAY, place, day[0])


def _mixed_scales(
    own: list[tuple[str, str]], words: Language, scale: Likelihood
) -> Iterator[Finding]:
    """Terms of another scale that the form's own does not have."""
    known = {term.casefold() for step in scale.steps for term in step.terms}
    for other in words.likelihood.values():
        if other is scale:
            continue
        for place, text in own:
            for term in sorted(terms_in([text], other) - known):
                yield Finding(Flaw.MIXED_SCALES, place, term)


def _undefined_acronyms(own: list[tuple[str, str]], words: Language) -> Iterator[Finding]:
    """Acronyms at their first place, unless somebody spells them out or everybody knows them."""
    whole = " ".join(text for _, text in own)
    seen = set(words.tradecraft["acronyms"])
    for place, text in own:
        for match in _ACRONYM.finditer(text):
            name = match[0].replace(".", "")
            if name not in seen and f"({match[0]})" not in whole and f"{match[0]} (" not in whole:
                yield Finding(Flaw.UNDEFINED_ACRONYM, place, match[0])
            seen.add(name)


def _mixed_spelling(own: list[tuple[str, str]], words: Language) -> Iterator[Finding]:
    """The rarer of two spellings, at each place, where the memo has both."""
    variants: Mapping[str, list[str]] = words.tradecraft["spellings"]
    variant_of = {stem: name for name, stems in variants.items() for stem in stems}
    if not variant_of:
        return
    finder = _any_of(variant_of, whole=False)
    hits: dict[str, list[tuple[str, str]]] = {name: [] for name in variants}
    for place, text in own:
        for match in finder.finditer(text):
            hits[variant_of[match[1].casefold()]].append((place, match[0]))
    if all(hits.values()):
        for place, word in min(hits.values(), key=len):
            yield Finding(Flaw.MIXED_SPELLING, place, word)


def _any_of(words: Iterable[str], *, whole: bool = True) -> re.Pattern[str]:
    return _compiled(tuple(words), whole)


@cache
def _compiled(words: tuple[str, ...], whole: bool) -> re.Pattern[str]:
    """Finds any of the words, or with `whole` false, words that begin like one of them.

    Group 1 is the word, or the beginning; longer ones are tried first.
    """
    longest_first = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b({longest_first})" + (r"\b" if whole else r"\w*"), re.IGNORECASE)
