"""Rows of the file as the dataclasses of the domain, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing_app.domain.article import Article, Correction, Proposal, SetAside
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Evidence, Kind, Layout, Memo, Section, Stance

_CORRECTIONS = (
    "(SELECT json_group_array(json_array(position, removed, inserted, made_at)) FROM "
    "(SELECT * FROM correction WHERE article_id = article.id ORDER BY n))"
)
ARTICLE = (
    "article.id, original_id, headline, byline, dateline, publisher, published, url, language, "
    "reliability, deck, updated, news_section, print_page, version_of, origin, relays, provenance, "
    f"proposals, set_aside, page_starts, {_CORRECTIONS}, body"
)
"""What `article` takes; from article JOIN article_text USING (n)."""

EXCERPT = (
    'excerpt.id, article_id, excerpt.start, excerpt."end", exact, prefix, suffix, speaker, cue, '
    "event_time, credibility, speaker_role"
)
MEMO = "memo.id, memo.title, form, fields, bottom_line, options, memo.marking, previous_id"
SECTION = "section.id, memo_id, parent_id, section.position, section.title, layout"
ENTRY = (
    "entry.id, section_id, entry.position, kind, text, note, translation, translator, entry.marking"
)
ENTRY_COLUMNS = ENTRY.count(",") + 1
EVIDENCE = "evidence.id, entry_id, excerpt_id, stance, evidence.position"


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(value: object) -> str:
    """Compact JSON that keeps every script readable."""
    return _JSON.encode(value)


def id_list(ids: Iterable[str]) -> str:
    """Ids as the argument of SQLite's json_each(), which takes any number of them."""
    return json.dumps(list(ids))


def set_aside_json(lines: Iterable[SetAside]) -> str:
    """The lines that an article set aside, as stored."""
    return as_json([vars(line) for line in lines])


def proposals_json(proposals: Iterable[Proposal]) -> str:
    """What was too unsure to be taken, as stored."""
    return as_json([vars(proposal) for proposal in proposals])


def article(row: tuple) -> Article:
    """From the columns ARTICLE."""
    *single, provenance, proposals, set_aside, page_starts, corrections, body = row
    (
        id, original_id, headline, byline, dateline, publisher, published, url, language,
        reliability, deck, updated, news_section, print_page, version_of, origin, relays,
    ) = single  # fmt: skip
    return Article(
        headline=headline,
        body=body,
        id=id,
        original_id=original_id,
        byline=byline,
        dateline=dateline,
        publisher=publisher,
        published=published,
        url=url,
        language=language,
        reliability=reliability,
        deck=deck,
        updated=updated,
        news_section=news_section,
        print_page=print_page,
        provenance=json.loads(provenance),
        proposals=tuple(Proposal(**told) for told in json.loads(proposals)),
        set_aside=tuple(SetAside(**line) for line in json.loads(set_aside)),
        page_starts=tuple(json.loads(page_starts)),
        corrections=tuple(Correction(*edit) for edit in json.loads(corrections)),
        version_of=version_of,
        origin=origin,
        relays=relays,
    )


def excerpt(row: tuple) -> Excerpt:
    """From the columns EXCERPT."""
    id, article_id, start, end, exact, prefix, suffix, *details = row
    return Excerpt(article_id, start, end, exact, prefix, suffix, id, *details)


def memo(row: tuple) -> Memo:
    """From the columns MEMO."""
    id, title, form, fields, bottom_line, options, *rest = row
    return Memo(title, id, form, json.loads(fields), bottom_line, json.loads(options), *rest)


def section(row: tuple) -> Section:
    """From the columns SECTION."""
    id, memo_id, parent_id, position, title, layout = row
    return Section(memo_id, title, id, parent_id, position, Layout(layout))


def entry(row: tuple) -> Entry:
    """From the columns ENTRY."""
    id, section_id, position, kind, text, *rest = row
    return Entry(section_id, Kind(kind), text, id, position, *rest)


def evidence(row: tuple) -> Evidence:
    """From the columns EVIDENCE."""
    id, entry_id, excerpt_id, stance, position = row
    return Evidence(entry_id, excerpt_id, id, Stance(stance), position)
