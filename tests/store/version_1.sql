-- The tables of a briefing file as version 1 of the schema made them, and some work.
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
CREATE VIEW article_words AS
    SELECT article.n AS n, headline, body FROM article JOIN article_text USING (n);
CREATE VIRTUAL TABLE article_index USING fts5 (
    headline, body, content='article_words', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
INSERT INTO article_index (article_index, rank) VALUES ('hashsize', 16777216);
CREATE TABLE _sqlite_migrations (
    id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT
);
CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
    ON _sqlite_migrations (migration_set, name);
INSERT INTO _sqlite_migrations VALUES
    (1, 'briefing', 'first_tables', '2026-11-22 10:00:00.000000+00:00');
PRAGMA application_id = 1112688177;
PRAGMA user_version = 1;

INSERT INTO briefing VALUES (1, 'briefing1', 'Iraq', '2020-01-06T10:00:00+00:00');
INSERT INTO original VALUES
    (1, 'original1', 'fleet.txt', '/from/fleet.txt', 'text/plain',
     '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', '', x'666F6F'),
    (2, 'original2', 'long.txt', '', 'text/plain',
     '41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3', 'zlib',
     x'78014b4c1c05a321301a02c33d0400f9d87af8');
INSERT INTO article VALUES
    (1, 'article1', 'original1', 'Fleet leaves', 'By A. Writer', 'BRUSSELS', 'Reuters',
     '2020-01-06T14:03:00+01:00', 'https://www.reuters.com/fleet?utm_source=x', 'en', 'B',
     '{"published":"photo caption"}', '[{"kind":"caption","text":"A ship"}]', 42,
     '2020-01-06T10:00:01+00:00'),
    (2, 'article2', 'original2', 'Talks resume', '', '', '', '', '', '', '', '{}', '[]', 43,
     '2020-01-06T10:00:02+00:00');
INSERT INTO article_text VALUES
    (1, 'The fleet left port at dawn.' || char(10) || '“We are ready,” the admiral said.'),
    (2, 'Talks resumed in Vienna.');
INSERT INTO article_index (rowid, headline, body) SELECT n, headline, body FROM article_words;
INSERT INTO reading VALUES (1, 'article1', '2020-01-06T11:00:00+00:00');
INSERT INTO excerpt VALUES
    (1, 'excerpt1', 'article1', 29, 44, '“We are ready,”', 'The fleet left port at dawn.' || char(10),
     ' the admiral said.', 'the admiral', 'said', '2020-01-05', '2');
INSERT INTO memo VALUES (1, 'memo1', 'Iraq', 'information', '{"to":"A"}', 'It goes on.');
INSERT INTO section VALUES
    (1, 'section1', 'memo1', NULL, 0, 'Naval', 'quotes'),
    (2, 'section2', 'memo1', 'section1', 0, 'Ports', 'bullets');
INSERT INTO entry VALUES
    (1, 'entry1', 'section1', 0, 'quote', '“We are ready,”', 'check'),
    (2, 'entry2', 'section2', 0, 'text', 'More is expected.', '');
INSERT INTO evidence VALUES (1, 'evidence1', 'entry1', 'excerpt1', 'supporting', 0);
