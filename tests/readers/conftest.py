"""The sample articles, and a short way to read text and pages that a test writes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_app.domain.article import Article, ReadFile
from briefing_app.readers import read, read_bytes
from briefing_app.readers.pdf import ocr
from tests.readers.expected import SEEDS, seed_files

TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length. " * 3


@pytest.fixture(params=seed_files(), ids=lambda path: path.relative_to(SEEDS).as_posix())
def seed(request: pytest.FixtureRequest) -> ReadFile:
    """Each file of samples in turn."""
    return read(request.param)


@pytest.fixture
def read_page() -> Callable[..., Article]:
    """Read a page with a head and a body of one's own; a text that is long enough is added."""

    def page(head: str = "", body: str = "") -> Article:
        text = f"<p>{TEXT}</p><p>Second paragraph. {TEXT}</p>"
        html = f"<html><head>{head}</head><body><article>{body}{text}</article></body></html>"
        return read_bytes("page.html", html.encode()).articles[0]

    return page


@pytest.fixture
def read_lines() -> Callable[..., Article]:
    """Read a text file made of paragraphs."""

    def lines(*paragraphs: str) -> Article:
        return read_bytes("article.txt", "\n\n".join(paragraphs).encode()).articles[0]

    return lines


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Which languages can be recognised is asked anew before and after each test."""
    ocr.languages.cache_clear()
    yield
    ocr.languages.cache_clear()


@pytest.fixture
def install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten: None
) -> Callable[..., None]:
    """Put a tesseract in place of what is installed, which answers as a line of a shell does.

    It keeps the first bytes of what it is handed in the file "given".
    """

    def put(answer: str, *languages: str) -> None:
        listed = "".join(f"{language}\\n" for language in languages or ("eng",))
        program = tmp_path / "tesseract"
        program.write_text(
            f'#!/bin/sh\nif [ "$1" = --list-langs ]; then printf "List:\\n{listed}"; exit; fi\n'
            f"head -c 15 >> {tmp_path}/given; cat > /dev/null\n{answer}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return put
