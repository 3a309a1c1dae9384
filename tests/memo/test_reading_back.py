"""The memo as other programs read it: python-docx, mammoth and, where it is there, LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import docx
import mammoth
import pytest
from docx.table import Table as WordTable
from lxml import etree

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import ComposedMemo, Paragraph, Role
from briefing_app.memo import build
from tests.memo.briefings import golden
from tests.memo.docx_lint import W

GOLDEN = Path(__file__).parent / "golden.txt"
SPACES = str.maketrans({"\u00a0": "~", "\u200e": ""})


def normalised(memo: ComposedMemo) -> str:
    """The memo as lines of plain text: role, words, [n] for notes; "~" for a no-break space."""
    lines = []
    for block in memo.blocks:
        if isinstance(block, Paragraph):
            words = "".join(f"[{run.note}]" if run.note else run.text for run in block.runs)
            lines.append(f"{block.role}: {words}")
            continue
        lines.append(f"table: {block.title} ({block.description})")
        lines.append(f"  {' | '.join(block.header)}")
        for row in block.rows:
            lines.append(f"  {' | '.join(''.join(r.text for r in cell) for cell in row)}")
    for note in memo.footnotes:
        lines.append(f"note {note.number}: {''.join(run.text for run in note.runs)}")
    return "\n".join(lines).translate(SPACES) + "\n"


def test_the_golden_memo_reads_as_written_down() -> None:
    assert normalised(build(golden())) == GOLDEN.read_text(encoding="utf-8")


def test_python_docx_reads_every_block_in_order(golden_docx: Path) -> None:
    found: list[str] = []
    for item in docx.Document(str(golden_docx)).iter_inner_content():
        if isinstance(item, WordTable):
            found += ["\t".join(cell.text for cell in row.cells) for row in item.rows]
        else:
            found.append(item.text)
    wanted: list[str] = []
    for block in build(golden()).blocks:
        if isinstance(block, Paragraph):
            wanted.append(block.text)
        else:
            cells = [["".join(r.text for r in cell) for cell in row] for row in block.rows]
            wanted += ["\t".join(row) for row in (block.header, *cells)]
    assert found == wanted


def test_mammoth_reads_text_notes_links_and_tables(golden_docx: Path) -> None:
    with golden_docx.open("rb") as file:
        result = mammoth.convert_to_html(file)
    memo = build(golden())
    text = unescape(re.sub(r"<[^>]+>", "", result.value))
    place = 0
    for block in memo.blocks:
        for run in block.runs if isinstance(block, Paragraph) else ():
            place = text.index(run.text.strip("\t"), place)
    for note in memo.footnotes:
        assert result.value.count(f'id="footnote-{note.number}"') == 1
        assert result.value.count(f'id="footnote-ref-{note.number}"') == 1
        assert "".join(run.text for run in note.runs) in text
    assert result.value.count("<thead>") == sum(not isinstance(b, Paragraph) for b in memo.blocks)
    assert 'id="_bi_e1"' in result.value
    assert 'href="#_src_S1"' in result.value


def test_a_bookmark_holds_the_words_of_its_entry_and_nothing_else(golden_docx: Path) -> None:
    body = docx.Document(str(golden_docx)).element.body
    held = marked_texts(body)
    for block in build(golden()).blocks:
        if isinstance(block, Paragraph) and block.id.startswith("e"):
            assert held[f"_bi_{block.id}"] == block.text


def marked_texts(body: etree._Element) -> dict[str, str]:
    """The text within each bookmark."""
    held: dict[str, str] = {}
    open_marks: dict[str, str] = {}
    for element in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if element.tag == f"{W}bookmarkStart":
            open_marks[element.get(f"{W}id")] = element.get(f"{W}name")
            held[element.get(f"{W}name")] = ""
        elif element.tag == f"{W}bookmarkEnd":
            del open_marks[element.get(f"{W}id")]
        else:
            for name in open_marks.values():
                held[name] += element.text or ""
    return held


@pytest.fixture(scope="module")
def through_libreoffice(
    golden_docx: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """Converts the golden memo; the path of what came out."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")

    def convert(kind: str) -> Path:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, str(golden_docx)], check=True, capture_output=True, timeout=180)
        return folder / f"{golden_docx.stem}.{kind}"

    return convert


def test_entries_and_notes_survive_libreoffice(
    golden_docx: Path, through_libreoffice: Callable[[str], Path]
) -> None:
    before = marked_texts(docx.Document(str(golden_docx)).element.body)
    copy = docx.Document(str(through_libreoffice("docx")))
    after = marked_texts(copy.element.body)
    own = {name: text for name, text in before.items() if name.startswith("_bi_")}
    assert {name: after[name] for name in own} == own
    references = list(copy.element.body.iter(f"{W}footnoteReference"))
    assert len(references) == len(build(golden()).footnotes)


def test_the_printed_memo_has_its_pages_and_notes(
    through_libreoffice: Callable[[str], Path],
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    pdf = through_libreoffice("pdf")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages = text.removesuffix("\f").split("\f")
    assert 2 <= len(pages) <= 3
    for number, page in enumerate(pages, 1):
        assert page.replace(" ", "").count("UNCLASSIFIED") >= 2  # letters stand apart
        assert f"Page {number} of {len(pages)}" in page
    assert "INFORMATIONMEMO" in pages[0].replace(" ", "")
    assert "Nils Berg, “Island ferries stand still,” Harbor Ledger, 7" in pages[0]


def test_writer_and_preview_get_the_same_blocks(printed: Callable[[Briefing], Path]) -> None:
    """The window prints the blocks of `build`; so must the writer, all of them and no more."""
    memo = build(golden())
    document = docx.Document(str(printed(golden())))
    quotes = [b.text for b in memo.blocks if isinstance(b, Paragraph) and b.role is Role.QUOTE]
    assert [p.text for p in document.paragraphs if p.style.name == "Quote"] == quotes
    assert len(document.tables) == sum(not isinstance(b, Paragraph) for b in memo.blocks)
