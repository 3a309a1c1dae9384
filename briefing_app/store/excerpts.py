"""Passages of articles, kept verbatim."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing_app.domain import selector
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.identity import new_id
from briefing_app.store import rows
from briefing_app.store.journal import Journal

DETAILS = ("speaker", "cue", "event_time", "credibility", "speaker_role")
"""Fields of an excerpt that the user can set."""

UNSERVING = (
    "DELETE FROM excerpt WHERE id IN (SELECT value FROM json_each(?)) "
    "AND id NOT IN (SELECT excerpt_id FROM evidence)"
)
"""Deletes those of the given excerpts that serve no entry any more."""


def of_article(journal: Journal, article_id: str) -> list[Excerpt]:
    """Excerpts of one article in the order in which they stand there."""
    found = journal.rows(
        f"SELECT {rows.EXCERPT} FROM excerpt WHERE article_id = ? "
        'ORDER BY excerpt.start, excerpt."end", n',
        [article_id],
    )
    return [rows.excerpt(row) for row in found]


def write_passage(journal: Journal, excerpt: Excerpt) -> None:
    """Store in which article and where an excerpt stands, inside a change."""
    journal.write(
        'UPDATE excerpt SET article_id = ?, start = ?, "end" = ?, exact = ?, prefix = ?, '
        "suffix = ? WHERE id = ?",
        (excerpt.article_id, excerpt.start, excerpt.end, excerpt.exact, excerpt.prefix,
         excerpt.suffix, excerpt.id),
    )  # fmt: skip


def move_passage(journal: Journal, before: Excerpt, after: Excerpt) -> list[str]:
    """Store where an excerpt stands now, inside a change; entries that said just that follow it.

    Returns their ids.
    """
    write_passage(journal, after)
    if after.exact == before.exact:
        return []
    found = journal.rows(
        "SELECT DISTINCT entry.id FROM entry JOIN evidence ON evidence.entry_id = entry.id "
        "WHERE evidence.excerpt_id = ? AND entry.text = ?",
        [before.id, before.exact],
    )
    for (entry_id,) in found:
        journal.write("UPDATE entry SET text = ? WHERE id = ?", [after.exact, entry_id])
    return [row[0] for row in found]


class Excerpts:
    """The excerpts of one briefing."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def get(self, id: str) -> Excerpt:
        """The excerpt with this id. Raises KeyError: it is gone."""
        row = self._journal.row(f"SELECT {rows.EXCERPT} FROM excerpt WHERE id = ?", [id])
        if row is None:
            raise KeyError(id)
        return rows.excerpt(row)

    def of_article(self, article_id: str) -> list[Excerpt]:
        """Excerpts of one article in the order in which they stand there."""
        return of_article(self._journal, article_id)

    def add(self, article_id: str, start: int, end: int, **details: str) -> str:
        """Keep code points [start, end) of an article's body; `details` as in DETAILS.

        Raises KeyError: the article is gone. ValueError: no such passage.
        """
        _check(details)
        passage = self._passage(article_id, start, end)
        id = new_id()
        with self._journal.change("Add excerpt"):
            self._journal.write(
                'INSERT INTO excerpt (id, article_id, start, "end", exact, prefix, suffix, '
                "speaker, cue, event_time, credibility, speaker_role) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [id, article_id, *passage, *(details.get(name, "") for name in DETAILS)],
            )
        return id

    def _passage(self, article_id: str, start: int, end: int) -> tuple[int, int, str, str, str]:
        row = self._journal.row(
            "SELECT body FROM article_text WHERE n = (SELECT n FROM article WHERE id = ?)",
            [article_id],
        )
        if row is None:
            raise KeyError(article_id)
        quote = selector.make(row[0], start, end).quote
        return start, end, quote.exact, quote.prefix, quote.suffix

    def update(
        self, id: str, start: int | None = None, end: int | None = None, **details: str
    ) -> None:
        """Set details (see DETAILS), or move the bounds of the passage within its article.

        Raises KeyError: the excerpt is gone. ValueError: no such passage, no such detail.
        """
        _check(details)
        excerpt = self.get(id)
        changed: dict[str, Any] = {
            name: value for name, value in details.items() if getattr(excerpt, name) != value
        }
        bounds = (
            excerpt.start if start is None else start,
            excerpt.end if end is None else end,
        )
        if bounds != (excerpt.start, excerpt.end):
            names = ("start", "end", "exact", "prefix", "suffix")
            passage = self._passage(excerpt.article_id, *bounds)
            changed.update(zip(names, passage, strict=True))
        if not changed:
            return
        settings = ", ".join(f'"{name}" = ?' for name in changed)
        with self._journal.change("Edit excerpt"):
            self._journal.write(
                f"UPDATE excerpt SET {settings} WHERE id = ?", [*changed.values(), id]
            )

    def move(
        self, id: str, start: int, end: int, article_id: str = "", *, group: object = None
    ) -> list[str]:
        """Let an excerpt be another passage, of another article too; "": of its own.

        Entries that said just what it said follow its wording; their ids. Moves of one `group`
        are one step.

        Raises KeyError: excerpt or article are gone. ValueError: no such passage.
        """
        before = self.get(id)
        article_id = article_id or before.article_id
        if (before.article_id, before.start, before.end) == (article_id, start, end):
            return []
        start, end, exact, prefix, suffix = self._passage(article_id, start, end)
        after = replace(
            before,
            article_id=article_id,
            start=start,
            end=end,
            exact=exact,
            prefix=prefix,
            suffix=suffix,
        )
        with self._journal.change("Move passage", group):
            return move_passage(self._journal, before, after)

    def roles(self, speaker: str) -> list[str]:
        """What a speaker was when quoted before, the latest first."""
        found = self._journal.rows(
            "SELECT speaker_role FROM excerpt WHERE speaker = ? AND speaker_role > '' "
            "GROUP BY speaker_role ORDER BY max(n) DESC",
            [speaker],
        )
        return [row[0] for row in found]

    def speakers(self) -> list[str]:
        """Everybody who is quoted, most often quoted first."""
        found = self._journal.rows(
            "SELECT speaker FROM excerpt WHERE speaker > '' "
            "GROUP BY speaker ORDER BY count(*) DESC, speaker"
        )
        return [row[0] for row in found]


def _check(details: dict[str, str]) -> None:
    unknown = details.keys() - set(DETAILS)
    if unknown:
        raise ValueError(f"no details of an excerpt: {', '.join(sorted(unknown))}")
