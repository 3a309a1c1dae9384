"""Print a composed memo as a Word document. Knows Word, knows no briefing.

python-docx gives the package; the body is built as XML, because its own way through
paragraphs and styles takes quadratic time.
"""

from __future__ import annotations

import io
import os
import re
from datetime import datetime

from docx.document import Document

from briefing_app.domain.memo import Block, ComposedMemo, Paragraph, Picture, Role
from briefing_app.memo import timeline_picture
from briefing_app.memo.docx_paper import OwnPaper, Paper, saved
from briefing_app.memo.docx_tables import fitting
from briefing_app.memo.extent import measure
from briefing_app.memo.fixed_zip import EARLIEST
from briefing_app.memo.footnotes import add_footnotes, add_links
from briefing_app.memo.form import DEFAULT, TWIPS_A_INCH, Form, load
from briefing_app.memo.office_template.paper import OfficePaper
from briefing_app.memo.office_template.template import OfficeTemplate
from briefing_app.memo.whole_file import write_whole
from briefing_app.memo.word_xml import Links, Marks, clean, drawing, paragraph, table

KEPT = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.CAPTION)
"""Roles whose paragraphs stay on the page of what follows, whatever an office's styles say."""

FULL_ENOUGH, TOO_FULL = 0.6, 0.93
"""Shares of the body's last page between which the annexes begin on a new one: below, they would
leave it half empty; above, the reckoning may be wrong and the page hold but a line."""


def write(
    memo: ComposedMemo,
    path: str | os.PathLike[str],
    form: Form | None = None,
    template: OfficeTemplate | None = None,
) -> None:
    """Write the memo to `path`, whole or not at all; a file that is there is replaced.

    Raises UnreadableFile: it cannot be written there. TargetInUse: it is open elsewhere.
    """
    write_whole(path, to_bytes(memo, form, template))


def to_bytes(
    memo: ComposedMemo, form: Form | None = None, template: OfficeTemplate | None = None
) -> bytes:
    """The .docx file, in the office's template if there is one; the same memo, the same bytes."""
    form = form or load(DEFAULT)
    paper: Paper = OfficePaper(template, form) if template else OwnPaper(form)
    marks = Marks()
    paper.put_margins(memo)
    blocks = _body(paper, memo, marks)
    add_footnotes(paper, memo, marks)
    _set_properties(paper.document, memo, paper.form)
    return saved(paper, blocks)


def _body(paper: Paper, memo: ComposedMemo, marks: Marks) -> str:
    """All blocks as XML; the package gets the links, lists and pictures that they need."""
    links = Links()
    lists = paper.lists(run_on=memo.has_one_numbering)
    width = paper.form.page.text_width
    blocks: list[str] = []
    # How much room an office's own styles take is not reckoned: the annexes follow on.
    new_page = _first_on_new_page(memo, paper.form) if isinstance(paper, OwnPaper) else -1
    for block, following in zip(memo.blocks, (*memo.blocks[1:], None), strict=True):
        if isinstance(block, Paragraph):
            told = paragraph(
                block,
                links,
                marks,
                lists.number_id(block),
                level=lists.level(block),
                is_kept=_is_kept(block, following),
                is_tight=_goes_on(block, following),
                is_on_new_page=len(blocks) == new_page,
            )
            blocks.append(told)
        elif isinstance(block, Picture):
            blocks.append(_picture(paper.document, block, len(blocks) + 1, width))
        else:
            has_note = isinstance(following, Paragraph) and following.role is Role.TABLE_NOTE
            fitted = fitting(block, width, paper.form.page.size_pt)
            blocks.append(table(fitted, width, links, marks, has_note=has_note))
    add_links(paper.document.part, links)
    return "".join(blocks)


def _is_kept(block: Paragraph, following: Block | None) -> bool:
    """An office's own styles may not keep what belongs together on one page."""
    if isinstance(following, Paragraph):
        return block.role in KEPT or _goes_on(block, following)
    return following is not None


def _goes_on(block: Paragraph, following: Block | None) -> bool:
    """True for a quote whose translation or source is still to come."""
    if block.role is not Role.QUOTE or not isinstance(following, Paragraph):
        return False
    return following.role is Role.QUOTE_SOURCE or (
        following.role is Role.QUOTE and not following.id
    )


def _first_on_new_page(memo: ComposedMemo, form: Form) -> int:
    """The first annex where the body's last page is full enough, -1 where annexes follow on."""
    if not 0 < memo.body_length < len(memo.blocks):
        return -1
    used = measure(memo, form).pages % 1
    return memo.body_length if FULL_ENOUGH < used < TOO_FULL else -1


def _picture(document: Document, block: Picture, number: int, text_width: int) -> str:
    """A drawn block, no wider than the text."""
    relation, _ = document.part.get_or_add_image(io.BytesIO(timeline_picture.to_png(block)))
    width, height = timeline_picture.size_in(block)
    share = min(1.0, text_width / TWIPS_A_INCH / width)
    return drawing(block, relation, number, (width * share, height * share))


def _set_properties(document: Document, memo: ComposedMemo, form: Form) -> None:
    """Title, subject, language and the memo's own date; no name of a user, no time of day."""
    core = document.core_properties
    core.title = clean(memo.subject or memo.title)[:255]
    core.subject = clean(memo.title)[:255]
    core.author = ""
    core.last_modified_by = ""
    core.comments = ""
    core.keywords = ""
    core.category = clean(memo.banner)[:255]
    core.language = memo.language
    core.revision = 1
    core.created = core.modified = _day(memo.date, form) or datetime(*EARLIEST)


def _day(date: str, form: Form) -> datetime | None:
    """The day that a printed date names, None where it names none."""
    match = re.fullmatch(r"(\d\d?)\.?\s(\w+)\s([12]\d{3})", date)
    if match is None or match[2] not in form.months:
        return None
    try:
        return datetime(int(match[3]), form.months.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None
