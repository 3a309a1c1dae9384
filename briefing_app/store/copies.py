"""Copies of entries and of whole memos; they rest on the same excerpts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import arrange
from briefing_app.store.entries import Entries
from briefing_app.store.journal import Journal
from briefing_app.store.memos import Memos
from briefing_app.store.sections import Sections

_ENTRY = (
    "INSERT INTO entry (id, section_id, position, kind, text, note, translation, translator, "
    "marking) SELECT ?, ?, ?, kind, text, note, translation, translator, marking "
    "FROM entry WHERE id = ?"
)
_EVIDENCE = (
    "INSERT INTO evidence (id, entry_id, excerpt_id, stance, position) "
    "SELECT lower(hex(randomblob(16))), ?, excerpt_id, stance, position FROM evidence "
    "WHERE entry_id = ? ORDER BY position, n"
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
            made.append(_copy(journal, entry.id, section_id, place + number))
    return made


def continue_memo(
    journal: Journal, memos: Memos, sections: Sections, entries: Entries, memo_id: str, title: str
) -> str:
    """Begin a memo that goes on from another: its form, fields, outline and entries; its id.

    The copy knows which memo it continues, so that the two can be compared.
    Raises KeyError: the memo is gone.
    """
    memo = memos.get(memo_id)
    with journal.change("Continue memo"):
        made = memos.add(
            title, memo.form, memo.fields, memo.bottom_line, memo.options, previous_id=memo.id
        )
        memos.update(made, marking=memo.marking)
        twins: dict[str | None, str] = {}
        for place in arrange(p.section for p in sections.of_memo(memo_id)):
            section = place.section
            twin = sections.add(
                made, section.title, parent_id=twins.get(section.parent_id), layout=section.layout
            )
            twins[section.id] = twin
            for entry in entries.of_section(section.id):
                _copy(journal, entry.id, twin, entry.position)
    return made


def _copy(journal: Journal, entry_id: str, section_id: str, position: int) -> str:
    made = new_id()
    journal.write(_ENTRY, [made, section_id, position, entry_id])
    journal.write(_EVIDENCE, [made, entry_id])
    return made
