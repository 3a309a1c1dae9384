"""The briefing that these tests begin with."""

from __future__ import annotations

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.store import Store

BODY = (
    "“We will not be hurried,” Anna Kovac told reporters in the harbour.\n"
    "The port handled 2.1 million containers last year.\n"
    "A crane fell into the basin on Monday, and nobody was hurt."
)
OTHER = "Officials deny that the port handled 2.1 million containers.\nKovac was not there."
LEDGER = Article("Harbour talks resume", BODY, publisher="Harbor Ledger", published="2020-01-06")
WIRE = Article("Officials deny figures", OTHER, publisher="Meridian Wire", published="2020-01")


def fill(store: Store) -> None:
    """1 Background (quote, fact, text), 2 Position (fact) with 2.1 Law (fact), 3 Outlook, empty."""
    memo_id = store.memos.all()[0].id
    for article in (LEDGER, WIRE):
        data = article.headline.encode()
        store.articles.add(Original(f"{article.headline}.txt", "text/plain", data), [article])
    background, position = (store.sections.add(memo_id, t) for t in ("Background", "Position"))
    law = store.sections.add(memo_id, "Law", position)
    store.sections.add(memo_id, "Outlook")
    file_passage(store, background, Kind.QUOTE, "“We will not be hurried,”", "Anna Kovac")
    file_passage(store, background, Kind.FACT, "The port handled 2.1 million containers last year.")
    store.entries.add(background, Kind.TEXT, "In short, it is open.", note="ask the desk")
    file_passage(store, position, Kind.FACT, "A crane fell into the basin on Monday")
    file_passage(store, law, Kind.FACT, "nobody was hurt")


def file_passage(store: Store, section_id: str, kind: Kind, passage: str, speaker: str = "") -> str:
    """File a passage of the first article."""
    start = BODY.index(passage)
    return store.entries.file(
        section_id, kind, LEDGER.id, start, start + len(passage), speaker=speaker
    )


def contradict(store: Store, entry_id: str) -> str:
    """Tie an entry to a passage of the other article that speaks against it."""
    excerpt_id = store.excerpts.add(WIRE.id, 0, 20)
    return store.entries.add_evidence(entry_id, excerpt_id, Stance.CONTRADICTING)


def shape(tree: OutlineTree) -> list[str]:
    """The outline as indented lines, sections with their number."""
    return [_line(node) for node in tree.nodes()]


def _line(node: Node) -> str:
    if node.placed:
        return f"{'  ' * node.placed.depth}{node.placed.number} {node.placed.section.title}"
    assert node.card is not None and node.parent is not None and node.parent.placed is not None
    return f"{'  ' * node.parent.placed.depth}- {node.card.entry.text}"


def titled(tree: OutlineTree, title: str) -> Node:
    """The section of this title."""
    return next(n for n in tree.nodes() if n.placed and n.placed.section.title == title)


def entry(tree: OutlineTree, start: str) -> Node:
    """The entry whose text begins so."""
    return next(n for n in tree.nodes() if n.card and n.card.entry.text.startswith(start))
