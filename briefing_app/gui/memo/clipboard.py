"""Entries for pasting elsewhere: formatted for Word and mail, plain for everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from briefing_app import memo as memo_package
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import ComposedMemo, Emphasis, Paragraph, Role, Run
from briefing_app.domain.outline import Entry, Kind, Layout
from briefing_app.gui.session import Session

SAID = (Role.QUOTE, Role.QUOTE_SOURCE, Role.BODY)
"""Paragraphs of a memo that are copied; its header and headings are not."""

_STYLES = {
    Role.QUOTE: "margin:6pt 0 0 30pt; font-style:italic",
    Role.QUOTE_SOURCE: "margin:0 0 2pt 30pt; color:#4a5568",
    Role.BODY: "margin:6pt 0 2pt 0",
}
_CITATION = "margin:0 0 8pt {indent}pt; color:#4a5568; font-size:9pt"
_TAGS = {
    Emphasis.LEAD: "b", Emphasis.LABEL: "b", Emphasis.STRONG: "b", Emphasis.MARK: "b",
    Emphasis.WARNING: "b", Emphasis.ITALIC: "i", Emphasis.CONFIDENCE: "i",
}  # fmt: skip


def copy_entries(session: Session, entry_ids: Sequence[str]) -> None:
    """Put entries of the present memo on the clipboard, each with its citation in full."""
    briefing = session.store.snapshot(session.memo_id)
    by_id = {entry.id: entry for entry in briefing.entries}
    entries = [by_id[id] for id in entry_ids if id in by_id]
    if not entries:
        return
    QGuiApplication.clipboard().setMimeData(as_mime(briefing, entries))
    one, many = session.tr("Copied with its source"), session.tr("{n} entries copied with sources")
    session.notify(one if len(entries) == 1 else many.format(n=len(entries)))


def as_mime(briefing: Briefing, entries: Iterable[Entry]) -> QMimeData:
    """The entries as HTML and as plain text; the order is that given."""
    alone = [_alone(briefing, entry) for entry in entries]
    mime = QMimeData()
    mime.setHtml("<html><body>" + "\n".join(map(_html, alone)) + "</body></html>")
    mime.setText("\n\n".join(map(_text, alone)))
    return mime


def _alone(briefing: Briefing, entry: Entry) -> ComposedMemo:
    """A memo of this entry only, so that its source is cited in full."""
    layout = Layout.QUOTES if entry.kind is Kind.QUOTE else Layout.PARAGRAPHS
    sections = tuple(
        replace(section, layout=layout, parent_id=None)
        for section in briefing.sections
        if section.id == entry.section_id
    )
    ties = tuple(tie for tie in briefing.evidence if tie.entry_id == entry.id)
    memo = replace(briefing.memo, bottom_line="", fields={})
    small = replace(briefing, memo=memo, sections=sections, entries=(entry,), evidence=ties)
    differing = {difference.entry_id for difference in memo_package.check_quotes(small)}
    return memo_package.build(small, differing if ties else ())


def _said(memo: ComposedMemo) -> Iterator[Paragraph]:
    for block in memo.blocks[: memo.body_length]:
        if isinstance(block, Paragraph) and block.role in SAID and block.text.strip():
            yield block


def _html(memo: ComposedMemo) -> str:
    parts = []
    for block in _said(memo):
        turn = ' dir="rtl"' if is_right_to_left(block.text) else ""
        parts.append(f'<p{turn} style="{_STYLES[block.role]}">{_runs(block.runs)}</p>')
    is_quote = any(block.role is Role.QUOTE for block in _said(memo))
    style = _CITATION.format(indent=30 if is_quote else 0)
    parts += [f'<p style="{style}">{_runs(note.runs)}</p>' for note in memo.footnotes]
    return "".join(parts)


def _runs(runs: tuple[Run, ...]) -> str:
    parts = []
    for run in runs:
        said = escape(run.text).replace("\n", "<br>")
        tag = _TAGS.get(run.emphasis, "")
        said = f"<{tag}>{said}</{tag}>" if tag and said else said
        parts.append(f'<a href="{escape(run.url)}">{said}</a>' if run.url else said)
    return "".join(parts)


def _text(memo: ComposedMemo) -> str:
    lines = [
        f"— {block.text}" if block.role is Role.QUOTE_SOURCE else block.text
        for block in _said(memo)
    ]
    lines += ["".join(run.text for run in note.runs) for note in memo.footnotes]
    return "\n".join(lines)
