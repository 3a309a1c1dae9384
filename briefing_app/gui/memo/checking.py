"""Everything worth a second look before a memo goes out, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import arrange
from briefing_app.memo import integrity, marking, tradecraft
from briefing_app.memo.tradecraft import Flaw

_N = QT_TRANSLATE_NOOP
NOT_VERBATIM, UNMARKED = "not verbatim", "unmarked"
WORDS = {
    NOT_VERBATIM: (
        _N("Checks", "Quotes that are not verbatim"),
        _N("Checks", "A quote must be what the article says; mark cuts with […] and additions "
                     "with [square brackets]."),
    ),
    UNMARKED: (
        _N("Checks", "Without a handling mark"),
        _N("Checks", "The memo’s marking scheme demands one for each paragraph."),
    ),
    Flaw.NO_SOURCE: (
        _N("Checks", "Without a source"),
        _N("Checks", "Whoever reads it cannot tell what it rests on."),
    ),
    Flaw.ONE_ORIGIN: (
        _N("Checks", "Resting on one source"),
        _N("Checks", "One report may be wrong, and several that repeat it are still one."),
    ),
    Flaw.CONFIRMED_BY_ONE: (
        _N("Checks", "Rated “confirmed” by one source"),
        _N("Checks", "A rating of 1 means that independent sources agree; here all is of one."),
    ),
    Flaw.LIKELIHOOD_AND_CONFIDENCE: (
        _N("Checks", "Likelihood and confidence in one sentence"),
        _N("Checks", "How likely it is and how sure you are of that are two things; say the "
                     "confidence in a sentence of its own."),
    ),
    Flaw.MIXED_SCALES: (
        _N("Checks", "Words of another scale of likelihood"),
        _N("Checks", "Two scales side by side leave open what each word means in per cent."),
    ),
    Flaw.UNDATED_DAY: (
        _N("Checks", "Days without a date"),
        _N("Checks", "“Yesterday” is another day for whoever reads it tomorrow."),
    ),
    Flaw.UNDEFINED_ACRONYM: (
        _N("Checks", "Acronyms that nobody explains"),
        _N("Checks", "Spell each out at its first place, with the letters in brackets."),
    ),
    Flaw.MIXED_SPELLING: (
        _N("Checks", "British and American spelling mixed"),
        _N("Checks", "A memo keeps to one of them; these are the rarer ones here."),
    ),
    Flaw.NOT_SET_SIDE_BY_SIDE: (
        _N("Checks", "Contradicted, but not set side by side"),
        _N("Checks", "Sources speak against it; a section “Where the sources differ” shows both "
                     "versions."),
    ),
}  # fmt: skip
"""By kind: how a group is headed, and why it matters. Groups come in this order."""


@dataclass(frozen=True)
class Remark:
    """One thing at one place: id of an entry, or marking.BOTTOM_LINE."""

    place: str
    words: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """All remarks of a kind of WORDS."""

    kind: str
    remarks: tuple[Remark, ...]

    @property
    def title(self) -> str:
        """How the group is headed, with how many there are."""
        return f"{_say(WORDS[self.kind][0])} · {len(self.remarks)}"

    @property
    def why(self) -> str:
        """Why it matters."""
        return _say(WORDS[self.kind][1])


def in_order(briefing: Briefing, places: Iterable[str]) -> list[str]:
    """Places as the memo has them: the bottom line, then the entries from top to bottom."""
    sections = {placed.section.id: n for n, placed in enumerate(arrange(briefing.sections))}
    known = {
        entry.id: (sections.get(entry.section_id, -1), entry.position, entry.id)
        for entry in briefing.entries
    }
    return sorted(places, key=lambda place: known.get(place, (-1, 0.0, place)))


def inspect(briefing: Briefing) -> tuple[Group, ...]:
    """All groups that have remarks; takes its time on a long memo."""
    texts = {entry.id: entry.text for entry in briefing.entries}
    texts[marking.BOTTOM_LINE] = briefing.memo.bottom_line
    found: dict[str, list[Remark]] = {kind: [] for kind in WORDS}
    for difference in integrity.check_quotes(briefing):
        remark = Remark(difference.entry_id, difference.quoted, difference.reason)
        found[NOT_VERBATIM].append(remark)
    found[UNMARKED] += [Remark(place, texts[place]) for place in marking.unmarked(briefing)]
    for finding in tradecraft.findings(briefing):
        text = texts[finding.place]
        detail = finding.words if finding.words != text else ""
        found[finding.flaw].append(Remark(finding.place, text, detail))
    ranks = {place: rank for rank, place in enumerate(in_order(briefing, texts))}
    for remarks in found.values():
        remarks.sort(key=lambda remark: ranks.get(remark.place, -1))
    return tuple(Group(kind, tuple(remarks)) for kind, remarks in found.items() if remarks)


def count(groups: Iterable[Group]) -> int:
    """Remarks in all."""
    return sum(len(group.remarks) for group in groups)


def _say(text: str) -> str:
    return QCoreApplication.translate("Checks", text)
