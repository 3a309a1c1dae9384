"""How a judgment stands out: its claim, its word of likelihood, and how sure the drafter is.

The words of likelihood are those of ICD 203 (US) and of the PHIA yardstick (UK), one scale a form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run, Table
from briefing_app.domain.outline import Entry, Kind
from briefing_app.memo.form import Form
from briefing_app.memo.language import Likelihood
from briefing_app.memo.wording import sentences_of

LONGEST_WORD = 11
"""Most letters of a word for which a column of seven has room."""


def judgment(text: str, scale: Likelihood) -> tuple[list[Run], list[Run]]:
    """The runs of a judgment, and those of the sentences on confidence that end it.

    The first of several sentences is the claim; words of likelihood stand out in the others too.
    """
    sentences = sentences_of(text)
    sure = len(sentences)
    while sure > 1 and is_on_confidence(sentences[sure - 1], scale):
        sure -= 1
    claim, told, confidence = sentences[:1], sentences[1:sure], sentences[sure:]
    if not told and not confidence:
        return list(_marked(text, scale, Emphasis.PLAIN)), []
    runs = [Run(claim[0], Emphasis.LEAD)]
    if told:
        runs += _marked(" " + " ".join(told), scale, Emphasis.PLAIN)
    ending = [Run(" " + " ".join(confidence), Emphasis.CONFIDENCE)] if confidence else []
    return runs, ending


def is_on_confidence(sentence: str, scale: Likelihood) -> bool:
    """True when a sentence says how sure the drafter is."""
    return re.search(rf"\b(?:{scale.confidence})\b", sentence, re.IGNORECASE) is not None


def terms_in(texts: Iterable[str], scale: Likelihood) -> set[str]:
    """The terms of the scale that stand in the texts, in lower case."""
    finder = _finder(scale)
    found = (match["term"] for text in texts for match in finder.finditer(text))
    return {term.casefold() for term in found if term}


def _marked(text: str, scale: Likelihood, emphasis: Emphasis) -> Iterator[Run]:
    at = 0
    for match in _finder(scale).finditer(text):
        if not match["term"]:
            continue
        if match.start() > at:
            yield Run(text[at : match.start()], emphasis)
        yield Run(match[0], Emphasis.STRONG)
        at = match.end()
    if at < len(text):
        yield Run(text[at:], emphasis)


@cache
def _finder(scale: Likelihood) -> re.Pattern[str]:
    """Finds the terms, longer ones first, so that "very unlikely" is not taken for "likely".

    Where the scale has no "very unlikely", that is found as no "term": it is not "unlikely" either.
    """
    terms = sorted((t for step in scale.steps for t in step.terms), key=len, reverse=True)
    words = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in terms)
    modifiers = "|".join(map(re.escape, scale.modifiers)) or "(?!)"
    return re.compile(
        rf"(?<![\w-])(?:(?P<term>{words})|(?:{modifiers})\s+(?:{words}))(?![\w-])", re.IGNORECASE
    )


def likelihood_table(entries: Iterable[Entry], form: Form) -> Iterator[Paragraph | Table]:
    """The scale behind the words of likelihood; nothing where no entry has such a word."""
    scale = form.likelihood
    used = terms_in((entry.text for entry in entries if entry.kind is not Kind.QUOTE), scale)
    if not used:
        return
    yield _across(scale, used, form) or _down(scale, form)
    told = form.sentences["likelihood"].format(scale=scale.title)
    yield Paragraph(Role.TABLE_NOTE, (Run(told),))


def _across(scale: Likelihood, used: Collection[str], form: Form) -> Table | None:
    """One column a step, with its first term and those that the memo uses; None if one is long."""
    heads = [
        ", ".join((step.terms[0], *(t for t in step.terms[1:] if t in used)))
        for step in scale.steps
    ]
    if max(len(word) for head in heads for word in head.split()) > LONGEST_WORD:
        return None
    widths = (1 / len(heads),) * len(heads)
    row = tuple((Run(step.range),) for step in scale.steps)
    description = form.sentences["likelihood_table"]
    return Table(form.labels["likelihood"], description, widths, tuple(heads), (row,))


def _down(scale: Likelihood, form: Form) -> Table:
    """One row a step, with all of its terms."""
    rows = tuple(
        ((Run(", ".join(step.terms), Emphasis.LEAD),), (Run(step.range),)) for step in scale.steps
    )
    header = (form.columns["term"], form.columns["chance"])
    description = form.sentences["likelihood_table"]
    return Table(form.labels["likelihood"], description, (0.7, 0.3), header, rows)
