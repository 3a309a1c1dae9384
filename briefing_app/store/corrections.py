"""Correcting an article's text, on top of the original: recorded, and excerpts go along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing_app.domain import correcting
from briefing_app.domain.article import Article, Correction
from briefing_app.domain.correcting import Followed
from briefing_app.errors import BriefingError
from briefing_app.store import article_rows, excerpts, rows
from briefing_app.store.journal import Journal


@dataclass(frozen=True)
class Corrected:
    """What else a correction altered.

    altered  ids of excerpts of which the wording changed
    entries  ids of entries that said just what those excerpts said, and follow them
    """

    altered: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def correct(journal: Journal, id: str, start: int, end: int, text: str) -> Corrected:
    """See Articles.correct."""
    article = article_rows.load(journal, id)
    made = correcting.edit(article.body, start, end, text)
    if made is None:
        return Corrected()
    made = replace(made, made_at=article_rows.now())
    return _write(journal, article, made, (*article.corrections, made), "Correct text")


def take_back(journal: Journal, id: str, index: int) -> Corrected:
    """See Articles.take_back_correction."""
    article = article_rows.load(journal, id)
    found = correcting.taken_back(article.corrections, index)
    if found is None:
        raise BriefingError(
            "The same words were corrected again later.", "Take the later correction back first."
        )
    made, rest = found
    return _write(journal, article, made, rest, "Take back correction")


def _write(
    journal: Journal,
    article: Article,
    made: Correction,
    corrections: Sequence[Correction],
    label: str,
) -> Corrected:
    body = correcting.applied(article.body, made)
    if not body:
        raise BriefingError(
            f"Nothing would be left of “{article.headline}”.", "Delete the article instead."
        )
    present = excerpts.of_article(journal, article.id)
    followed = correcting.follow(present, article.body, made)
    _refuse_lost(followed)
    with journal.change(label):
        journal.write(
            "UPDATE article_text SET body = ? WHERE n = (SELECT n FROM article WHERE id = ?)",
            [body, article.id],
        )
        pages = correcting.pages_after(article.page_starts, made)
        journal.write(
            "UPDATE article SET text_key = ?, page_starts = ? WHERE id = ?",
            [article_rows.text_key(body), rows.as_json(pages), article.id],
        )
        _record(journal, article, corrections)
        entries = [id for one in followed for id in _move(journal, one)]
    altered = tuple(one.before.id for one in followed if one.is_altered)
    return Corrected(altered, tuple(dict.fromkeys(entries)))


def _refuse_lost(followed: Iterable[Followed]) -> None:
    for one in followed:
        if one.after is None:
            raise BriefingError(
                f"Nothing would be left of the passage “{_shortened(one.before.exact)}”, "
                "on which the memo rests.",
                "Delete what rests on it first, or keep some of its words.",
            )


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _record(journal: Journal, article: Article, corrections: Sequence[Correction]) -> None:
    """Make the recorded corrections these: one more, or one fewer than before."""
    if corrections[:-1] == article.corrections:
        article_rows.insert_correction(journal, article.id, corrections[-1])
        return
    journal.write("DELETE FROM correction WHERE article_id = ?", [article.id])
    for made in corrections:
        article_rows.insert_correction(journal, article.id, made)


def _move(journal: Journal, one: Followed) -> list[str]:
    """Write where a passage stands now; ids of the entries that follow its wording."""
    before, after = one.before, one.after
    if after is None or after == before:
        return []
    return excerpts.move_passage(journal, before, after)
