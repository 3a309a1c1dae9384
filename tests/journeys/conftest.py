"""A screen for the journeys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.hands import ROOT, Hands
from tests.journeys.screen import Screen
from tests.journeys.screen_reader import ScreenReader


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen with mouse and keyboard; skips where a program for it is missing."""
    if missing := Screen.missing():
        pytest.skip(f"no screen of its own: {', '.join(missing)} missing")
    # Pictures stay where they are asked for, to be looked at.
    folder = Path(os.environ.get("BRIEFING_APP_PICTURES") or tmp_path) / tmp_path.name
    folder.mkdir(parents=True, exist_ok=True)
    with Screen(folder.resolve()) as screen:
        yield screen


@pytest.fixture
def reader(screen: Screen) -> Iterator[ScreenReader]:
    """What reads that screen aloud; skips where there is none."""
    if missing := ScreenReader.missing():
        pytest.skip(f"no screen reader: {', '.join(missing)} missing")
    screen.use_home(ROOT)
    reader = ScreenReader(screen)
    yield reader
    reader.close()


@pytest.fixture
def hands(screen: Screen, reader: ScreenReader) -> Hands:
    """The program on that screen."""
    return Hands(screen, reader)
