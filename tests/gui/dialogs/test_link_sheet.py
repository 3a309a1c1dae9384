"""The sheet that asks what to do about a link."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from briefing_app.gui.dialogs.link_sheet import SHOWN, LinkSheet
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.theme import Theme


def make(qtbot, *links: Link, may_fetch: bool = False) -> LinkSheet:
    sheet = LinkSheet(links, may_fetch=may_fetch)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def words(sheet: LinkSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def test_the_whole_address_can_be_read_and_copied(theme: Theme, qtbot) -> None:
    url = "https://example.org/" + "a/" * 200
    sheet = make(qtbot, Link(url, "The <b>story</b>"))
    (line,) = sheet.findChildren(QLineEdit)
    assert line.text() == url and line.isReadOnly()
    assert "The <b>story</b>" in words(sheet)
    assert sheet.width() < 900


def test_what_going_online_means_is_told_until_it_is_allowed(theme: Theme, qtbot) -> None:
    assert "does not go online by itself" in words(make(qtbot, Link("https://example.org/")))
    allowed = make(qtbot, Link("https://example.org/"), may_fetch=True)
    assert "does not go online by itself" not in words(allowed)


@pytest.mark.parametrize(
    ("url", "is_told"), [("http://192.168.1.1/", True), ("https://example.org/", False)]
)
def test_an_address_of_the_own_network_is_told(theme: Theme, qtbot, url: str, is_told) -> None:
    assert ("in your own network" in words(make(qtbot, Link(url)))) is is_told


def test_many_links_are_counted(theme: Theme, qtbot) -> None:
    links = [Link(f"https://example.org/{number}") for number in range(SHOWN + 3)]
    sheet = make(qtbot, *links)
    assert len(sheet.findChildren(QLineEdit)) == SHOWN
    assert "… and 3 more" in words(sheet)


def test_while_a_page_is_fetched_only_giving_up_is_possible(theme: Theme, qtbot) -> None:
    sheet = make(qtbot, Link("https://example.org/"))
    sheet.fetching("Fetching …")
    assert not sheet.fetch_button.isEnabled() and not sheet.file_button.isEnabled()
    with qtbot.waitSignal(sheet.cancel_requested):
        sheet.reject()
