"""The user's own names of outlets."""

from __future__ import annotations

import tomllib

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from briefing_app import resources, settings
from briefing_app.gui.dialogs.outlet_names import EXAMPLE, OutletNames
from briefing_app.gui.theme import Theme
from briefing_app.readers.particulars.outlets import extend, of_address


class Desktop(QObject):
    """Stands in for the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop():
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture(autouse=True)
def as_shipped():
    yield
    extend(settings.config_folder() / "none.toml")


def test_the_list_begins_with_examples_that_say_nothing_yet(
    theme: Theme, desktop: Desktop, qtbot
) -> None:
    names = OutletNames()
    qtbot.addWidget(names)
    names.button.click()
    file = settings.config_folder() / settings.OUTLETS
    assert desktop.opened == [str(file)]
    assert extend(file) == ""
    lines = resources.path(EXAMPLE).read_text(encoding="utf-8").splitlines()
    examples = "\n".join(line[2:] for line in lines if " = " in line or "[[" in line)
    file.write_text(examples, encoding="utf-8")
    assert len(tomllib.loads(examples)["outlet"]) == 2
    assert extend(file) == ""
    assert of_address("https://www.harborledger.example/a") == "Harbor Ledger"


def test_a_list_that_is_there_is_opened_as_it_is(theme: Theme, desktop: Desktop, qtbot) -> None:
    file = settings.config_folder() / settings.OUTLETS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[[outlet]]\nname = "A"\n', encoding="utf-8")
    names = OutletNames()
    qtbot.addWidget(names)
    names.button.click()
    assert file.read_text(encoding="utf-8") == '[[outlet]]\nname = "A"\n'
    assert names.fault.isHidden()


def test_what_is_wrong_with_the_list_is_said(theme: Theme, qtbot) -> None:
    file = settings.config_folder() / settings.OUTLETS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[[outlet\n", encoding="utf-8")
    names = OutletNames()
    qtbot.addWidget(names)
    assert not names.fault.isHidden()
    assert "outlets.toml" in names.fault.text() and "line 1" in names.fault.text()
