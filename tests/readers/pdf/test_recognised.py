"""Recognised lines as paragraphs, with the page that each stands on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.recognised import recognised


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_blocks_are_paragraphs_and_a_date_stands_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\nif [ "$1" = --list-langs ]; then printf "List:\\neng\\n"; exit; fi\n'
        'cat > /dev/null; printf "Allies meet\\n6 January 2020\\n\\nMinisters met\\nhere.\\n"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    ocr.languages.cache_clear()
    warnings: list[str] = []
    paragraphs = recognised([(0, 1, 1, b"\0"), (3, 1, 1, b"\0")], warnings)
    ocr.languages.cache_clear()
    first = [[(0, "Allies meet")], [(0, "6 January 2020")], [(0, "Ministers met"), (0, "here.")]]
    assert [paragraph.parts for paragraph in paragraphs][:3] == first
    assert [paragraph.page for paragraph in paragraphs] == [0, 0, 0, 3, 3, 3]
    assert warnings == ["The text was recognised by machine (eng): compare it with the page."]
