"""Articles and the originals that they came from."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from briefing_app.domain.address import address_key, address_number
from briefing_app.domain.article import Article, ArticleRow, Original, Proposal
from briefing_app.domain.fingerprint import Fingerprint
from briefing_app.domain.identity import new_id
from briefing_app.domain.outline import Entry
from briefing_app.store import fingerprints as near
from briefing_app.store import rows
from briefing_app.store.fingerprints import Similar
from briefing_app.store.journal import Journal

PARTICULARS = (
    "headline", "byline", "dateline", "publisher", "published", "url", "language", "reliability",
    "deck", "updated", "news_section", "print_page",
)  # fmt: skip
"""Fields of an article that the user can set."""

BY_HAND = "entered by hand"
"""Provenance of a particular that the user corrected."""

_ARTICLE_COLUMNS = (
    "id", "original_id", *PARTICULARS, "provenance", "set_aside", "text_key", "added_at",
    "page_starts", "proposals", "version_of", "address",
)  # fmt: skip
_INSERT_ARTICLE = (
    f"INSERT INTO article ({', '.join(_ARTICLE_COLUMNS)}) "
    f"VALUES ({', '.join('?' * len(_ARTICLE_COLUMNS))})"
)

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

    def add(
        self,
        original: Original,
        articles: Sequence[Article],
        fingerprints: Mapping[str, Fingerprint] | None = None,
    ) -> list[str]:
        """Store one imported file with its articles; the articles' ids in the same order.

        fingerprints  article id -> analysis.overlap.fingerprint of its body
        """
        label = "Import article" if len(articles) == 1 else f"Import {len(articles)} articles"
        packing, data = _pack(original.data)
        added_at = now()
        with self._journal.change(label):
            self._journal.write(
                "INSERT INTO original (id, name, path, media_type, sha256, packing, data, size) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (original.id, original.name, original.path, original.media_type, original.sha256,
                 packing, data, len(original.data)),
            )  # fmt: skip
            for article in articles:
                self._insert(article, original.id, added_at)
                if fingerprints and article.id in fingerprints:
                    near.keep(self._journal, article.id, fingerprints[article.id])
        return [article.id for article in articles]

    def _insert(self, article: Article, original_id: str, added_at: str) -> None:
        self._journal.write(
            _INSERT_ARTICLE,
            (article.id, original_id, *(getattr(article, name) for name in PARTICULARS),
             rows.as_json(dict(article.provenance)), rows.set_aside_json(article.set_aside),
             text_key(article.body), added_at, rows.as_json(article.page_starts),
             rows.proposals_json(article.proposals), article.version_of,
             address_number(article.url)),
        )  # fmt: skip
        self._journal.write(
            "INSERT INTO article_text (n, body) SELECT n, ? FROM article WHERE id = ?",
            (article.body, article.id),
        )
        for edit in article.corrections:
            self._journal.write(
                "INSERT INTO correction (id, article_id, position, removed, inserted, made_at) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (new_id(), article.id, edit.position, edit.removed, edit.inserted, edit.made_at),
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
        self._set(article, "Correct article", changed, BY_HAND)

    def _set(self, article: Article, label: str, values: dict[str, str], place: str) -> None:
        """Give particulars a value that stood at `place`; what was proposed for them is settled."""
        columns: dict[str, object] = dict(values)
        columns["provenance"] = rows.as_json(
            dict(article.provenance) | dict.fromkeys(values, place)
        )
        columns["proposals"] = rows.proposals_json(
            told for told in article.proposals if told.field not in values
        )
        if "url" in values:
            columns["address"] = address_number(values["url"])
        self._write(article.id, label, columns)

    def _write(self, id: str, label: str, columns: dict[str, object]) -> None:
        settings = ", ".join(f"{name} = ?" for name in columns)
        with self._journal.change(label):
            self._journal.write(
                f"UPDATE article SET {settings} WHERE id = ?", [*columns.values(), id]
            )

    def accept_proposal(self, id: str, field: str) -> None:
        """Take the value that is proposed for a field.

        Raises KeyError: the article is gone, or nothing is proposed for the field.
        """
        article = self.get(id)
        told = _proposed(article, field)
        self._set(article, "Accept proposal", {field: told.value}, told.place)

    def dismiss_proposal(self, id: str, field: str) -> None:
        """Drop the value that is proposed for a field; the errors of `accept_proposal`."""
        article = self.get(id)
        rest = [told for told in article.proposals if told != _proposed(article, field)]
        self._write(id, "Dismiss proposal", {"proposals": rows.proposals_json(rest)})

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
            self._journal.write(
                "UPDATE article SET version_of = '' WHERE version_of > '' "
                "AND version_of IN (SELECT value FROM json_each(?))",
                [wanted],
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

    def with_address(self, url: str) -> list[str]:
        """Ids of the articles from this web address (see domain.address), the oldest first."""
        key = address_key(url)
        found = self._journal.rows(
            "SELECT id, url FROM article WHERE address = ? AND address <> 0 ORDER BY n",
            [address_number(url)],
        )
        return [id for id, known in found if address_key(known) == key]

    def similar(self, fingerprint: Fingerprint, at_least: float = 0.5) -> list[Similar]:
        """Articles near-identical with a text, most alike first.

        `at_least` is the part of the smaller text that stands in the larger one. Articles that
        the present change adds are not found yet: compare those with domain.fingerprint.
        """
        return near.similar(self._journal, fingerprint, at_least)

    def without_fingerprint(self, limit: int = 100) -> list[str]:
        """Ids of up to `limit` articles that `similar` cannot find, the last imported first."""
        return near.missing(self._journal, limit)

    def add_fingerprints(self, fingerprints: Mapping[str, Fingerprint]) -> None:
        """Have `similar` find articles that were added without; no undo step."""
        near.add_missing(self._journal, fingerprints)

    def with_same_text(self, body: str) -> list[str]:
        """Ids of the articles with exactly this body."""
        found = self._journal.rows(
            "SELECT id FROM article JOIN article_text USING (n) WHERE text_key = ? AND body = ? "
            "ORDER BY n",
            [text_key(body), body],
        )
        return [row[0] for row in found]


def _proposed(article: Article, field: str) -> Proposal:
    if field not in PARTICULARS:
        raise KeyError(field)
    for told in article.proposals:
        if told.field == field:
            return told
    raise KeyError(field)


def _library_row(row: tuple) -> ArticleRow:
    id, headline, publisher, published, byline, is_read, quotes, facts, added_at = row
    known = {"headline": headline, "publisher": publisher, "published": published}
    missing = tuple(name for name, value in known.items() if not value)
    return ArticleRow(
        id, headline, publisher, published, byline, bool(is_read), quotes, facts, missing, added_at
    )
