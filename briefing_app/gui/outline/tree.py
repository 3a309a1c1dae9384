"""The memo's outline as a Qt model: sections in sections, each with its entries first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing_app.domain.outline import Placed
from briefing_app.gui import dragged_passage
from briefing_app.gui.outline.carried import (
    MIME_TYPE,
    Cargo,
    Carried,
    Landing,
    landing_in,
    packed,
    unpacked,
)
from briefing_app.gui.outline.differences import Differences
from briefing_app.gui.outline.nodes import Node, runs, staying
from briefing_app.gui.outline.wording import spoken_card, spoken_section
from briefing_app.gui.session import Session
from briefing_app.store import Change
from briefing_app.store.cards import Card

Index = QModelIndex | QPersistentModelIndex

TABLES = frozenset({"section", "entry", "evidence", "excerpt", "article"})
"""Changes of other tables do not show in the outline."""


DROPPED_ON = Qt.ItemFlag.ItemIsDropEnabled
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVED = _SHOWN | Qt.ItemFlag.ItemIsDragEnabled
READING = {False: _SHOWN | Qt.ItemFlag.ItemNeverHasChildren, True: _SHOWN}
WRITING = {
    False: _MOVED | Qt.ItemFlag.ItemNeverHasChildren,
    True: _MOVED | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled,
}
"""Flags of entries (False) and of sections (True); views ask for them thousands of times."""


class OutlineTree(QAbstractItemModel):
    """Follows the store by the smallest moves, so that views keep what is selected and open.

    Signals:
    dropped(Cargo, Landing)     a drop asks for a move; the model itself moves nothing
    title_edited(str, str)      a section id shall have this title
    """

    dropped = Signal(object, object)
    title_edited = Signal(str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys = count(1)
        self._root = Node(0)
        self._writes = False
        self.differences = Differences(session)
        self._by_key: dict[int, Node] = {}
        self._by_id: dict[str, Node] = {}

    def load(self) -> None:
        """Read everything anew."""
        self.beginResetModel()
        self._root = Node(0)
        self._writes = self._session.can_write
        self._by_key.clear()
        self._by_id.clear()
        self.differences.forget()
        if self._session.has_store:
            for placed in self._session.sections():
                parent = self._by_id.get(placed.section.parent_id or "", self._root)
                parent.put(parent.size, [self._made(placed.section.id, placed=placed)])
            cards = self._session.store.entries.cards(self._session.memo_id)
            for section_id, filed in groupby(cards, key=lambda card: card.entry.section_id):
                nodes = [self._made(card.entry.id, card=card) for card in filed]
                self._by_id[section_id].put(0, nodes)
        self.endResetModel()

    def _made(self, id: str, placed: Placed | None = None, card: Card | None = None) -> Node:
        node = Node(next(self._keys), id, placed, card)
        self._by_key[node.key] = self._by_id[id] = node
        return node

    def follow(self, change: Change) -> None:
        """Show what a change of the store has done."""
        if not TABLES & change.rows.keys():
            return
        self.differences.follow(change)
        placed = self._session.sections() if "section" in change.rows else None
        if placed is not None:
            self._place_sections(placed)
        gone = self._follow_entries(change)
        if placed is not None:
            self._drop_sections({each.section.id for each in placed})
        self._drop_entries(node for node in gone if node.id in self._by_id)

    def _place_sections(self, placed: Sequence[Placed]) -> None:
        wanted: dict[str, list[Placed]] = {}
        for each in placed:
            parent_id = each.section.parent_id if each.depth else None
            wanted.setdefault(parent_id or "", []).append(each)
        for parent_id, siblings in wanted.items():  # parents come before their children
            nodes = [
                self._by_id.get(each.section.id) or self._made(each.section.id, placed=each)
                for each in siblings
            ]
            parent = self._by_id[parent_id] if parent_id else self._root
            self._order(parent, nodes, len(parent.entries), parent.sections)
        for each in placed:
            node = self._by_id[each.section.id]
            if node.placed != each:
                node.placed = each
                self._say_changed(node)

    def _order(self, parent: Node, wanted: list[Node], first: int, present: list[Node]) -> None:
        kept = staying([node.id for node in present], [node.id for node in wanted])
        row = first
        for is_new, run in groupby(wanted, key=lambda node: node.parent is None):
            nodes = list(run)
            if is_new:
                self._insert(parent, row, nodes)
            for node in nodes:
                if not is_new and node.id not in kept:
                    self._shift(node, parent, row)
                row = node.row + 1
        if kept != {node.id for node in wanted} and parent.is_section:
            self._say_changed(parent)

    def _insert(self, parent: Node, row: int, nodes: list[Node]) -> None:
        self.beginInsertRows(self._index(parent), row, row + len(nodes) - 1)
        parent.put(row, nodes)
        self.endInsertRows()

    def _shift(self, node: Node, parent: Node, row: int) -> None:
        source = node.parent
        assert source is not None
        if source is parent and row in (node.row, node.row + 1):
            return
        start, end = self._index(source), self._index(parent)
        self.beginMoveRows(start, node.row, node.row, end, row)
        at = row - 1 if source is parent and row > node.row else row
        source.take(node.row, node.row)
        parent.put(at, [node])
        self.endMoveRows()
        if source.is_section:
            self._say_changed(source)

    def _drop_sections(self, kept: set[str]) -> None:
        for node in [n for n in self._by_id.values() if n.is_section and n.id not in kept]:
            if node.id in self._by_id and node.parent:
                self._remove(node.parent, node.row, node.row)

    def _drop_entries(self, gone: Iterable[Node]) -> None:
        by_section: dict[int, list[Node]] = {}
        for node in gone:
            assert node.parent is not None
            by_section.setdefault(node.parent.key, []).append(node)
        for key, nodes in by_section.items():
            section = self._by_key[key]
            for first, last in runs(node.row for node in nodes):
                self._remove(section, first, last)

    def _remove(self, parent: Node, first: int, last: int) -> None:
        self.beginRemoveRows(self._index(parent), first, last)
        for node in parent.take(first, last):
            for each in (node, *node.within()):
                self._by_id.pop(each.id, None)
                self._by_key.pop(each.key, None)
        self.endRemoveRows()
        if parent.is_section:
            self._say_changed(parent)

    def _follow_entries(self, change: Change) -> list[Node]:
        """Add, alter and move entries; returns those that are gone."""
        touched = self._touched(change)
        if not touched and "evidence" not in change.rows:
            return []
        entries, memo_id = self._session.store.entries, self._session.memo_id
        cards = {card.entry.id: card for card in entries.cards(memo_id, touched)}
        if not self._explains(change, touched, cards):
            cards = {card.entry.id: card for card in entries.cards(memo_id)}
            touched = {node.id for node in self._by_id.values() if node.card} | cards.keys()
        self._show_cards(cards)
        return [n for id in touched - cards.keys() if (n := self._by_id.get(id)) and n.card]

    def _touched(self, change: Change) -> set[str]:
        rows = change.rows
        touched = set(rows.get("entry", ()))
        excerpts, articles = rows.get("excerpt", frozenset()), rows.get("article", frozenset())
        if excerpts or articles:
            for node in self._by_id.values():
                card = node.card
                if card and (
                    card.article_id in articles or not excerpts.isdisjoint(card.excerpt_ids)
                ):
                    touched.add(node.id)
        return touched

    def _explains(self, change: Change, touched: set[str], cards: dict[str, Card]) -> bool:
        """Whether all changed evidence belongs to entries that came or went.

        A tie that is gone does not tell whose it was.
        """
        came = sum(len(card.excerpt_ids) for id, card in cards.items() if id not in self._by_id)
        went = sum(
            len(node.card.excerpt_ids)
            for id in touched - cards.keys()
            if (node := self._by_id.get(id)) and node.card
        )
        return came + went == len(change.rows.get("evidence", ()))

    def _show_cards(self, cards: dict[str, Card]) -> None:
        moved: set[str] = set()
        came: list[Node] = []
        for id, card in cards.items():
            node = self._by_id.get(id)
            if node is None or node.card is None:
                came.append(self._made(id, card=card))
                moved.add(card.entry.section_id)
            elif node.card != card:
                old, node.card = node.card.entry, card
                if (old.section_id, old.position) != (card.entry.section_id, card.entry.position):
                    moved |= {old.section_id, card.entry.section_id}
                self._say_changed(node)
        self._order_entries(moved, came)

    def _order_entries(self, section_ids: set[str], came: list[Node]) -> None:
        sections = [self._by_id[id] for id in section_ids if id in self._by_id]
        wanted: dict[str, list[Node]] = {section.id: [] for section in sections}
        for node in [*(entry for section in sections for entry in section.entries), *came]:
            assert node.card is not None
            wanted[node.card.entry.section_id].append(node)
        for section in sections:
            nodes = sorted(wanted[section.id], key=_position)
            self._order(section, nodes, 0, section.entries)

    def _say_changed(self, node: Node) -> None:
        index = self._index(node)
        self.dataChanged.emit(index, index)

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.key) if node.parent else QModelIndex()

    def node(self, index: Index) -> Node | None:
        """What an index stands for, None for an invalid one."""
        return self._by_key.get(index.internalId())  # no key is 0, as of an invalid index

    def index_of(self, id: str) -> QModelIndex:
        """The index of a section or an entry; invalid when it is not in the outline."""
        node = self._by_id.get(id)
        return self._index(node) if node else QModelIndex()

    def keyed(self, key: int) -> Node | None:
        """The section or the entry with this key."""
        return self._by_key.get(key)

    def find(self, id: str) -> Node | None:
        """The section or the entry with this id."""
        return self._by_id.get(id)

    @property
    def root(self) -> Node:
        """What holds the top-level sections; neither section nor entry itself."""
        return self._root

    def nodes(self) -> list[Node]:
        """All sections and entries in reading order."""
        return list(self._root.within())

    def top_sections(self) -> list[Node]:
        """The sections that are in no other."""
        return self._root.sections

    def entry_count(self) -> int:
        """How many entries the memo has."""
        return sum(1 for node in self._by_id.values() if node.card)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        node = self.node(parent)
        return (node or self._root).size if node or not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        node = self._by_key.get(parent.internalId(), self._root)
        if column or not 0 <= row < node.size:
            return QModelIndex()
        return self.createIndex(row, 0, node.child(row).key)

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        node = self._by_key.get(index.internalId())
        return self._index(node.parent) if node and node.parent else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self._by_key.get(index.internalId())
        if self._writes:
            return DROPPED_ON if node is None else WRITING[node.placed is not None]
        return Qt.ItemFlag.NoItemFlags if node is None else READING[node.placed is not None]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.placed.section.title if node.placed else node.card and node.card.entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_target = node.id == self._session.target_id
            if node.card:
                return spoken_card(node, self.differences.of(node))
            return spoken_section(node, is_target)
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        # Nobody sees the header, but screen readers tell of it.
        return self.tr("Outline") if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        if node and node.placed and role == Qt.ItemDataRole.EditRole:
            self.title_edited.emit(node.id, str(value))
        return False  # the store says when it has changed

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE, dragged_passage.MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        chosen = {index.internalId() for index in indexes}
        picked = [node for node in self.nodes() if node.key in chosen]
        entries = tuple(node.id for node in picked if node.card)
        ids = entries or tuple(node.id for node in picked[:1])
        return packed(Carried(str(self._session.store.path), ids, not entries))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def cargo(self, data: QMimeData) -> Cargo | None:
        """What the data carry that may fall here; None for what is not of this briefing."""
        if not self._writes:
            return None
        passage = dragged_passage.found(data)
        if passage:
            known = self._session.store.articles.rows([passage.article_id])
            return passage if known else None
        carried = unpacked(data, str(self._session.store.path))
        is_here = carried is not None and all(id in self._by_id for id in carried.ids)
        return carried if is_here else None

    def landing(self, data: QMimeData, row: int, parent: Index) -> Landing | None:
        """Where a drop before `row` of `parent` puts things (-1: at the end); None: nowhere."""
        cargo, place = self.cargo(data), self.node(parent) or self._root
        return None if cargo is None else landing_in(place, cargo, row)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self.landing(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        landing = self.landing(data, row, parent)
        if landing:
            copies = action == Qt.DropAction.CopyAction
            self.dropped.emit(self.cargo(data), replace(landing, copies=copies))
        return False  # nothing moves here; a view must not take away what was dragged


def _position(node: Node) -> int:
    assert node.card is not None
    return node.card.entry.position
