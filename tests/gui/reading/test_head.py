"""The strip above the article."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton

from briefing_app.domain.article import Article
from briefing_app.gui.reading.head import ReadingHead


def test_the_crumb_is_cut_to_the_room_and_whole_in_its_tooltip(theme, qtbot) -> None:
    head = ReadingHead(theme)
    qtbot.addWidget(head)
    head.resize(400, 40)
    head.show()
    (label,) = head.findChildren(QLabel)
    crumb = "Harbor Ledger  ·  " + "a very long headline " * 9
    head.set_crumb(crumb)
    assert label.text() == ""
    head.set_raised(True)
    assert label.text().startswith("Harbor Ledger") and label.text().endswith("…")
    assert label.toolTip() == crumb
    head.resize(2400, 40)
    assert label.text() == crumb
    assert label.toolTip() == ""


def test_a_long_headline_does_not_widen_the_pane(theme, qtbot) -> None:
    head = ReadingHead(theme)
    qtbot.addWidget(head)
    head.set_raised(True)
    before = head.minimumSizeHint().width()
    head.set_crumb("word " * 300)
    assert head.minimumSizeHint().width() == before


def test_the_button_for_details_tells_where_each_particular_came_from(theme, qtbot) -> None:
    head = ReadingHead(theme)
    qtbot.addWidget(head)
    article = Article(
        "Head", "Text.", byline="Jane Doe", provenance={"headline": "JSON-LD", "byline": "byline"}
    )
    head.set_origins(article)
    (tip,) = [
        b.toolTip() for b in head.findChildren(QToolButton) if b.accessibleName() == "Edit details"
    ]
    assert tip.splitlines() == [
        "Edit details (Ctrl+D)", "Headline – from: page data", "Outlet – not in the file",
        "Author – from: byline", "Publication date – not in the file",
    ]  # fmt: skip
