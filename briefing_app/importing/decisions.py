"""What the user may decide about articles that came in much like others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.importing.report import Twin
from briefing_app.store import Store


@dataclass(frozen=True)
class Replaced:
    """What became of the passages of an older version.

    moved  how many belong to the new version now
    left   how many do not stand there in these words, and stay with the older version
    """

    moved: int = 0
    left: int = 0


def replace_older(store: Store, twins: Sequence[Twin]) -> dict[str, Replaced]:
    """Make articles that came in the later versions of those that were there, in one step.

    Filed passages move along. An older version of which nothing is left is removed; one with
    passages that the new one does not have word for word stays. By id of the new article;
    twins of which an article is gone are left out.
    """
    done: dict[str, Replaced] = {}
    # One by one they would take ten times as long to remove.
    gone: set[str] = set()
    count = len(twins)
    with store.change("Replace article" if count == 1 else f"Replace {count} articles"):
        for twin in twins:
            both = {twin.article_id, twin.known_id}
            if both & gone or len(store.articles.rows(both)) < 2:
                continue
            fate = store.articles.make_version(twin.article_id, twin.known_id)
            left = len(fate.altered) + len(fate.lost)
            if not left:
                gone.add(twin.known_id)
            done[twin.article_id] = Replaced(len(fate.moved), left)
        store.articles.remove(gone)
    return done


def take_out(store: Store, article_ids: Sequence[str]) -> list[str]:
    """Remove articles that came in, but none that a passage has been filed from, in one step.

    Gives the ids of those that are gone now.
    """
    unused = [id for id in article_ids if not store.excerpts.of_article(id)]
    if unused:
        count = len(unused)
        with store.change("Skip article" if count == 1 else f"Skip {count} articles"):
            store.articles.remove(unused)
    return unused
