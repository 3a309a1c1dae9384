"""What the sections of a memo say, and the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import Entry, Evidence, Kind, Stance
from briefing_app.store import cards, rows
from briefing_app.store.cards import Card, Mark, Wording
from briefing_app.store.excerpts import UNSERVING, Excerpts
from briefing_app.store.journal import Journal
from briefing_app.store.order import make_room, renumber
from briefing_app.store.sections import Sections


class Entries:
    """The entries of one briefing's memos."""

    def __init__(self, journal: Journal, excerpts: Excerpts, sections: Sections) -> None:
        self._journal = journal
        self._excerpts = excerpts
        self._sections = sections

    def of_section(self, section_id: str) -> list[Entry]:
        """The entries of a section in order."""
        return self._entries("WHERE section_id = ? ORDER BY position, n", section_id)

    def of_excerpt(self, excerpt_id: str) -> list[Entry]:
        """The entries that rest on an excerpt, the oldest first."""
        return self._entries(
            "WHERE id IN (SELECT entry_id FROM evidence WHERE excerpt_id = ?) ORDER BY n",
            excerpt_id,
        )

    def get(self, id: str) -> Entry:
        """The entry with this id. Raises KeyError: it is gone."""
        found = self._entries("WHERE id = ?", id)
        if not found:
            raise KeyError(id)
        return found[0]

    def _entries(self, clauses: str, value: str) -> list[Entry]:
        found = self._journal.rows(f"SELECT {rows.ENTRY} FROM entry {clauses}", [value])
        return [rows.entry(row) for row in found]

    def add(
        self, section_id: str, kind: Kind, text: str, index: int | None = None, note: str = ""
    ) -> str:
        """Write an entry at `index` (None: the end) of a section; its id.

        Raises KeyError: the section is gone.
        """
        self._sections.get(section_id)
        id = new_id()
        with self._journal.change("Add entry"):
            position = self._room(section_id, index)
            self._journal.write(
                "INSERT INTO entry (id, section_id, position, kind, text, note) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [id, section_id, position, Kind(kind).value, text, note],
            )
        return id

    def _room(self, section_id: str, index: int | None) -> int:
        if index is not None:
            return make_room(self._journal, "entry", self._placed(section_id), index)
        last = self._journal.row(
            "SELECT max(position) FROM entry WHERE section_id = ?", [section_id]
        )
        return 0 if last is None or last[0] is None else last[0] + 1

    def _placed(self, section_id: str) -> list[tuple]:
        return self._journal.rows(
            "SELECT id, position FROM entry WHERE section_id = ? ORDER BY position, n",
            [section_id],
        )

    def update(
        self,
        id: str,
        *,
        text: str | None = None,
        kind: Kind | None = None,
        note: str | None = None,
        translation: str | None = None,
        translator: str | None = None,
        marking: str | None = None,
        group: object = None,
    ) -> None:
        """Change what is not None. Raises KeyError: the entry is gone."""
        entry = self.get(id)
        wanted = {
            "text": text, "kind": None if kind is None else Kind(kind).value, "note": note,
            "translation": translation, "translator": translator, "marking": marking,
        }  # fmt: skip
        changed = {k: v for k, v in wanted.items() if v is not None and v != getattr(entry, k)}
        if not changed:
            return
        settings = ", ".join(f"{name} = ?" for name in changed)
        with self._journal.change("Edit entry", group):
            self._journal.write(
                f"UPDATE entry SET {settings} WHERE id = ?", [*changed.values(), id]
            )

    def move(self, ids: Sequence[str], section_id: str, index: int | None = None) -> None:
        """Put entries, in the order given, at `index` among a section's other entries.

        Raises KeyError: an entry or the section is gone.
        """
        self._sections.get(section_id)
        moving = [self.get(id) for id in dict.fromkeys(ids)]
        moved_ids = {entry.id for entry in moving}
        present = self._placed(section_id)
        others = [row for row in present if row[0] not in moved_ids]
        place = len(others) if index is None else max(0, index)
        mine = [(entry.id, entry.position) for entry in moving]
        placed = [*others[:place], *mine, *others[place:]]
        if placed == present:
            return
        with self._journal.change("Move entry" if len(moving) == 1 else "Move entries"):
            for entry in moving:
                if entry.section_id != section_id:
                    self._journal.write(
                        "UPDATE entry SET section_id = ? WHERE id = ?", [section_id, entry.id]
                    )
            renumber(self._journal, "entry", placed)

    def remove(self, ids: Iterable[str]) -> None:
        """Delete entries, and excerpts that served only those."""
        gone = list(ids)
        wanted = rows.id_list(gone)
        excerpts = self._journal.rows(
            "SELECT DISTINCT excerpt_id FROM evidence "
            "WHERE entry_id IN (SELECT value FROM json_each(?))",
            [wanted],
        )
        with self._journal.change("Delete entry" if len(gone) == 1 else "Delete entries"):
            self._journal.write(
                "DELETE FROM entry WHERE id IN (SELECT value FROM json_each(?))", [wanted]
            )
            self._journal.write(UNSERVING, [rows.id_list(row[0] for row in excerpts)])

    def file(
        self,
        section_id: str,
        kind: Kind,
        article_id: str,
        start: int,
        end: int,
        *,
        speaker: str = "",
        text: str | None = None,
        index: int | None = None,
        **details: str,
    ) -> str:
        """File code points [start, end) of an article: excerpt, entry and supporting evidence.

        text     of the entry; None: the passage itself
        details  of the excerpt (excerpts.DETAILS)

        Returns the entry's id. Raises KeyError: section or article is gone. ValueError: no such
        passage.
        """
        with self._journal.change(f"File {Kind(kind).value}"):
            excerpt_id = self._excerpts.add(article_id, start, end, speaker=speaker, **details)
            if text is None:
                text = self._excerpts.get(excerpt_id).exact
            entry_id = self.add(section_id, kind, text, index)
            self.add_evidence(entry_id, excerpt_id)
        return entry_id

    def evidence(self, entry_id: str) -> list[Evidence]:
        """What an entry rests on, in order; empty for own prose."""
        found = self._journal.rows(
            f"SELECT {rows.EVIDENCE} FROM evidence WHERE entry_id = ? ORDER BY position, n",
            [entry_id],
        )
        return [rows.evidence(row) for row in found]

    def add_evidence(
        self, entry_id: str, excerpt_id: str, stance: Stance = Stance.SUPPORTING
    ) -> str:
        """Tie an entry to an excerpt, after its other evidence; the tie's id.

        Raises KeyError: entry or excerpt is gone. ValueError: they are tied already.
        """
        self.get(entry_id)
        self._excerpts.get(excerpt_id)
        present = self.evidence(entry_id)
        if any(tie.excerpt_id == excerpt_id for tie in present):
            raise ValueError("the entry rests on this excerpt already")
        id = new_id()
        with self._journal.change("Add evidence"):
            self._journal.write(
                "INSERT INTO evidence (id, entry_id, excerpt_id, stance, position) "
                "VALUES (?, ?, ?, ?, ?)",
                [id, entry_id, excerpt_id, Stance(stance).value,
                 present[-1].position + 1 if present else 0],
            )  # fmt: skip
        return id

    def set_stance(self, id: str, stance: Stance) -> None:
        """Let evidence support its entry, or speak against it; nothing happens if it is gone."""
        with self._journal.change("Edit evidence"):
            self._journal.write(
                "UPDATE evidence SET stance = ?1 WHERE id = ?2 AND stance <> ?1",
                [Stance(stance).value, id],
            )

    def remove_evidence(self, id: str) -> None:
        """Untie an entry from an excerpt; the excerpt goes too if it serves no other entry."""
        found = self._journal.rows("SELECT excerpt_id FROM evidence WHERE id = ?", [id])
        with self._journal.change("Remove evidence"):
            self._journal.write("DELETE FROM evidence WHERE id = ?", [id])
            self._journal.write(UNSERVING, [rows.id_list(row[0] for row in found)])

    def translators(self) -> list[str]:
        """Everybody who translated an entry, most often named first."""
        found = self._journal.rows(
            "SELECT translator FROM entry WHERE translator > '' "
            "GROUP BY translator ORDER BY count(*) DESC, translator"
        )
        return [row[0] for row in found]

    def counts(self, memo_id: str) -> dict[Kind, int]:
        """How many entries of each kind a memo has; kinds that it lacks count 0."""
        found = self._journal.rows(
            "SELECT kind, count(*) FROM entry WHERE section_id IN "
            "(SELECT id FROM section WHERE memo_id = ?) GROUP BY kind",
            [memo_id],
        )
        return dict.fromkeys(Kind, 0) | {Kind(kind): count for kind, count in found}

    def has_any(self, memo_id: str) -> bool:
        """True when a memo has an entry; costs the same however many there are."""
        found = self._journal.rows(
            "SELECT EXISTS (SELECT 1 FROM section JOIN entry ON entry.section_id = section.id "
            "WHERE section.memo_id = ?)",
            [memo_id],
        )
        return bool(found[0][0])

    def cards(self, memo_id: str, ids: Iterable[str] | None = None) -> list[Card]:
        """What the outline draws: a memo's entries (or those in `ids`) in reading order."""
        placed = self._sections.of_memo(memo_id)
        return cards.cards(self._journal, [place.section.id for place in placed], ids)

    def wordings(self, ids: Iterable[str], nearby: int) -> dict[str, tuple[Wording, ...]]:
        """What articles say where these entries rest on them: see cards.wordings."""
        return cards.wordings(self._journal, ids, nearby)

    def marks(self, article_id: str, memo_id: str) -> list[Mark]:
        """Highlights: the passages of an article that a memo rests on, in order."""
        return cards.marks(self._journal, article_id, memo_id)
