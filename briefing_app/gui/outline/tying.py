"""Giving an entry further evidence: the passages of other entries, or one fresh from its article.

Every call belongs inside a change of the store, and writes nothing where nothing is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.analysis.speakers import propose_speaker
from briefing_app.domain.outline import Evidence, Stance
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.store import Store

OPPOSITE = {
    Stance.SUPPORTING: Stance.CONTRADICTING,
    Stance.CONTRADICTING: Stance.SUPPORTING,
}


def combine(
    store: Store, entry_id: str, others: Sequence[str], stance: Stance, *, keeps: bool = False
) -> int:
    """Let an entry rest on what other entries rest on; how many passages it gained.

    Contradicting: what supports the others speaks against this one, and the other way round.
    The others go, unless `keeps`: their passages live on as evidence.
    """
    ties = [tie for id in others if id != entry_id for tie in store.entries.evidence(id)]
    gained = _tie(store, entry_id, ties, stance)
    if not keeps:
        store.entries.remove([id for id in others if id != entry_id])
    return gained


def _tie(store: Store, entry_id: str, ties: Iterable[Evidence], stance: Stance) -> int:
    known = {tie.excerpt_id for tie in store.entries.evidence(entry_id)}
    gained = 0
    for tie in ties:
        if tie.excerpt_id not in known:
            known.add(tie.excerpt_id)
            side = tie.stance if stance is Stance.SUPPORTING else OPPOSITE[tie.stance]
            store.entries.add_evidence(entry_id, tie.excerpt_id, side)
            gained += 1
    return gained


def add_passage(store: Store, entry_id: str, passage: DraggedPassage, stance: Stance) -> int:
    """Let an entry rest on a passage of an article; how many passages it gained (1 or 0)."""
    bounds = (passage.start, passage.end)
    present = store.excerpts.of_article(passage.article_id)
    known = {tie.excerpt_id for tie in store.entries.evidence(entry_id)}
    if any(each.id in known and (each.start, each.end) == bounds for each in present):
        return 0
    body = store.articles.get(passage.article_id).body
    speaker = propose_speaker(body, *bounds)
    excerpt_id = store.excerpts.add(passage.article_id, *bounds, speaker=speaker)
    store.entries.add_evidence(entry_id, excerpt_id, stance)
    return 1
