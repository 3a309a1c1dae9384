"""All that a memo can be written as, by name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from briefing_app.domain.article import Original
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import ComposedMemo
from briefing_app.memo import evidence_pack, html_writer, libreoffice, markdown_writer, quotes_table
from briefing_app.memo.export import checked
from briefing_app.memo.form import Form, of
from briefing_app.memo.whole_file import write_whole

SUFFIXES = {
    "word": ".docx",
    "pdf": ".pdf",
    "html": ".html",
    "markdown": ".md",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "pack": ".zip",
}
"""The outputs, and how their files' names end. "xlsx" and "csv": a table of the quotes; "pack":
the memo with everything that it rests on."""

OriginalOf = Callable[[str], Original]
PdfMaker = Callable[[ComposedMemo, Form], bytes]
Progress = Callable[[object], None]


def of_path(path: str | os.PathLike[str]) -> str:
    """The output that a file's name asks for; Word where it asks for none of them."""
    suffix = Path(path).suffix.lower()
    return next((name for name, own in SUFFIXES.items() if own == suffix), "word")


def write(
    briefing: Briefing,
    path: str | os.PathLike[str],
    output: str,
    *,
    marked: bool = False,
    original_of: OriginalOf | None = None,
    make_pdf: PdfMaker | None = None,
    progress: Progress | None = None,
) -> None:
    """Write one of SUFFIXES to `path`; a file that is there is replaced. Raises as `to_bytes`,
    and UnreadableFile or TargetInUse: it cannot be written there."""
    data = to_bytes(
        briefing,
        output,
        marked=marked,
        original_of=original_of,
        make_pdf=make_pdf,
        progress=progress,
    )
    if progress is not None:
        progress(None)
    write_whole(path, data)


def to_bytes(
    briefing: Briefing,
    output: str,
    *,
    marked: bool = False,
    original_of: OriginalOf | None = None,
    make_pdf: PdfMaker | None = None,
    progress: Progress | None = None,
) -> bytes:
    """One of SUFFIXES as the bytes of its file.

    marked       quotes that are not verbatim go out with a mark, and stop nothing
    original_of  gives the original of an article id, for the pack
    make_pdf     prints the memo where LibreOffice is not installed
    progress     called with None now and then; what it raises goes on

    Raises QuotesDiffer, MarkingMissing: as `checked`; tables of quotes tell verbatim from other
    ones themselves. UnreadableFile: LibreOffice failed, or is missing without `make_pdf`.
    """
    step = progress or _ignore
    step(None)
    if output == "xlsx":
        return quotes_table.to_xlsx(briefing)
    if output == "csv":
        return quotes_table.to_csv(briefing)
    memo, form = checked(briefing, marked=marked), of(briefing.memo)
    step(None)
    if output == "html":
        return html_writer.to_html(memo).encode("utf-8", "replace")
    if output == "markdown":
        return markdown_writer.to_markdown(memo).encode("utf-8", "replace")
    if output == "pdf" and make_pdf is not None and not libreoffice.program():
        return make_pdf(memo, form)
    docx = _docx(briefing, memo, form)
    step(None)
    if output == "pdf":
        return libreoffice.to_pdf(docx, progress=progress)
    if output == "pack":
        assert original_of is not None
        return evidence_pack.to_zip(briefing, docx, original_of)
    return docx


def _docx(briefing: Briefing, memo: ComposedMemo, form: Form) -> bytes:
    # Word's library takes a quarter of a second to load, so only who needs it pays for it.
    from briefing_app.memo import docx_writer
    from briefing_app.memo.office_template.template import open_template

    office = briefing.memo.options.get("template", "")
    return docx_writer.to_bytes(memo, form, open_template(office) if office else None)


def _ignore(_value: object) -> None:
    """Nobody wants to know."""
