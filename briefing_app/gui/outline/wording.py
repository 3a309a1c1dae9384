"""What the outline says of its rows, to the eye and to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from briefing_app.domain.outline import Kind, Layout
from briefing_app.gui.dates import shown_date
from briefing_app.gui.outline.nodes import Node
from briefing_app.store.cards import Card

KIND_NAMES: dict[Kind, str] = {
    Kind.QUOTE: QT_TRANSLATE_NOOP("Outline", "Quote"),
    Kind.FACT: QT_TRANSLATE_NOOP("Outline", "Fact"),
    Kind.TEXT: QT_TRANSLATE_NOOP("Outline", "Text"),
}
LAYOUT_NAMES: dict[Layout, str] = {
    Layout.BULLETS: QT_TRANSLATE_NOOP("Outline", "Bullets"),
    Layout.QUOTES: QT_TRANSLATE_NOOP("Outline", "Quotes"),
    Layout.NUMBERED: QT_TRANSLATE_NOOP("Outline", "Numbered"),
    Layout.JUDGMENTS: QT_TRANSLATE_NOOP("Outline", "Key judgments"),
    Layout.OPTIONS: QT_TRANSLATE_NOOP("Outline", "Options (A, B, C)"),
    Layout.TABLE: QT_TRANSLATE_NOOP("Outline", "Table"),
    Layout.POSITIONS: QT_TRANSLATE_NOOP("Outline", "Positions (who wants what)"),
    Layout.DIFFERENCES: QT_TRANSLATE_NOOP("Outline", "Where the sources differ"),
    Layout.PARAGRAPHS: QT_TRANSLATE_NOOP("Outline", "Paragraphs"),
    Layout.TIMELINE: QT_TRANSLATE_NOOP("Outline", "Timeline"),
}


def told(text: str) -> str:
    """A text of this table, or of this pane's free functions, in the interface's language."""
    return QCoreApplication.translate("Outline", text)


def counted(number: int, one: str, many: str) -> str:
    """ "1 entry", "2,000 entries"; `one` and `many` are translated already."""
    return f"{number:,} {one if number == 1 else many}"


def short_date(iso: str) -> str:
    """ "6 Jan" of a full date; less precise dates as they are, "" for ""."""
    shown = shown_date(iso)
    return shown.rsplit(" ", 1)[0] if shown.count(" ") == 2 else shown


def source_line(card: Card) -> str:
    """ "Bloomberg, 6 Jan" or "3 sources"; "" without a source."""
    if card.sources > 1:
        return told("{n} sources").format(n=card.sources)
    if card.sources and not card.publisher and not card.published:
        return told("no outlet, no date")
    return ", ".join(part for part in (card.publisher, short_date(card.published)) if part)


def warning(card: Card) -> str:
    """What the footer warns of: no source, or sources against; "" for nothing."""
    if card.contradicting:
        return told("{n} against").format(n=card.contradicting)
    if not card.excerpt_ids and card.entry.kind != Kind.TEXT:
        return told("No source")
    return ""


def spoken_card(card: Card) -> str:
    """ "Quote, Jens Stoltenberg: …, Bloomberg 6 Jan"."""
    who = f"{told(KIND_NAMES[card.entry.kind])}, {card.speaker}".rstrip(", ")
    source = source_line(card).replace(", ", " ")
    note = told("has a note") if card.entry.note else ""
    parts = (f"{who}: {card.entry.text}", source, warning(card), note)
    return ", ".join(part for part in parts if part)


def spoken_section(node: Node, is_target: bool) -> str:
    """ "Section 2.1 NATO position, 3 entries"."""
    assert node.placed is not None
    name = told("Section {number} {title}").format(
        number=node.placed.number, title=node.placed.section.title
    )
    entries = counted(len(node.entries), told("entry"), told("entries"))
    return ", ".join([name, entries, *([told("filing goes here")] if is_target else [])])
