"""Which quotes are not what their articles say; looked up only for cards that are looked at."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.session import Session
from briefing_app.memo.integrity import NEARBY, difference
from briefing_app.store import Change
from briefing_app.store.cards import Card, Wording


class Differences:
    """Remembers what it found until the entry, its passages or their article change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, tuple[Card, str]] = {}

    def forget(self) -> None:
        """Look everything up again."""
        self._found.clear()

    def follow(self, change: Change) -> None:
        """Forget what a change of the store may have altered."""
        if "article" in change.rows:
            self._found.clear()
        elif excerpts := change.rows.get("excerpt"):
            touched = [
                id
                for id, (card, _) in self._found.items()
                if not excerpts.isdisjoint(card.excerpt_ids)
            ]
            for id in touched:
                del self._found[id]

    def look_up(self, nodes: Iterable[Node]) -> None:
        """Find out about several cards with one question to the store."""
        wanted = {node.id: node.card for node in nodes if node.card and not self._is_known(node)}
        quotes = [id for id, card in wanted.items() if card.entry.kind is Kind.QUOTE]
        passages = self._session.store.entries.wordings(quotes, NEARBY) if quotes else {}
        for id, card in wanted.items():
            self._found[id] = card, _reason(card, passages.get(id, ()))

    def _is_known(self, node: Node) -> bool:
        found = self._found.get(node.id)
        return found is not None and found[0] == node.card

    def of(self, node: Node) -> str:
        """What keeps a quote from being verbatim in its articles, "" when nothing does."""
        self.look_up([node])
        return self._found[node.id][1]


def _reason(card: Card, passages: Iterable[Wording]) -> str:
    for passage in passages:
        text = card.entry.text
        reason = difference(text, passage.exact) and difference(text, passage.around)
        if reason:
            return reason
    return ""
