"""Print a composed memo as Markdown with footnotes, for editors and wikis that take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.domain.memo import ComposedMemo, Emphasis, Picture, Role, Run, Table
from briefing_app.memo.word_xml import clean, clean_url

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)
_ITEMS_APART = re.compile(r"(?m)^((?:- |\d+\. |[A-Z]+\. ).*)\n\n(?=- |\d+\. |[A-Z]+\. )")
_HEADS = {
    Role.TITLE: "# ", Role.HEADING_1: "## ", Role.HEADING_2: "### ", Role.HEADING_3: "#### ",
    Role.BULLET: "- ", Role.QUOTE: "> ", Role.QUOTE_SOURCE: "> — ", Role.BOTTOM_LINE: "> ",
}  # fmt: skip
_MARKS = {
    Emphasis.LEAD: "**", Emphasis.LABEL: "**", Emphasis.STRONG: "**", Emphasis.MARK: "**",
    Emphasis.WARNING: "**", Emphasis.ITALIC: "*", Emphasis.CONFIDENCE: "*",
}  # fmt: skip


def to_markdown(memo: ComposedMemo) -> str:
    """The text; lists are numbered in full, so that it reads well as it is."""
    parts = list(_blocks(memo))
    notes = [f"[^{note.number}]: {_runs(note.runs)}" for note in memo.footnotes]
    banner = [f"**{_said(memo.banner)}**"] if memo.banner else []
    whole = "\n\n".join([*banner, *parts, *notes, *banner])
    return _ITEMS_APART.sub(r"\1\n", whole) + "\n"


def _blocks(memo: ComposedMemo) -> Iterator[str]:
    counts: dict[Role, int] = {}
    quote: list[str] = []
    for block in memo.blocks:
        if isinstance(block, Table):
            yield _table(block)
            continue
        if isinstance(block, Picture):
            yield f"*{_said(block.description)}*"
            continue
        role = block.role
        if role in (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3) and not memo.has_one_numbering:
            counts.clear()
        counts[role] = counts.get(role, 0) + 1
        said = f"{_head(role, counts[role])}{_runs(block.runs)}"
        if role is Role.QUOTE and block.id:
            quote = [said]
        elif role in (Role.QUOTE, Role.QUOTE_SOURCE):
            quote.append(said)
        else:
            yield said
        if role is Role.QUOTE_SOURCE:
            # One quotation with its translation and its source.
            yield "\n>\n".join(quote)
            quote = []


def _head(role: Role, count: int) -> str:
    if role is Role.NUMBER:
        return f"{count}. "
    if role is Role.OPTION:
        return f"{chr(ord('A') + (count - 1) % 26)}. "
    return _HEADS.get(role, "")


def _table(block: Table) -> str:
    lines = [
        [_said(label) for label in block.header],
        ["---"] * len(block.header),
        *([_runs(cell).replace("\n", "<br>") for cell in row] for row in block.rows),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    said = _said(run.text)
    mark = _MARKS.get(run.emphasis, "")
    bare = said.strip()
    if mark and bare:
        said = said.replace(bare, f"{mark}{bare}{mark}", 1)
    url = clean_url(run.url) if run.url else ""
    return f"[{said}](<{url}>)" if url else said


def _said(text: str) -> str:
    """Words that no reader of Markdown takes for marks."""
    escaped = _SPECIAL.sub(r"\\\1", clean(text).replace("\t", " "))
    return _LINE_START.sub(r"\1\\\2", escaped).replace("\n", "  \n")
