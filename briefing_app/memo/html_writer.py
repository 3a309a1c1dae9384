"""Print a composed memo as one web page without scripts, with its notes at the end."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import (
    ComposedMemo,
    Emphasis,
    Paragraph,
    Picture,
    Role,
    Run,
    Table,
)
from briefing_app.memo import timeline_picture
from briefing_app.memo.word_xml import clean, clean_url

_TAGS = {
    Role.TITLE: "h1", Role.HEADING_1: "h2", Role.HEADING_2: "h3", Role.HEADING_3: "h4",
    Role.BULLET: "li", Role.NUMBER: "li", Role.OPTION: "li", Role.QUOTE: "blockquote",
}  # fmt: skip
_LISTS = {Role.BULLET: "<ul>", Role.NUMBER: "<ol>", Role.OPTION: '<ol type="A">'}
_EMPHASES = {
    Emphasis.LEAD: "strong", Emphasis.LABEL: "b", Emphasis.STRONG: "strong",
    Emphasis.ITALIC: "cite", Emphasis.CONFIDENCE: "em", Emphasis.MARK: "b",
    Emphasis.WARNING: "mark",
}  # fmt: skip
_STYLE = """
body { font: 11pt/1.35 Calibri, Carlito, sans-serif; color: #1d2126; background: #fff;
  max-width: 44em; margin: 2em auto; padding: 0 1em; }
a { color: #0b5394; } sup { line-height: 0; font-size: .7em; } sup a { text-decoration: none; }
h1 { font-size: 18pt; text-transform: uppercase; letter-spacing: 2px; color: #1b2a41;
  border-bottom: 2px solid #1b2a41; }
h2 { font-size: 13.5pt; color: #1f4e79; border-bottom: 1px solid #c9d1db; margin: 1.3em 0 .4em; }
h3, h4 { color: #1b2a41; margin-bottom: .2em; }
strong { color: #1b2a41; } em, p.quote-source, p.table-note, section.notes { color: #4a5568; }
ul, ol { padding-inline-start: 1.6em; margin: .3em 0; } li { margin-bottom: .35em; }
li::marker { color: #1f4e79; font-weight: bold; }
p.field { margin: .15em 0; padding-inline-start: 8.5rem; text-indent: -8.5rem; }
p.field b { display: inline-block; width: 8.5rem; text-indent: 0; font-size: 9pt; color: #4a5568;
  text-transform: uppercase; letter-spacing: .7px; }
p.bottom-line { background: #eef2f7; border-inline-start: 5px solid #1f4e79; padding: .6em 1em; }
p.bottom-line b { color: #1f4e79; font-size: 10pt; text-transform: uppercase;
  letter-spacing: .8px; }
blockquote, p.quote-source { margin: 0 2rem; border-inline-start: 3px solid #8a97a8;
  padding: .15rem .8rem 0; }
p.quote-source { font-size: 9.5pt; padding-bottom: .5rem; margin-bottom: .3rem; }
p.banner { text-align: center; font-weight: bold; letter-spacing: 1px; color: #00703c; }
p.caption { font-size: 9.5pt; font-weight: bold; color: #1b2a41; margin: .6em 0 .3em; }
p.decision { margin: 1.6em 0; }
p.table-note, section.notes { font-size: 9pt; }
section.notes { border-top: 1px solid #8a97a8; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; border-top: 1px solid #1b2a41;
  border-bottom: 1px solid #1b2a41; margin: .4em 0; }
th { background: #eef2f7; color: #1b2a41; text-align: start; border-bottom: 1px solid #1b2a41; }
td { border-top: 1px solid #c9d1db; } th, td { padding: 3px 6px; vertical-align: top; }
cite, em { font-style: italic; }
cite:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(he)) { font-style: normal; }
mark { color: #9a4b00; background: none; font-weight: bold; }
@page { margin: 2.2cm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4, blockquote, p.caption { break-after: avoid; }
  li, tr, p.bottom-line, p.quote-source { break-inside: avoid; }
}
"""


def to_html(memo: ComposedMemo) -> str:
    """The page, whole and by itself: it loads nothing."""
    direction = "rtl" if is_right_to_left(memo.title) else "ltr"
    banner = ""
    if memo.banner:
        color = f' style="color:#{memo.banner_color}"' if memo.banner_color else ""
        banner = f'<p class="banner"{color}>{_said(memo.banner)}</p>'
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(memo.language)}" dir="{direction}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_said(memo.subject or memo.title)}</title><style>{_STYLE}</style></head><body>",
        banner,
        *_blocks(memo),
        *_notes(memo),
        banner,
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _blocks(memo: ComposedMemo) -> Iterator[str]:
    open_list: Role | None = None
    counts: dict[Role, int] = {}
    for block in memo.blocks:
        role = block.role if isinstance(block, Paragraph) else None
        if open_list is not None and role is not open_list:
            yield f"</{_LISTS[open_list][1:3]}>"
            open_list = None
        if role in (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3) and not memo.has_one_numbering:
            counts.clear()
        if isinstance(block, Table):
            yield _table(block)
            continue
        if isinstance(block, Picture):
            yield _picture(block)
            continue
        if role in _LISTS:
            if open_list is None:
                yield _LISTS[role].replace(">", _start(role, counts))
                open_list = role
            counts[role] = counts.get(role, 0) + 1
        yield _paragraph(block)
    if open_list is not None:
        yield f"</{_LISTS[open_list][1:3]}>"


def _start(role: Role, counts: dict[Role, int]) -> str:
    """The end of a list's tag: a list that goes on below a quotation goes on in its numbers."""
    count = counts.get(role, 0)
    return f' start="{count + 1}">' if count and role is not Role.BULLET else ">"


def _paragraph(block: Paragraph) -> str:
    tag = _TAGS.get(block.role, "p")
    kind = f' class="{block.role.value.replace(" ", "-")}"' if tag == "p" else ""
    turn = ' dir="rtl"' if is_right_to_left(block.own_words) else ""
    return f"<{tag}{kind}{turn}>{_runs(block.runs)}</{tag}>"


def _table(block: Table) -> str:
    columns = "".join(f'<col style="width:{share:.1%}">' for share in block.widths)
    head = "".join(f'<th scope="col">{_said(label)}</th>' for label in block.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row)}</tr>\n" for row in block.rows
    )
    label = escape(clean(block.description))
    return (
        f'<table aria-label="{label}"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"
    )


def _picture(block: Picture) -> str:
    """The picture itself inside the page, so that it stays whole and loads nothing."""
    data = b64encode(timeline_picture.to_png(block)).decode("ascii")
    told = escape(clean(block.description))
    return f'<img alt="{told}" src="data:image/png;base64,{data}" style="width:100%">'


def _notes(memo: ComposedMemo) -> Iterator[str]:
    if memo.footnotes:
        yield '<section class="notes"><ol>'
        for note in memo.footnotes:
            back = f' <a href="#ref{note.number}" aria-label="{note.number}">↩</a>'
            yield f'<li id="note{note.number}">{_runs(note.runs)}{back}</li>'
        yield "</ol></section>"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.note:
        return f'<sup><a id="ref{run.note}" href="#note{run.note}">{run.note}</a></sup>'
    tag = _EMPHASES.get(run.emphasis, "")
    said = _said(run.text)
    language = f' lang="{escape(run.language)}"' if run.language else ""
    turn = ' dir="rtl"' if is_right_to_left(run.text) else ""
    if tag or language or turn:
        tag = tag or "span"
        said = f"<{tag}{language}{turn}>{said}</{tag}>"
    url = clean_url(run.url) if run.url else ""
    address = escape(url) if url else f"#{escape(run.anchor)}" if run.anchor else ""
    if address:
        said = f'<a href="{address}">{said}</a>'
    return f'<span id="{escape(run.mark)}">{said}</span>' if run.mark else said


def _said(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>").replace("\t", " ")
