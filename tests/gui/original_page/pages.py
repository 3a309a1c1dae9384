"""A file of several pages, and the buttons above them."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from briefing_app.domain.article import Article, Original
from briefing_app.gui.original_page.view import OriginalPage
from tests.readers.pdf_samples import Text, column, make_pdf, set_lines

WORDS = "ministers alliance mission Iraq officials spoke about hours named Brussels again"
CHANCE = random.Random(7)
PARAGRAPHS = [
    f"Item {number} of the {' '.join(CHANCE.choices(WORDS.split(), k=24))}." for number in range(20)
]
Show = Callable[[Original, Article], None]


def pdf() -> bytes:
    lines = set_lines(PARAGRAPHS, 88)
    pages = [column(lines[at : at + 30], 50, 740, 10) for at in range(0, len(lines), 30)]
    return make_pdf(
        [[Text(50, 780, "Ministers meet again in Brussels", 20), *pages[0]], *pages[1:]]
    )


def click(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def button(page: OriginalPage, name: str) -> QToolButton:
    return next(b for b in page.findChildren(QToolButton) if b.accessibleName() == name)


def label(page: OriginalPage) -> str:
    return page.head.label
