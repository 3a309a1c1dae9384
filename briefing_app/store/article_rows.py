"""The rows that one article makes, and the article that they make."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from briefing_app.domain.address import address_number
from briefing_app.domain.article import Article, Correction
from briefing_app.domain.identity import new_id
from briefing_app.store import rows
from briefing_app.store.journal import Journal

PARTICULARS = (
    "headline", "byline", "dateline", "publisher", "published", "url", "language", "reliability",
    "deck", "updated", "news_section", "print_page", "origin", "relays",
)  # fmt: skip
"""Fields of an article that the user can set."""

_ARTICLE_COLUMNS = (
    "id", "original_id", *PARTICULARS, "provenance", "set_aside", "text_key", "added_at",
    "page_starts", "proposals", "version_of", "address",
)  # fmt: skip
_INSERT_ARTICLE = (
    f"INSERT INTO article ({', '.join(_ARTICLE_COLUMNS)}) "
    f"VALUES ({', '.join('?' * len(_ARTICLE_COLUMNS))})"
)


def now() -> str:
    """The present, UTC, to the second: "2020-01-06T14:03:00+00:00"."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def text_key(body: str) -> int:
    """A short digest of a text, to find equal texts by (equal keys need a second look)."""
    digest = hashlib.blake2b(body.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def insert(journal: Journal, article: Article, original_id: str, added_at: str) -> int:
    """Store an article with its text, inside a change; the number of its row."""
    n = journal.write(
        _INSERT_ARTICLE,
        (article.id, original_id, *(getattr(article, name) for name in PARTICULARS),
         rows.as_json(dict(article.provenance)), rows.set_aside_json(article.set_aside),
         text_key(article.body), added_at, rows.as_json(article.page_starts),
         rows.proposals_json(article.proposals), article.version_of,
         address_number(article.url)),
    )  # fmt: skip
    journal.write("INSERT INTO article_text (n, body) VALUES (?, ?)", (n, article.body))
    for edit in article.corrections:
        insert_correction(journal, article.id, edit)
    return n


def insert_correction(journal: Journal, article_id: str, edit: Correction) -> None:
    """Record a correction after the others, inside a change; it does not alter the text."""
    journal.write(
        "INSERT INTO correction (id, article_id, position, removed, inserted, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), article_id, edit.position, edit.removed, edit.inserted, edit.made_at),
    )


def load(journal: Journal, id: str) -> Article:
    """The article with this id. Raises KeyError: it is gone."""
    row = journal.row(
        f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) WHERE article.id = ?", [id]
    )
    if row is None:
        raise KeyError(id)
    return rows.article(row)
