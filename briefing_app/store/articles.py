"""Articles and the originals that they came from."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from briefing_app.domain.article import Article, ArticleRow, Original
from briefing_app.domain.outline import Entry
from briefing_app.store import rows
from briefing_app.store.journal import Journal

PARTICULARS = (
    "headline", "byline", "dateline", "publisher", "published", "url", "language", "reliability",
)  # fmt: skip
"""Fields of an article that the user can correct."""

BY_HAND = "entered by hand"
"""Provenance of a particular that the user corrected."""

PACK_FROM = 8192
"""Bytes from which an original is compressed; with shorter ones little is saved."""

FILTERS = {
    "all": "",
    "unread": "WHERE n NOT IN (SELECT n FROM reading)",
    "tagged": "WHERE id IN (SELECT article_id FROM excerpt)",
    "incomplete": "WHERE headline = '' OR publisher = '' OR published = ''",
}

_COUNTS = {
    "all": "SELECT count(*) FROM article",
    "unread": "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM reading)",
    "tagged": "SELECT count(DISTINCT article_id) FROM excerpt",
    "incomplete": f"SELECT count(*) FROM article {FILTERS['incomplete']}",
}

_ENTRIES_OF_KIND = """(
    SELECT count(DISTINCT entry.id) FROM excerpt
    JOIN evidence ON evidence.excerpt_id = excerpt.id JOIN entry ON entry.id = evidence.entry_id
    WHERE excerpt.article_id = article.id AND entry.kind = '{kind}'
)"""


def now() -> str:
    """The present, UTC, to the second: "2020-01-06T14:03:00+00:00"."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def text_key(body: str) -> int:
    """A short digest of a text, to find equal texts by (equal keys need a second look)."""
    digest = hashlib.blake2b(body.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def _pack(data: bytes) -> tuple[str, bytes]:
    if len(data) >= PACK_FROM:
        packed = zlib.compress(data, 1)
        if len(packed) < 0.9 * len(data):
            return "zlib", packed
    return "", data


def unpack(packing: str, data: bytes) -> bytes:
    """The bytes of an original as they were imported. Raises zlib.error: they are damaged."""
    return zlib.decompress(data) if packing == "zlib" else data


class Articles:
    """The library of one briefing."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, original: Original, articles: Sequence[Article]) -> list[str]:
        """Store one imported file with its articles; the articles' ids in the same order."""
        label = "Import article" if len(articles) == 1 else f"Import {len(articles)} articles"
        packing, data = _pack(original.data)
        added_at = now()
        with self._journal.change(label):
            self._journal.write(
                "INSERT INTO original (id, name, path, media_type, sha256, packing, data) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (original.id, original.name, original.path, original.media_type, original.sha256,
                 packing, data),
            )  # fmt: skip
            for article in articles:
                self._insert(article, original.id, added_at)
        return [article.id for article in articles]

    def _insert(self, article: Article, original_id: str, added_at: str) -> None:
        self._journal.write(
            "INSERT INTO article (id, original_id, headline, byline, dateline, publisher, "
            "published, url, language, reliability, provenance, set_aside, text_key, added_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, original_id, *(getattr(article, name) for name in PARTICULARS),
             rows.as_json(dict(article.provenance)), rows.set_aside_json(article.set_aside),
             text_key(article.body), added_at),
        )  # fmt: skip
        self._journal.write(
            "INSERT INTO article_text (n, body) SELECT n, ? FROM article WHERE id = ?",
            (article.body, article.id),
        )

    def get(self, id: str) -> Article:
        """The article with this id. Raises KeyError: it is gone."""
        row = self._journal.row(
            f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) WHERE article.id = ?",
            [id],
        )
        if row is None:
            raise KeyError(id)
        return rows.article(row)

    def count(self) -> int:
        """How many articles there are."""
        found = self._journal.row(_COUNTS["all"])
        return found[0] if found else 0

    def counts(self) -> dict[str, int]:
        """How many articles each filter lets through."""
        row = self._journal.row("SELECT " + ", ".join(f"({sql})" for sql in _COUNTS.values()))
        return dict(zip(_COUNTS, row or (), strict=True))

    def ids(self, filter: str = "all", sort: str = "newest") -> list[str]:
        """Ids of the articles that `filter` (see FILTERS) lets through, in the order `sort`.

        newest, oldest   by date of publication, those without one last
        headline, outlet  alphabetical, those without one last, newest first among equals
        added            the last imported first
        """
        where = FILTERS[filter]
        if sort == "added":
            return self._ids(f"SELECT id FROM article {where} ORDER BY n DESC")
        newest = f"SELECT id FROM article {where} ORDER BY published DESC, n DESC"
        if sort == "newest":
            return self._ids(newest)
        if sort == "oldest":
            dated = f"{where} {'AND' if where else 'WHERE'}"
            if filter == "incomplete":
                dated = "WHERE (headline = '' OR publisher = '' OR published = '') AND"
            return self._ids(
                f"SELECT id FROM article {dated} published > '' ORDER BY published, n"
            ) + self._ids(f"SELECT id FROM article {dated} published = '' ORDER BY n")
        column = {"headline": "headline", "outlet": "publisher"}[sort]
        found = self._journal.rows(
            f"SELECT id, {column} FROM article {where} ORDER BY published DESC, n DESC"
        )
        found.sort(key=lambda row: (not row[1], row[1].casefold()))
        return [row[0] for row in found]

    def _ids(self, sql: str, values: Sequence[str] = ()) -> list[str]:
        return [row[0] for row in self._journal.rows(sql, values)]

    def rows(self, ids: Iterable[str]) -> list[ArticleRow]:
        """What the library shows of these articles, in the order asked; gone ones left out."""
        quotes, facts = (_ENTRIES_OF_KIND.format(kind=kind) for kind in ("quote", "fact"))
        found = self._journal.rows(
            f"SELECT article.id, headline, publisher, published, byline, "
            f"article.n IN (SELECT n FROM reading), {quotes}, {facts}, added_at "
            f"FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value "
            f"ORDER BY wanted.key",
            [rows.id_list(ids)],
        )
        return [_library_row(row) for row in found]

    def update(self, id: str, **fields: str) -> None:
        """Correct particulars (see PARTICULARS) by hand. Raises KeyError: the article is gone."""
        unknown = fields.keys() - set(PARTICULARS)
        if unknown:
            raise ValueError(f"no particulars of an article: {', '.join(sorted(unknown))}")
        article = self.get(id)
        changed = {name: v for name, v in fields.items() if getattr(article, name) != v}
        if not changed:
            return
        provenance = dict(article.provenance) | dict.fromkeys(changed, BY_HAND)
        settings = "".join(f"{name} = ?, " for name in changed)
        with self._journal.change("Correct article"):
            self._journal.write(
                f"UPDATE article SET {settings} provenance = ? WHERE id = ?",
                [*changed.values(), rows.as_json(provenance), id],
            )

    def remove(self, ids: Iterable[str]) -> None:
        """Delete articles with their excerpts and evidence, and originals left without article.

        Entries stay, without the lost evidence.
        """
        wanted = rows.id_list(ids)
        count = len(json.loads(wanted))
        originals = self._ids(
            "SELECT DISTINCT original_id FROM article WHERE id IN (SELECT value FROM json_each(?))",
            [wanted],
        )
        with self._journal.change("Delete article" if count == 1 else f"Delete {count} articles"):
            self._journal.write(
                "DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))", [wanted]
            )
            self._journal.write(
                "DELETE FROM original WHERE id IN (SELECT value FROM json_each(?)) "
                "AND NOT EXISTS (SELECT 1 FROM article WHERE original_id = original.id)",
                [rows.id_list(originals)],
            )

    def losing(self, ids: Iterable[str]) -> list[Entry]:
        """Entries that would lose evidence if these articles were removed."""
        found = self._journal.rows(
            f"SELECT DISTINCT {rows.ENTRY} FROM excerpt "
            "JOIN evidence ON evidence.excerpt_id = excerpt.id "
            "JOIN entry ON entry.id = evidence.entry_id "
            "WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY entry.n",
            [rows.id_list(ids)],
        )
        return [rows.entry(row) for row in found]

    def mark_read(self, id: str, read: bool = True) -> None:
        """Note that the user has (or has not) read an article; no undo step."""
        with self._journal.change("Mark as read" if read else "Mark as unread", undoable=False):
            if read:
                self._journal.write(
                    "INSERT INTO reading (n, id, read_at) SELECT n, id, ? FROM article "
                    "WHERE id = ? AND n NOT IN (SELECT n FROM reading)",
                    [now(), id],
                )
            else:
                self._journal.write(
                    "DELETE FROM reading WHERE n = (SELECT n FROM article WHERE id = ?)", [id]
                )

    def original(self, id: str) -> Original:
        """The imported file that the article with this id came from, with its bytes."""
        row = self._journal.row(
            "SELECT original.id, name, media_type, path, packing, data FROM original "
            "JOIN article ON article.original_id = original.id WHERE article.id = ?",
            [id],
        )
        if row is None:
            raise KeyError(id)
        original_id, name, media_type, path, packing, data = row
        return Original(name, media_type, unpack(packing, data), original_id, path)

    def with_sha256(self, digest: str) -> list[str]:
        """Ids of the articles whose original has this SHA-256 (64 lowercase hex digits)."""
        return self._ids(
            "SELECT article.id FROM original JOIN article ON article.original_id = original.id "
            "WHERE sha256 = ? ORDER BY article.n",
            [digest],
        )

    def with_same_text(self, body: str) -> list[str]:
        """Ids of the articles with exactly this body."""
        found = self._journal.rows(
            "SELECT id FROM article JOIN article_text USING (n) WHERE text_key = ? AND body = ? "
            "ORDER BY n",
            [text_key(body), body],
        )
        return [row[0] for row in found]


def _library_row(row: tuple) -> ArticleRow:
    id, headline, publisher, published, byline, is_read, quotes, facts, added_at = row
    known = {"headline": headline, "publisher": publisher, "published": published}
    missing = tuple(name for name, value in known.items() if not value)
    return ArticleRow(
        id, headline, publisher, published, byline, bool(is_read), quotes, facts, missing, added_at
    )
