"""Articles and the originals that they came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from briefing_app.domain.address import address_key, address_number
from briefing_app.domain.article import Article, ArticleRow, Original, Proposal
from briefing_app.domain.fingerprint import Fingerprint
from briefing_app.domain.outline import Entry
from briefing_app.store import (
    article_rows,
    conditions,
    corrections,
    library,
    originals,
    rows,
    versions,
)
from briefing_app.store import fingerprints as near
from briefing_app.store.article_rows import PARTICULARS
from briefing_app.store.corrections import Corrected
from briefing_app.store.fingerprints import Similar
from briefing_app.store.journal import Journal
from briefing_app.store.originals import Packed
from briefing_app.store.versions import Reanchored

BY_HAND = "entered by hand"
"""Provenance of a particular that the user corrected."""


class Articles:
    """The library of one briefing."""

    def __init__(self, journal: Journal, seen: near.Seen) -> None:
        self._journal = journal
        self._seen = seen

    def add(
        self,
        original: Original,
        articles: Sequence[Article],
        fingerprints: Mapping[str, Fingerprint] | None = None,
        *,
        keep_up_to_bytes: int = 0,
        packed: Packed | None = None,
    ) -> list[str]:
        """Store one imported file with its articles; the articles' ids in the same order.

        fingerprints      article id -> analysis.overlap.fingerprint of its body
        keep_up_to_bytes  a larger file is not kept, but only where it lies and what its digest
                          is; 0 keeps any. What cannot be opened from its place (pasted text,
                          a file out of an archive) is always kept.
        packed            the file as it is to be kept; `original` needs no bytes then
        """
        label = "Import article" if len(articles) == 1 else f"Import {len(articles)} articles"
        added_at = article_rows.now()
        with self._journal.change(label):
            originals.add(self._journal, original, keep_up_to_bytes, packed)
            for article in articles:
                n = article_rows.insert(self._journal, article, original.id, added_at)
                if fingerprints and article.id in fingerprints:
                    near.keep(self._journal, n, fingerprints[article.id])
        return [article.id for article in articles]

    def get(self, id: str) -> Article:
        """The article with this id. Raises KeyError: it is gone."""
        return article_rows.load(self._journal, id)

    def body(self, id: str) -> str:
        """The text of an article. Raises KeyError: it is gone."""
        row = self._journal.row(
            "SELECT body FROM article JOIN article_text USING (n) WHERE id = ?", [id]
        )
        if row is None:
            raise KeyError(id)
        return row[0]

    def count(self) -> int:
        """How many articles there are."""
        return library.count(self._journal)

    def counts(self) -> dict[str, int]:
        """How many articles each filter lets through."""
        return library.counts(self._journal)

    def ids(self, filter: str = "all", sort: str = "newest") -> list[str]:
        """Ids of the articles that `filter` (library.FILTERS) lets through, in the order `sort`.

        newest, oldest   by date of publication, those without one last
        headline, outlet  alphabetical, those without one last, newest first among equals
        added            the last imported first
        """
        return library.ids(self._journal, filter, sort)

    def publishers(self) -> list[str]:
        """Every outlet that there is an article of, in alphabetical order."""
        return sorted(conditions.distinct(self._journal, "publisher"), key=str.casefold)

    def languages(self) -> list[str]:
        """Every language that there is an article in, as BCP 47 tags in order."""
        return conditions.distinct(self._journal, "language")

    def rows(self, ids: Iterable[str]) -> list[ArticleRow]:
        """What the library shows of these articles, in the order asked; gone ones left out."""
        return library.listed(self._journal, ids)

    def common(self, ids: Iterable[str], fields: Iterable[str]) -> dict[str, str | None]:
        """Particular -> the value that all these articles have, None where they differ."""
        return library.common(self._journal, ids, _particulars(fields))

    def update_all(self, ids: Sequence[str], **fields: str) -> None:
        """Correct the same particulars of several articles in one step; gone ones are left out."""
        one, many = "Correct article", f"Correct {len(ids)} articles"
        with self._journal.change(one if len(ids) == 1 else many):
            for row in self.rows(ids):
                self.update(row.id, **fields)

    def update(self, id: str, **fields: str) -> None:
        """Correct particulars (see PARTICULARS) by hand. Raises KeyError: the article is gone."""
        article = self.get(id)
        changed = {n: fields[n] for n in _particulars(fields) if getattr(article, n) != fields[n]}
        if not changed:
            return
        self._set(article, "Correct article", changed, BY_HAND)

    def supply_address(self, id: str, url: str, place: str) -> None:
        """Give an article without an address the one that stood at `place` of another file."""
        article = self.get(id) if self.rows([id]) else None
        if article is not None and not article.url:
            self._set(article, "Add address", {"url": url}, place)

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

    def correct(self, id: str, start: int, end: int, text: str) -> Corrected:
        """Have code points [start, end) of the body read `text`, as a recorded correction.

        Line breaks in `text` make paragraphs; what no body may hold (see domain.correcting) is
        left out. Excerpts and page starts go along, entries that say just what an excerpt said
        follow it. The fingerprint stays that of the imported text: so will the next copy read.

        Raises KeyError: the article is gone. ValueError: there is no such range. BriefingError:
        nothing would be left of an excerpt, or of the text.
        """
        return corrections.correct(self._journal, id, start, end, text)

    def take_back_correction(self, id: str, index: int) -> Corrected:
        """Undo one of the article's corrections (0 is the oldest), whatever was done since.

        Raises KeyError, IndexError: article or correction are gone. BriefingError: a later
        correction altered the same words, or nothing would be left of an excerpt.
        """
        return corrections.take_back(self._journal, id, index)

    def make_version(self, id: str, old_id: str) -> Reanchored:
        """Note that an article is a later version of another, and move excerpts to it.

        Both are kept; excerpts of which the wording is not in the later version stay with the
        older one. Raises KeyError: one of them is gone. ValueError: they are the same.
        """
        return versions.make_version(self._journal, id, old_id)

    def later_versions(self, id: str) -> list[str]:
        """Ids of the articles that are later versions of just this one, the oldest first."""
        return versions.later_than(self._journal, id)

    def version_ties(self) -> dict[str, str]:
        """Id of each earlier version, which may be gone -> that of the version after it."""
        return versions.ties(self._journal)

    def remove(self, ids: Iterable[str]) -> None:
        """Delete articles with their excerpts and evidence, and originals left without article.

        Entries stay, without the lost evidence.
        """
        wanted = rows.id_list(ids)
        count = len(json.loads(wanted))
        files = self._journal.rows(
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
                [rows.id_list(row[0] for row in files)],
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
                    [article_rows.now(), id],
                )
            else:
                self._journal.write(
                    "DELETE FROM reading WHERE n = (SELECT n FROM article WHERE id = ?)", [id]
                )

    def original(self, id: str) -> Original:
        """The imported file that the article with this id came from, with its bytes."""
        return originals.of_article(self._journal, id)

    def origins(self) -> list[str]:
        """What articles that are quoted from are known to rest on, most used first."""
        return self._used("origin")

    def outlets(self) -> list[str]:
        """Outlets of articles that are quoted from, and those that they repeat; in order."""
        return sorted({*self._used("publisher"), *self._used("relays")}, key=str.casefold)

    def _used(self, column: str) -> list[str]:
        # Articles with excerpts are few, and are found without reading through all of them.
        return self._ids(
            f"SELECT {column} FROM excerpt JOIN article ON article.id = article_id "
            f"WHERE {column} > '' GROUP BY {column} ORDER BY count(*) DESC, {column}",
            [],
        )

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
        return near.similar(self._journal, self._seen, fingerprint, at_least)

    def without_fingerprint(self, limit: int = 100) -> list[str]:
        """Ids of up to `limit` articles that `similar` cannot find, the last imported first."""
        return near.missing(self._journal, limit)

    def add_fingerprints(self, fingerprints: Mapping[str, Fingerprint]) -> None:
        """Have `similar` find articles that were added without; no undo step."""
        near.add_missing(self._journal, fingerprints)

    def with_same_text(self, body: str) -> list[str]:
        """Ids of the articles with exactly this body."""
        return self._ids(
            "SELECT id FROM article JOIN article_text USING (n) WHERE text_key = ? AND body = ? "
            "ORDER BY n",
            [article_rows.text_key(body), body],
        )

    def _ids(self, sql: str, values: Sequence[object]) -> list[str]:
        return [row[0] for row in self._journal.rows(sql, values)]


def _particulars(names: Iterable[str]) -> list[str]:
    found = list(names)
    if unknown := set(found) - set(PARTICULARS):
        raise ValueError(f"no particulars of an article: {', '.join(sorted(unknown))}")
    return found


def _proposed(article: Article, field: str) -> Proposal:
    if field not in PARTICULARS:
        raise KeyError(field)
    for told in article.proposals:
        if told.field == field:
            return told
    raise KeyError(field)
