from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from briefing_app import resources


def test_icons_and_changelog_are_found() -> None:
    assert ElementTree.parse(resources.path("icons/briefing-app.svg")).getroot().tag.endswith("svg")
    assert resources.path("changelog.md").read_text("utf-8").startswith("# What is new")


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        resources.path("icons/none.svg")


def test_the_sample_articles_are_there() -> None:
    assert len([f for f in resources.seeds_folder().iterdir() if f.suffix in (".txt", ".html")]) > 3
