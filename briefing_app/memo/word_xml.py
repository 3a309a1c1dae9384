"""Paragraphs, runs and tables as WordprocessingML text (ECMA-376, part 1, chapter 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import bidirectional
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import (
    Emphasis,
    Paragraph,
    Picture,
    Role,
    Run,
    Table,
)
from briefing_app.memo import scripts
from briefing_app.memo.scripts import EASTERN_FONTS
from briefing_app.memo.wording import has_right_to_left

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

STYLES = {
    Role.TITLE: "Title",
    Role.FIELD: "MemoField",
    Role.BOTTOM_LINE: "BottomLine",
    Role.HEADING_1: "Heading1",
    Role.HEADING_2: "Heading2",
    Role.HEADING_3: "Heading3",
    Role.BULLET: "ListBullet",
    Role.NUMBER: "ListNumber",
    Role.OPTION: "MemoOption",
    Role.QUOTE: "Quote",
    Role.QUOTE_SOURCE: "QuoteSource",
    Role.BODY: "Normal",
    Role.CAPTION: "Caption",
    Role.TABLE_NOTE: "TableNote",
    Role.DECISION: "MemoDecision",
}
RUN_STYLES = {
    Emphasis.LEAD: "Lead",
    Emphasis.LABEL: "MemoLabel",
    Emphasis.STRONG: "Strong",
    Emphasis.CONFIDENCE: "MemoConfidence",
    Emphasis.MARK: "MemoMark",
    Emphasis.ITALIC: "Emphasis",
    Emphasis.WARNING: "MemoWarning",
}
_SLANTED = (RUN_STYLES[Emphasis.ITALIC], RUN_STYLES[Emphasis.CONFIDENCE])
SHORT_TABLE = 5
"""Most rows of a table that is kept on one page."""

FIRST_ROWS, LAST_ROWS = 2, 2
"""Fewest rows of a longer table on its first page and on its last."""

LONGEST_URL = 2000
_ADDRESS = re.compile(r"(https?://[\w.~%:@-]+([/?][^#]*)?|mailto:[^#]+)(#[^#]*)?", re.ASCII)
# Most words: nothing to escape, of one direction, of no script that needs a font of its own.
_PLAIN = re.compile("[ -%'-;=?-\u058f\u2010-\u2027\u2030-\u205e]+").fullmatch
# What XML 1.0 cannot hold, and lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Links:
    """External addresses of one part, each with one relationship id."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def id_of(self, url: str) -> str:
        """The relationship id of an address; "" for one that must not be linked."""
        clean = clean_url(url)
        if not clean:
            return ""
        return self.ids.setdefault(clean, f"rLink{len(self.ids) + 1}")


class Marks:
    """Numbers of bookmarks, which must be unique in the whole document."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def around(self, name: str, inner: str) -> str:
        """`inner` within the bookmark `name`; without one where the name is taken already."""
        if not name or name in self._names:
            return inner
        self._names.add(name)
        number = len(self._names)
        start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name[:40])}/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def clean_url(url: str) -> str:
    """An address that Word takes: web or mail, percent-encoded; "" for any other."""
    encoded = quote(_FORBIDDEN.sub("", url), safe="%#?=&/:;,+@!$'()*~")
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
    return encoded if _ADDRESS.fullmatch(encoded) and len(encoded) <= LONGEST_URL else ""


def clean(text: str) -> str:
    """Text that XML can hold."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", text)


def paragraph(
    block: Paragraph,
    links: Links,
    marks: Marks,
    number_id: int = 0,
    *,
    level: int = 0,
    is_kept: bool = False,
    is_tight: bool = False,
    is_on_new_page: bool = False,
) -> str:
    """A body paragraph; `number_id` names the list that it starts or continues anew.

    level    in that list, from 0
    is_kept  it stays on the page of what follows it
    is_tight  nothing stands between it and that, whatever the style says
    """
    label = _label_style(block.role)
    name = f"_bi_{block.id}" if re.fullmatch(r"[0-9a-zA-Z_]{1,36}", block.id) else ""
    words, references = _split_references(block.runs) if name else (block.runs, ())
    body = marks.around(name, runs(words, links, marks, label)) + runs(references, links, marks)
    extra = "<w:keepNext/>" if is_kept else ""
    if is_on_new_page:
        extra += "<w:pageBreakBefore/>"
    if number_id:
        extra += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'
    after = '<w:spacing w:after="0"/>' if is_tight else ""
    return styled(STYLES[block.role], body, block.own_words, extra, after)


def styled(style: str, inner: str, text: str, extra: str = "", after: str = "") -> str:
    """A paragraph in a style; it runs in the direction of `text`, "" for the memo's own.

    extra, after  properties that stand before the direction in the order of the schema, or behind
    """
    bidi = "<w:bidi/>" if is_right_to_left(text) else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{extra}{bidi}{after}</w:pPr>'
    return f"<w:p>{properties}{inner}</w:p>"


def runs(all_runs: Iterable[Run], links: Links, marks: Marks, label: str = "MemoLabel") -> str:
    """Runs one after the other, with their links and bookmarks."""
    return "".join(
        marks.around(run.mark, _linked(run, links, label))
        if run.mark
        else _linked(run, links, label)
        for run in all_runs
    )


def colored(text: str, color: str) -> str:
    """A run in a colour, six hexadecimal digits."""
    return f'<w:r><w:rPr><w:color w:val="{color}"/></w:rPr>{_text(clean(text))}</w:r>'


def reference(number: int) -> str:
    """The raised number that refers to a footnote."""
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'


def table(block: Table, width: int, links: Links, marks: Marks, *, has_note: bool = False) -> str:
    """A table, `width` twips wide, with a repeating header row; rows do not break across pages.

    A short table stays on one page, and with the note below it; of a longer one, the first rows
    stay together and the last ones, so that none stands alone on a page.
    """
    widths = [int(width * share) for share in block.widths]
    widths[-1] += width - sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = [styled("TableHead", _text_run(label, ""), label) for label in block.header]
    rows = [_row(head, widths, is_header=True)]
    for number, cells in enumerate(block.rows, 1):
        left = len(block.rows) - number
        is_kept = left < (SHORT_TABLE if len(block.rows) <= SHORT_TABLE else LAST_ROWS)
        is_kept = is_kept or number < FIRST_ROWS
        keep = "<w:keepNext/>" if is_kept and (left or has_note) else ""
        paragraphs = [
            styled("TableText", runs(cell, links, marks), _leading_text(cell), keep)
            for cell in cells
        ]
        rows.append(_row(paragraphs, widths, is_header=False))
    head_of_table = f"{_table_properties(block, width)}<w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{head_of_table}{''.join(rows)}</w:tbl>"


def drawing(block: Picture, relation: str, number: int, size_in: tuple[float, float]) -> str:
    """A paragraph with a picture of the package; `number` is unique among the drawings."""
    width, height = (round(side * 914400) for side in size_in)
    title, told = quoteattr(clean(block.title)[:250]), quoteattr(clean(block.description)[:2000])
    # Without the four distances LibreOffice indents the picture.
    return (
        '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={title} descr={told}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name={title}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _leading_text(cell: tuple[Run, ...]) -> str:
    """The words by which a cell takes its direction, "" for a cell of several runs."""
    return cell[0].text if len(cell) == 1 else ""


def field(instruction: str, result: str) -> str:
    """A field with the result that it shows until Word works it out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _label_style(role: Role) -> str:
    return "BottomLineLabel" if role is Role.BOTTOM_LINE else "MemoLabel"


def _split_references(found: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The words, and the note references at their end: LibreOffice moves a bookmark's end that
    stands behind a reference."""
    words = len(found)
    while words and found[words - 1].note:
        words -= 1
    return found[:words], found[words:]


def _linked(run: Run, links: Links, label: str) -> str:
    if run.note:
        return reference(run.note)
    if run.anchor:
        return _link_to(run.anchor, run.text)
    if run.url and (id := links.id_of(run.url)):
        inner = _text_run(run.text, "Hyperlink")
        return f'<w:hyperlink r:id="{id}" w:history="1">{inner}</w:hyperlink>'
    if run.emphasis is Emphasis.BLANK:
        return "<w:r><w:tab/></w:r>"
    style = label if run.emphasis is Emphasis.LABEL else RUN_STYLES.get(run.emphasis, "")
    return _text_run(run.text, style, run.language)


@lru_cache(4096)
def _link_to(anchor: str, text: str) -> str:
    """A source is linked to many times."""
    inner = _text_run(text, "Hyperlink")
    return f'<w:hyperlink w:anchor={quoteattr(anchor)} w:history="1">{inner}</w:hyperlink>'


def _text_run(text: str, style: str, language: str = "") -> str:
    if _PLAIN(text):
        language = language and scripts.tag(text, language, right=False, eastern=False)
        properties = _run_properties(style, language, False)
        return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
    stretches = _directions(clean(text))
    return "".join(_stretch(part, style, language, right=right) for part, right in stretches)


def _directions(text: str) -> list[tuple[str, bool]]:
    """The text in stretches of one direction, True for right to left.

    Word lays out a run's marks and figures by the run's direction, not by what is around them.
    """
    if not has_right_to_left(text):
        return [(text, False)] if text else []
    right = is_right_to_left(text)
    against = [number for number, char in enumerate(text) if _is_against(char, right=right)]
    stretches: list[list[int]] = []
    for number in against:
        if stretches and not any(
            _is_against(char, right=not right) for char in text[stretches[-1][1] : number]
        ):
            stretches[-1][1] = number + 1
        else:
            stretches.append([number, number + 1])
    parts, at = [], 0
    for start, end in stretches:
        parts += [(text[at:start], right), (text[start:end], not right)]
        at = end
    return [(part, turned) for part, turned in (*parts, (text[at:], right)) if part]


def _is_against(char: str, *, right: bool) -> bool:
    return bidirectional(char) in (("L",) if right else ("R", "AL"))


def _stretch(text: str, style: str, language: str, *, right: bool) -> str:
    if text.isascii() or right:
        return _run(text, style, language, right=right, eastern=False)
    return "".join(
        _run(part, style, language, right=False, eastern=eastern)
        for part, eastern in scripts.by_script(text)
    )


def _run(text: str, style: str, language: str, *, right: bool, eastern: bool) -> str:
    if language or right or eastern:
        language = scripts.tag(text, language, right=right, eastern=eastern)
    return f"<w:r>{_run_properties(style, language, right, eastern)}{_text(text)}</w:r>"


@cache
def _run_properties(style: str, language: str, right: bool, eastern: bool = False) -> str:
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if eastern:
        font = EASTERN_FONTS.get(language, EASTERN_FONTS["zh-CN"])
        properties += f'<w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/>'
    if style in _SLANTED and (right or eastern):
        # Letters of these scripts have no italics, and a slanted one is a distorted one.
        properties += '<w:iCs w:val="0"/>' if right else '<w:i w:val="0"/>'
    if right:
        properties += "<w:rtl/>"
    if language and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        attribute = "w:bidi" if right else "w:eastAsia" if eastern else "w:val"
        properties += f'<w:lang {attribute}="{language}"/>'
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _text(text: str) -> str:
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    pieces = re.split(r"([\t\n])", text)
    marked = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        marked.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in pieces
        if piece
    )


def _table_properties(block: Table, width: int) -> str:
    title = quoteattr(clean(block.title)[:250])
    description = quoteattr(clean(block.description)[:250])
    return (
        '<w:tblPr><w:tblStyle w:val="BriefingTable"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={title}/><w:tblDescription w:val={description}/></w:tblPr>"
    )


def _row(cells: list[str], widths: list[int], *, is_header: bool) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{inner}</w:tr>"
