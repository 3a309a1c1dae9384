"""Files that are given to the program at its start and later."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeDatabase, QUrl

from briefing_app import readers, resources
from briefing_app.gui.intake.opening import Opening, given_paths, open_first
from briefing_app.gui.main_window import MainWindow
from briefing_app.store import Store

TEXT = "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday."


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "an article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def imported(qtbot, window: MainWindow) -> list[str]:
    """Headlines, once the import is over."""
    qtbot.waitUntil(lambda: not window.importer.is_running, timeout=20_000)
    articles = window.session.store.articles
    return [row.headline for row in articles.rows(articles.ids())]


def test_arguments_may_be_paths_or_addresses(article: str) -> None:
    address = QUrl.fromLocalFile(article).toEncoded().data().decode()
    assert given_paths([article, address, "file://host/share/a.txt"]) == [article, article]


def test_articles_come_into_the_last_briefing(
    qtbot, window: MainWindow, sample: Path, article: str
) -> None:
    open_first(window, [article], str(sample))
    assert window.session.store.path == sample
    assert "NATO meets over Iran" in imported(qtbot, window)


def test_articles_come_into_a_new_briefing_where_there_was_none(
    qtbot, window: MainWindow, article: str
) -> None:
    open_first(window, [article], "")
    assert window.session.store.title == "Untitled briefing"
    assert imported(qtbot, window) == ["NATO meets over Iran"]


def test_a_briefing_and_articles_come_together(
    qtbot, window: MainWindow, sample: Path, article: str
) -> None:
    open_first(window, [article, str(sample)], "")
    assert window.session.store.path == sample
    assert "NATO meets over Iran" in imported(qtbot, window)


def test_articles_of_a_second_start_are_imported_here(
    qtbot, window: MainWindow, sample: Path, article: str
) -> None:
    window.files.open(sample)
    assert Opening(window).take([str(sample), article])
    assert "NATO meets over Iran" in imported(qtbot, window)


def test_another_briefing_has_a_window_of_its_own(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.briefing"
    Store.create(other, "Other").close()
    window.files.open(sample)
    assert not Opening(window).take([str(other)])
    assert window.session.store.path == sample


def test_a_minimised_window_comes_back(window: MainWindow, sample: Path) -> None:
    window.files.open(sample)
    window.showMinimized()
    assert Opening(window).take([])
    assert not window.isMinimized()


def test_the_desktop_may_ask_for_a_file(
    qtbot, window: MainWindow, sample: Path, article: str
) -> None:
    opening = Opening(window)
    opening.open_file(str(sample))
    assert window.session.store.path == sample
    opening.open_file(article)
    assert "NATO meets over Iran" in imported(qtbot, window)


OTHERS = {"image/nitf", "application/pgp-signature"}
"""Kinds of files that some desktops take .nitf and .asc for, and which we cannot open."""


def test_the_desktop_is_told_of_every_kind_of_file_that_can_be_read(qapp) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(resources.path("briefing-app.desktop"), encoding="utf-8")
    # Desktops write these names in different cases.
    offered = set(entry["Desktop Entry"]["MimeType"].lower().strip(";").split(";"))
    known = QMimeDatabase()
    for extension in readers.EXTENSIONS:
        kinds = {kind.name().lower() for kind in known.mimeTypesForFileName(f"a{extension}")}
        assert kinds <= OTHERS or kinds & offered, (extension, kinds)
    assert entry["Desktop Entry"]["Exec"].endswith("%F")
    assert "application/x-briefing" in offered
