"""What tests of the memo share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.memo import build, docx_writer
from tests.memo.briefings import golden


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Briefing], Path]:
    """Writes a briefing's memo, without asking after its quotes; the path of the .docx."""

    def write(briefing: Briefing) -> Path:
        path = tmp_path_factory.mktemp("memo") / "memo.docx"
        docx_writer.write(build(briefing), path)
        return path

    return write


@pytest.fixture(scope="session")
def golden_docx(printed: Callable[[Briefing], Path]) -> Path:
    """The golden briefing's memo."""
    return printed(golden())
