"""The tables of the briefing file, and how older files become current ones.

`n` numbers the rows within one file (the full-text index needs numbers); `id` is the name of a
row that stays the same in every copy. To add a table: a migration below, its columns in TABLES.
"""

from __future__ import annotations

import sqlite3

from briefing_app.domain.address import address_number
from briefing_app.domain.identity import new_id

APPLICATION_ID = 0x42524631
"""Marks a SQLite file as a briefing ("BRF1")."""

VERSION = 4
"""Schema version, kept in the file's `user_version`."""

FIRST_VERSION = 1

TABLES: dict[str, tuple[str, ...]] = {
    "briefing": ("n", "id", "title", "made_at"),
    "original": ("n", "id", "name", "path", "media_type", "sha256", "packing", "data", "size"),
    "article": (
        "n", "id", "original_id", "headline", "byline", "dateline", "publisher", "published",
        "url", "language", "reliability", "provenance", "set_aside", "text_key", "added_at",
        "deck", "updated", "news_section", "print_page", "page_starts", "proposals", "version_of",
        "address", "origin", "relays",
    ),
    "article_text": ("n", "body"),
    "fingerprint": ("n", "hashes"),
    "correction": ("n", "id", "article_id", "position", "removed", "inserted", "made_at"),
    "reading": ("n", "id", "read_at"),
    "excerpt": (
        "n", "id", "article_id", "start", "end", "exact", "prefix", "suffix", "speaker", "cue",
        "event_time", "credibility", "speaker_role",
    ),
    "memo": (
        "n", "id", "title", "form", "fields", "bottom_line", "options", "marking", "previous_id",
    ),
    "section": ("n", "id", "memo_id", "parent_id", "position", "title", "layout"),
    "entry": (
        "n", "id", "section_id", "position", "kind", "text", "note", "translation", "translator",
        "marking",
    ),
    "evidence": ("n", "id", "entry_id", "excerpt_id", "stance", "position"),
    "alias": ("n", "id", "name", "variant"),
    "saved_filter": ("n", "id", "title", "wanted"),
}  # fmt: skip
"""Every table that holds the user's work, with its columns in order; the journal watches these."""

INDEX_MEMORY = 16 * 1024 * 1024
"""Bytes of new words that the full-text index gathers in one transaction before writing them."""

INDEX_PARTS = 8
"""Parts of the full-text index that are merged into one. With SQLite's 4, which older files keep,
merging takes a tenth of the time of storing an import; a query of 8 parts is as quick."""

_TABLES_1 = """
CREATE TABLE briefing (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, made_at TEXT NOT NULL
) STRICT;
CREATE TABLE original (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL,
    media_type TEXT NOT NULL, sha256 TEXT NOT NULL, packing TEXT NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE INDEX original_sha256 ON original (sha256);
CREATE TABLE article (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    original_id TEXT NOT NULL REFERENCES original (id) ON DELETE CASCADE,
    headline TEXT NOT NULL, byline TEXT NOT NULL, dateline TEXT NOT NULL,
    publisher TEXT NOT NULL, published TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL,
    reliability TEXT NOT NULL, provenance TEXT NOT NULL, set_aside TEXT NOT NULL,
    text_key INTEGER NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE INDEX article_original ON article (original_id);
CREATE INDEX article_published ON article (published, n, id);
CREATE INDEX article_text_key ON article (text_key);
CREATE INDEX article_incomplete ON article (n)
    WHERE headline = '' OR publisher = '' OR published = '';
CREATE TABLE article_text (
    n INTEGER PRIMARY KEY REFERENCES article (n) ON DELETE CASCADE, body TEXT NOT NULL
) STRICT;
CREATE TABLE reading (
    n INTEGER PRIMARY KEY REFERENCES article (n) ON DELETE CASCADE,
    id TEXT NOT NULL, read_at TEXT NOT NULL
) STRICT;
CREATE TABLE excerpt (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, speaker TEXT NOT NULL,
    cue TEXT NOT NULL, event_time TEXT NOT NULL, credibility TEXT NOT NULL
) STRICT;
CREATE INDEX excerpt_article ON excerpt (article_id);
CREATE TABLE memo (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, form TEXT NOT NULL,
    fields TEXT NOT NULL, bottom_line TEXT NOT NULL
) STRICT;
CREATE TABLE section (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
    parent_id TEXT REFERENCES section (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, title TEXT NOT NULL, layout TEXT NOT NULL
) STRICT;
CREATE INDEX section_memo ON section (memo_id);
CREATE INDEX section_parent ON section (parent_id);
CREATE TABLE entry (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    section_id TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX entry_section ON entry (section_id, position);
CREATE TABLE evidence (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    excerpt_id TEXT NOT NULL REFERENCES excerpt (id) ON DELETE CASCADE,
    stance TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_entry ON evidence (entry_id);
CREATE INDEX evidence_excerpt ON evidence (excerpt_id);
"""

_INDEX_1 = """
CREATE VIEW article_words AS
    SELECT article.n AS n, headline, body FROM article JOIN article_text USING (n);
CREATE VIRTUAL TABLE article_index USING fts5 (
    headline, body, content='article_words', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
"""

_ADDITIONS_2 = (
    *(
        f"ALTER TABLE article ADD COLUMN {column} TEXT NOT NULL DEFAULT '{default}'"
        for column, default in (
            ("deck", ""), ("updated", ""), ("news_section", ""), ("print_page", ""),
            ("page_starts", "[]"), ("proposals", "[]"), ("version_of", ""),
        )
    ),
    "ALTER TABLE article ADD COLUMN address INTEGER NOT NULL DEFAULT 0",
    "UPDATE article SET address = address_number(url) WHERE url <> ''",
    "CREATE INDEX article_address ON article (address) WHERE address <> 0",
    "CREATE INDEX article_version_of ON article (version_of) WHERE version_of <> ''",
    # -1: not known, as in files of version 1; counting there would mean to write them anew
    "ALTER TABLE original ADD COLUMN size INTEGER NOT NULL DEFAULT -1",
    """CREATE TABLE correction (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, removed TEXT NOT NULL, inserted TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX correction_article ON correction (article_id)",
    """CREATE TABLE fingerprint (
        n INTEGER PRIMARY KEY REFERENCES article (n) ON DELETE CASCADE, hashes BLOB NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE fingerprint_index USING fts5 (
        hashes, content='', columnsize=0, detail=none, tokenize='ascii'
    )""",
)  # fmt: skip
"""Columns are only ever added, with a default: SQLite then leaves the rows of the file alone."""

_ADDITIONS_3 = (
    *(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT '{default}'"
        for table, column, default in (
            ("article", "origin", ""), ("article", "relays", ""), ("excerpt", "speaker_role", ""),
            ("memo", "options", "{}"), ("memo", "marking", ""), ("memo", "previous_id", ""),
            ("entry", "translation", ""), ("entry", "translator", ""), ("entry", "marking", ""),
        )
    ),
    """CREATE TABLE alias (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, variant TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE saved_filter (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, wanted TEXT NOT NULL
    ) STRICT""",
)  # fmt: skip

_ADDITIONS_4 = (
    """CREATE VIRTUAL TABLE entry_index USING fts5 (
        text, note, translation, content='entry', content_rowid='n',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )""",
    "INSERT INTO entry_index (entry_index) VALUES ('rebuild')",
    "CREATE INDEX article_publisher ON article (publisher, published, n, id)",
    "CREATE INDEX article_language ON article (language)",
)


def begin(connection: sqlite3.Connection, title: str, made_at: str) -> None:
    """Make a new file's tables, the briefing of this title in them, and its first memo."""
    migrate(connection)
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO briefing (id, title, made_at) VALUES (?, ?, ?)", [new_id(), title, made_at]
    )
    connection.execute(
        "INSERT INTO memo (id, title, form, fields, bottom_line) "
        "VALUES (?, ?, 'information', '{}', '')",
        [new_id(), title],
    )
    connection.execute("COMMIT")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to VERSION; each migration is one transaction.

    sqlite-utils is imported only here: it takes longer than opening a large file does.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("briefing")

    @migrations()
    def first_tables(database: Database) -> None:
        database.executescript(_TABLES_1 + _INDEX_1)
        for setting in (("hashsize", INDEX_MEMORY), ("automerge", INDEX_PARTS)):
            database.execute(
                "INSERT INTO article_index (article_index, rank) VALUES (?, ?)", setting
            )

    @migrations()
    def corrections_and_fingerprints(database: Database) -> None:
        connection.create_function("address_number", 1, address_number, deterministic=True)
        for statement in _ADDITIONS_2:
            connection.execute(statement)

    @migrations()
    def what_memos_of_offices_need(database: Database) -> None:
        for statement in _ADDITIONS_3:
            connection.execute(statement)

    @migrations()
    def search_of_entries(database: Database) -> None:
        for statement in _ADDITIONS_4:
            connection.execute(statement)

    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
