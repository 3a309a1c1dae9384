"""What the outline says of its rows, to the eye and to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.outline import Kind, Layout
from briefing_app.domain.sourcing import needs_source
from briefing_app.gui.dates import short_date, shown_date
from briefing_app.gui.direction import isolated
from briefing_app.gui.outline.nodes import Node
from briefing_app.store.cards import Card
from briefing_app.store.glances import Glance

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


def source_line(card: Card) -> str:
    """ "Bloomberg, 6 Jan", "3 sources" or "3 sources, 1 origin"; "" without a source."""
    if card.sources > 1:
        sources = told("{n} sources").format(n=card.sources)
        if card.origins >= card.sources:
            return sources
        origins = counted(card.origins, told("origin"), told("origins"))
        return told("{sources}, {origins}").format(sources=sources, origins=origins)
    if card.sources and not card.publisher and not card.published:
        return told("no outlet, no date")
    return outlet_and_day(card.publisher, short_date(card.published))


def outlet_and_day(outlet: str, day: str) -> str:
    """ "Bloomberg, 6 Jan"; a day keeps its order of words beside an Arabic outlet."""
    day = isolated(day) if is_right_to_left(outlet) else day
    return ", ".join(part for part in (outlet, day) if part)


def layout_of(node: Node) -> Layout:
    """How the section of an entry prints."""
    section = node.parent
    return section.placed.section.layout if section and section.placed else Layout.BULLETS


def lacks_source(node: Node) -> bool:
    """Whether nothing supports an entry that may not stand alone."""
    card = node.card
    return bool(card and not card.sources and needs_source(card.entry.kind, layout_of(node)))


def own_words(node: Node) -> str:
    """What is said of an entry that rests on nothing and need not."""
    if node.card is None or node.card.excerpt_ids or lacks_source(node):
        return ""
    if layout_of(node) is Layout.PARAGRAPHS:
        return told("Own text")
    return told("Own text, no source")


def warning(node: Node, difference: str = "") -> str:
    """What the footer warns of: no source, sources against, other words; "" for nothing.

    difference  what keeps a quote from being what its article says
    """
    if node.card is None:
        return ""
    found = []
    if lacks_source(node):
        found.append(told("No source"))
    if node.card.contradicting:
        found.append(told("{n} against").format(n=node.card.contradicting))
    if difference:
        found.append(told("Differs"))
    return ", ".join(found)


def spoken_card(node: Node, difference: str = "") -> str:
    """ "Quote, Jens Stoltenberg: …, Bloomberg 6 Jan"."""
    card = node.card
    assert card is not None
    who = f"{told(KIND_NAMES[card.entry.kind])}, {card.speaker}".rstrip(", ")
    source = source_line(card).replace(", ", " ") or own_words(node)
    note = told("has a note") if card.entry.note else ""
    parts = (f"{who}: {card.entry.text}", source, warning(node, difference), note)
    return ", ".join(part for part in parts if part)


def spoken_section(node: Node, is_target: bool) -> str:
    """ "Section 2.1 NATO position, 3 entries, 1 without source"."""
    assert node.placed is not None
    name = told("Section {number} {title}").format(
        number=node.placed.number, title=node.placed.section.title
    )
    entries = counted(len(node.entries), told("entry"), told("entries"))
    bare = sum(lacks_source(each) for each in node.entries)
    gaps = told("{n} without source").format(n=bare) if bare else ""
    aim = told("filing goes here") if is_target else ""
    return ", ".join(part for part in (name, entries, gaps, aim) if part)


def told_glance(glance: Glance) -> str:
    """A section in figures, on two or three lines."""
    if glance.is_empty:
        return told("Nothing filed here yet")
    entries = counted(glance.entries, told("entry"), told("entries"))
    origins = counted(glance.origins, told("origin"), told("origins"))
    outlets = counted(glance.outlets, told("outlet"), told("outlets"))
    lines = [f"{entries} · {origins} · {outlets}"]
    if glance.oldest:
        lines.append(told("Oldest source: {date}").format(date=shown_date(glance.oldest)))
    gaps = []
    if glance.single_source:
        facts = counted(glance.single_source, told("fact"), told("facts"))
        gaps.append(told("{facts} of one origin").format(facts=facts))
    if glance.unsourced:
        gaps.append(told("{n} without source").format(n=glance.unsourced))
    return "\n".join([*lines, *([" · ".join(gaps)] if gaps else [])])
