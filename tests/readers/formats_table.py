"""Writes the README's table of formats from what the samples come out as.

Run `python -m tests.readers.formats_table` in the checkout to bring the README up to date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing_app import libreoffice
from briefing_app.readers.pdf import ocr
from briefing_app.readers.registry import FORMATS
from tests.readers.expected import Sample, samples

README = Path(__file__).resolve().parents[2] / "README.md"
COLUMNS = {"text": "text", "headline": "headline", "published": "date", "byline": "author",
           "publisher": "outlet"}  # fmt: skip

_INSTALLED: dict[str, Callable[[], object]] = {
    "LibreOffice": libreoffice.program,
    "tesseract": ocr.languages,
}
_EXPORTS = {"nexis": "Nexis Uni export", "lexisnexis": "LexisNexis export of before 2020",
            "factiva": "Factiva export", "proquest": "ProQuest export",
            "europresse": "Europresse export", "genios": "GENIOS or WISO export",
            "newsbank": "NewsBank export", "ebsco": "EBSCO export",
            "gale": "Gale export"}  # fmt: skip
_TABLE = re.compile(r"(?<=\n)\| format \|.*?\n(?=\n)", re.S)


def table() -> str:
    """The table in Markdown: a line a format, a mark where all its samples come out right."""
    head = ("format", "files", *COLUMNS.values())
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * 2}{':-:|' * len(COLUMNS)}"]
    return "\n".join([*lines, *_rows()]) + "\n"


def stated_table() -> str:
    """The table as it stands in the README."""
    found = _TABLE.search(README.read_text(encoding="utf-8"))
    assert found, "the README has no table of formats"
    return found[0]


def _rows() -> Iterator[str]:
    for form in FORMATS:
        of_form = [s for s in samples() if not _export(s) and s.media_type == form.media_type]
        if form.extensions:
            files = ", ".join(f"`{extension}`" for extension in form.extensions)
            name = f"{form.name} (with {form.needs})" if form.needs else form.name
            if form.needs and not _INSTALLED[form.needs]():
                yield _stated_row(name)
                continue
            assert of_form, f"there is no sample of {name}"
            yield _row(name, files, of_form)
    for start, name in _EXPORTS.items():
        of_export = [sample for sample in samples() if _export(sample) == start]
        files = ", ".join(sorted({f"`{Path(sample.file).suffix}`" for sample in of_export}))
        yield _row(name, files, of_export)


def _stated_row(name: str) -> str:
    """The README's own row of a format that cannot be read on this computer."""
    rows = stated_table().splitlines()
    return next(row for row in rows if row.startswith(f"| {name} |"))


def _row(name: str, files: str, found: list[Sample]) -> str:
    marks = [_mark(field, found) for field in COLUMNS]
    return f"| {' | '.join((name, files, *marks))} |"


def _mark(field: str, found: list[Sample]) -> str:
    """ "✓": right in all samples; "–": none of them states it; "✗": wrong in one."""
    if not all(sample.is_right(field) for sample in found):
        return "✗"
    stated = any(sample.expected.get(field) for sample in found)
    return "✓" if stated or field == "text" else "–"


def _export(sample: Sample) -> str:
    """The database that a sample is exported from, "" for none."""
    folder, _, name = sample.file.rpartition("/")
    return name.partition("-")[0] if folder == "exports" else ""


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(_TABLE.sub(lambda _: table(), text), encoding="utf-8")
