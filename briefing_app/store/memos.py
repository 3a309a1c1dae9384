"""The documents that a briefing produces: form, header fields and bottom line."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import Memo
from briefing_app.store import rows
from briefing_app.store.excerpts import UNSERVING
from briefing_app.store.journal import Journal


class Memos:
    """The memos of one briefing."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[Memo]:
        """Every memo, the oldest first."""
        found = self._journal.rows(f"SELECT {rows.MEMO} FROM memo ORDER BY n")
        return [rows.memo(row) for row in found]

    def get(self, id: str) -> Memo:
        """The memo with this id. Raises KeyError: it is gone."""
        row = self._journal.row(f"SELECT {rows.MEMO} FROM memo WHERE id = ?", [id])
        if row is None:
            raise KeyError(id)
        return rows.memo(row)

    def add(
        self,
        title: str,
        form: str = "information",
        fields: Mapping[str, str] | None = None,
        bottom_line: str = "",
        options: Mapping[str, str] | None = None,
        previous_id: str = "",
    ) -> str:
        """Begin another memo, without sections; its id."""
        id = new_id()
        with self._journal.change("Add memo"):
            self._journal.write(
                "INSERT INTO memo (id, title, form, fields, bottom_line, options, previous_id) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [id, title, form, rows.as_json(dict(fields or {})), bottom_line,
                 rows.as_json(dict(options or {})), previous_id],
            )  # fmt: skip
        return id

    def remove(self, id: str) -> None:
        """Delete a memo with its sections, their entries, and excerpts that served only those.

        Raises KeyError: it is gone. ValueError: it is the briefing's only memo.
        """
        self.get(id)
        if len(self.all()) == 1:
            raise ValueError("a briefing has at least one memo")
        excerpts = self._journal.rows(
            "SELECT DISTINCT excerpt_id FROM evidence JOIN entry ON entry.id = entry_id "
            "JOIN section ON section.id = section_id WHERE memo_id = ?",
            [id],
        )
        with self._journal.change("Delete memo"):
            self._journal.write("DELETE FROM memo WHERE id = ?", [id])
            self._journal.write(UNSERVING, [rows.id_list(row[0] for row in excerpts)])

    def update(
        self,
        id: str,
        *,
        title: str | None = None,
        fields: Mapping[str, str] | None = None,
        bottom_line: str | None = None,
        form: str | None = None,
        options: Mapping[str, str] | None = None,
        marking: str | None = None,
        group: object = None,
    ) -> None:
        """Change what is not None; `fields` and `options` replace all that there were.

        Raises KeyError: the memo is gone.
        """
        memo = self.get(id)
        wanted = {"title": title, "form": form, "bottom_line": bottom_line, "marking": marking}
        changed = {k: v for k, v in wanted.items() if v is not None and v != getattr(memo, k)}
        if fields is not None and dict(fields) != dict(memo.fields):
            changed["fields"] = rows.as_json(dict(fields))
        if options is not None and dict(options) != dict(memo.options):
            changed["options"] = rows.as_json(dict(options))
        if not changed:
            return
        settings = ", ".join(f"{name} = ?" for name in changed)
        with self._journal.change("Edit memo", group):
            self._journal.write(f"UPDATE memo SET {settings} WHERE id = ?", [*changed.values(), id])
