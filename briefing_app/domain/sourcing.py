"""When an entry needs a source, and how many independent ones it has."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.outline import Kind, Layout


def needs_source(kind: Kind, layout: Layout) -> bool:
    """Whether such an entry may not stand without evidence; own prose may, but no judgment."""
    return kind is not Kind.TEXT or layout is Layout.JUDGMENTS


def origin_key(origin: str, article_id: str) -> str:
    """What articles that rest on the same thing share; without a named origin each is its own."""
    return origin.casefold() or article_id


def have_one_origin(keys: Iterable[str]) -> bool:
    """Whether all evidence goes back to one origin; False where there is none."""
    return len(set(keys)) == 1
