"""Copies of entries, which rest on the same excerpts, and of whole memos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import Evidence
from briefing_app.store.entries import Entries
from briefing_app.store.journal import Journal
from briefing_app.store.memos import Memos
from briefing_app.store.sections import Sections

_ENTRY = (
    "INSERT INTO entry (id, section_id, position, kind, text, note, translation, translator, "
    "marking) SELECT ?, ?, ?, kind, text, note, translation, translator, marking "
    "FROM entry WHERE id = ?"
)
_EXCERPT = (
    'INSERT INTO excerpt (id, article_id, start, "end", exact, prefix, suffix, speaker, cue, '
    'event_time, credibility, speaker_role) SELECT ?, article_id, start, "end", exact, prefix, '
    "suffix, speaker, cue, event_time, credibility, speaker_role FROM excerpt WHERE id = ?"
)
_EVIDENCE = (
    "INSERT INTO evidence (id, entry_id, excerpt_id, stance, position) VALUES (?, ?, ?, ?, ?)"
)


def copy_entries(
    journal: Journal, entries: Entries, sections: Sections, ids: Sequence[str], section_id: str
) -> list[str]:
    """Put copies of entries, in the order given, at the end of a section; the copies' ids.

    Raises KeyError: an entry or the section is gone.
    """
    sections.get(section_id)
    wanted = [entries.get(id) for id in dict.fromkeys(ids)]
    place = max((entry.position for entry in entries.of_section(section_id)), default=-1) + 1
    made = []
    with journal.change("Copy entry" if len(wanted) == 1 else "Copy entries"):
        for number, entry in enumerate(wanted):
            ties = entries.evidence(entry.id)
            made.append(_copy(journal, entry.id, ties, section_id, place + number))
    return made


def continue_memo(
    journal: Journal, memos: Memos, sections: Sections, entries: Entries, memo_id: str, title: str
) -> str:
    """Begin a memo that goes on from another: its form, fields, outline and entries; its id.

    It has excerpts of its own, so that what is judged anew today leaves yesterday's memo alone,
    and knows which memo it continues, so that the two can be compared.
    Raises KeyError: the memo is gone.
    """
    memo = memos.get(memo_id)
    with journal.change("Continue memo"):
        made = memos.add(
            title, memo.form, memo.fields, memo.bottom_line, memo.options, previous_id=memo.id
        )
        memos.update(made, marking=memo.marking)
        twins: dict[str | None, str] = {}
        excerpts: dict[str, str] = {}
        for place in sections.of_memo(memo_id):
            section = place.section
            parent = twins.get(section.parent_id)
            twin = sections.add(made, section.title, parent_id=parent, layout=section.layout)
            twins[section.id] = twin
            for entry in entries.of_section(section.id):
                ties = [
                    replace(tie, excerpt_id=_twin(journal, excerpts, tie.excerpt_id))
                    for tie in entries.evidence(entry.id)
                ]
                _copy(journal, entry.id, ties, twin, entry.position)
    return made


def _twin(journal: Journal, twins: dict[str, str], excerpt_id: str) -> str:
    """The copy of an excerpt; entries that shared the excerpt share its copy."""
    if excerpt_id not in twins:
        twins[excerpt_id] = new_id()
        journal.write(_EXCERPT, [twins[excerpt_id], excerpt_id])
    return twins[excerpt_id]


def _copy(
    journal: Journal, entry_id: str, ties: Iterable[Evidence], section_id: str, position: int
) -> str:
    made = new_id()
    journal.write(_ENTRY, [made, section_id, position, entry_id])
    for tie in ties:
        journal.write(_EVIDENCE, [new_id(), made, tie.excerpt_id, tie.stance.value, tie.position])
    return made
