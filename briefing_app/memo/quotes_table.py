"""The quotes of a memo as a table, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Entry, Kind, Stance, arrange
from briefing_app.memo import citation, form
from briefing_app.memo.fixed_zip import EARLIEST, repack
from briefing_app.memo.integrity import check_quotes
from briefing_app.memo.sources import paragraphs
from briefing_app.memo.word_xml import clean
from briefing_app.memo.wording import bare_quote

COLUMNS = (
    "quote", "speaker", "role", "section", "outlet", "headline", "author", "date", "paragraph",
    "address", "translation", "verbatim",
)  # fmt: skip
_WIDTHS = {"quote": 70, "headline": 45, "address": 40, "translation": 50}
_USUAL_WIDTH = 18
DAY = len("2020-01-06")
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def rows(briefing: Briefing) -> Iterator[tuple[str, ...]]:
    """One row a quote, in reading order; the cells of COLUMNS."""
    used = form.of(briefing.memo)
    yes, no = used.labels["yes"], used.labels["no"]
    differing = {difference.entry_id for difference in check_quotes(briefing)}
    for title, entry in _quotes(briefing):
        said = bare_quote(entry.text)
        ties = (
            tie
            for tie in sorted(briefing.evidence, key=lambda tie: (tie.position, tie.id))
            if tie.entry_id == entry.id and tie.stance is Stance.SUPPORTING
        )
        excerpt = next((briefing.excerpts[tie.excerpt_id] for tie in ties), None)
        if excerpt is None:
            blank = ("",) * (len(COLUMNS) - 6)
            yield (said, "", "", title, *blank, entry.translation, no)
            continue
        article = briefing.articles[excerpt.article_id]
        yield (
            said, excerpt.speaker, excerpt.speaker_role, title, article.publisher,
            article.headline, article.byline, article.published[:DAY],
            citation.ranges(paragraphs(article, excerpt)), article.url, entry.translation,
            no if entry.id in differing else yes,
        )  # fmt: skip


def to_csv(briefing: Briefing) -> bytes:
    """Comma-separated, UTF-8 with a mark for Excel; what would be taken for a formula is quoted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(_header(briefing))
    writer.writerows([_harmless(cell) for cell in row] for row in rows(briefing))
    return text.getvalue().encode("utf-8-sig", "replace")


def to_xlsx(briefing: Briefing) -> bytes:
    """A workbook with one sheet; every cell is text."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = form.of(briefing.memo).labels["quotes"][:31]
    for number, line in enumerate([_header(briefing), *rows(briefing)], 1):
        for column, text in enumerate(line, 1):
            cell = sheet.cell(number, column)
            cell.value = clean(text)
            # Otherwise a quotation that begins with "=" would be a formula.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True, color="1B2A41")
                cell.fill = PatternFill("solid", fgColor="EEF2F7")
    for column, name in enumerate(COLUMNS, 1):
        width = _WIDTHS.get(name, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    book.properties.creator = ""
    book.properties.created = datetime(*EARLIEST)
    packed = io.BytesIO()
    book.save(packed)
    return repack(packed.getvalue(), {"docProps/core.xml": _without_time})


def _without_time(properties: bytes) -> bytes:
    """The properties of a workbook saved at the earliest moment: openpyxl puts in the present."""
    moment = datetime(*EARLIEST).isoformat().encode()
    return _SAVED.sub(rb"\g<1>" + moment + b"Z", properties)


def _header(briefing: Briefing) -> tuple[str, ...]:
    columns = form.of(briefing.memo).columns
    return tuple(columns[f"quotes_{name}"] for name in COLUMNS)


def _quotes(briefing: Briefing) -> Iterator[tuple[str, Entry]]:
    for place in arrange(briefing.sections):
        inside = [e for e in briefing.entries if e.section_id == place.section.id]
        for entry in sorted(inside, key=lambda e: (e.position, e.id)):
            if entry.kind is Kind.QUOTE:
                yield place.section.title, entry


def _harmless(text: str) -> str:
    """A cell that a spreadsheet shows and does not work out (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and text else text
