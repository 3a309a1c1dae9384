"""What does not add up in the particulars of an article, so that a human looks again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from briefing_app.domain.article import Article


class Reason(StrEnum):
    """Why a field is doubtful."""

    IN_FUTURE = "in the future"
    NO_ZONE = "time without zone"
    BEFORE_PUBLISHED = "before publication"


@dataclass(frozen=True)
class Doubt:
    """A field of Article that does not add up."""

    field: str
    reason: Reason


_EARLIEST_ZONE = timedelta(days=1)
"""In some zone it is tomorrow already."""


def doubts(article: Article, today: date) -> tuple[Doubt, ...]:
    """What is doubtful about the dates of an article, by field in order; () for nothing."""
    found = []
    for field in ("published", "updated"):
        moment = _moment(getattr(article, field))
        if moment is None:
            continue
        if moment.date() > today + _EARLIEST_ZONE:
            found.append(Doubt(field, Reason.IN_FUTURE))
        if _has_time(getattr(article, field)) and moment.tzinfo is None:
            found.append(Doubt(field, Reason.NO_ZONE))
    if _is_before(article.updated, article.published):
        found.append(Doubt("updated", Reason.BEFORE_PUBLISHED))
    return tuple(found)


def _is_before(updated: str, published: str) -> bool:
    """Whether an update comes before the publication, as far as both are known."""
    first, second = _moment(published), _moment(updated)
    if first is None or second is None:
        return False
    if _has_time(published) and _has_time(updated) and bool(first.tzinfo) == bool(second.tzinfo):
        return second < first
    return second.date() < first.date()


def _has_time(stated: str) -> bool:
    return len(stated) > len("2020-01-06")


def _moment(stated: str) -> datetime | None:
    """The moment that ISO 8601 text states, None where it states no full day."""
    if not stated:
        return None
    try:
        return datetime.fromisoformat(stated)
    except ValueError:
        return None
