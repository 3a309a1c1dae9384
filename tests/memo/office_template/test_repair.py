"""Faults that Word passes over: the template is used all the same, and the memo is sound."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from briefing_app.memo import build
from briefing_app.memo.docx_writer import to_bytes
from briefing_app.memo.office_template.fields import W
from briefing_app.memo.office_template.package import read
from briefing_app.memo.office_template.repair import repair
from briefing_app.memo.office_template.template import open_template
from tests.memo.briefings import golden
from tests.memo.docx_lint import lint
from tests.memo.office_templates import (
    DOCUMENT,
    DOCUMENT_RELS,
    NUMBERING,
    TYPES,
    before,
    dotx,
    edited,
    letterhead,
    related,
)

Change = Callable[[str], str]


def without(pattern: str) -> Change:
    return lambda text: re.sub(pattern, "", text, count=1)


FAULTS: dict[str, dict[str, Change]] = {
    "a list without a number": {NUMBERING: without(' w:numId="[0-9]+"')},
    "a list without a definition": {NUMBERING: without('<w:abstractNumId w:val="[0-9]+"/>')},
    "a definition without a number": {NUMBERING: without(' w:abstractNumId="[0-9]+"')},
    "a level without a number": {NUMBERING: without(' w:ilvl="[0-9]+"')},
    "a list that is there twice": {
        NUMBERING: lambda text: re.sub("(<w:num .*?</w:num>)", r"\1\1", text, count=1, flags=re.S)
    },
    "a header that is not named": {DOCUMENT: without(' r:id="rId[0-9]+"')},
    "a header of no kind": {DOCUMENT: without(' w:type="default"')},
    "a header that is there twice": {
        DOCUMENT: lambda text: re.sub("(<w:headerReference [^>]*/>)", r"\1\1", text, count=1)
    },
    "styles that are there twice": {DOCUMENT_RELS: related("rTwo", "styles", "styles.xml")},
    "styles of another content type": {
        TYPES: lambda text: text.replace("wordprocessingml.styles+xml", "wordprocessingml.x+xml")
    },
    "settings of no content type": {
        TYPES: lambda text: re.sub("<Override[^>]*settings.xml[^>]*/>", "", text, flags=re.I)
    },
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_memo_in_a_faulty_template_is_sound(tmp_path: Path, fault: str) -> None:
    (tmp_path / "office.docx").write_bytes(edited(letterhead(), FAULTS[fault]))
    template = open_template(tmp_path / "office.docx")
    (tmp_path / "memo.docx").write_bytes(to_bytes(build(golden()), None, template))
    problems = lint(tmp_path / "memo.docx")
    assert [problem for problem in problems if "uses" not in problem] == []
    document = docx.Document(str(tmp_path / "memo.docx"))
    assert "What happened" in [paragraph.text for paragraph in document.paragraphs]


def test_a_list_that_lacks_its_definition_is_gone(tmp_path: Path) -> None:
    own = '<w:num w:numId="77"><w:abstractNumId w:val="999"/></w:num>'
    (tmp_path / "office.docx").write_bytes(
        edited(letterhead(), {NUMBERING: before("</w:numbering>", own)})
    )
    package = read(tmp_path / "office.docx")
    repair(package)
    lists = [n.get(f"{W}numId") for n in package.roots["word/numbering.xml"].iter(f"{W}num")]
    assert lists
    assert "77" not in lists


def test_a_sound_template_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "office.dotx").write_bytes(dotx())
    package = read(tmp_path / "office.dotx")
    as_it_was = package.pack()
    repair(package)
    assert package.pack() == as_it_was
