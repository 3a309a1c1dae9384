"""Garbage dies in the window's thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from briefing_app.gui.garbage import OLD_EVERY, THOROUGH_EVERY, GarbageCollector


class Cycle:
    """Refers to itself; `died_in` names the thread that collected it."""

    def __init__(self, died_in: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: died_in.append(threading.current_thread().name))


@pytest.fixture
def collector(qapp: QObject) -> Iterator[GarbageCollector]:
    collector = GarbageCollector(qapp)
    yield collector
    collector.stop()


def allocate_much() -> None:
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_another_thread_collects_nothing(collector: GarbageCollector) -> None:
    died_in: list[str] = []
    Cycle(died_in)
    thread = threading.Thread(target=allocate_much)
    thread.start()
    thread.join()
    assert died_in == []
    for _ in range(OLD_EVERY):
        collector.collect()
    assert died_in == [threading.main_thread().name]


def test_young_garbage_goes_soon(collector: GarbageCollector) -> None:
    died_in: list[str] = []
    Cycle(died_in)
    kept = [[number] for number in range(2000)]
    collector.collect()
    assert died_in == [threading.main_thread().name]
    assert kept


def test_what_has_stayed_for_long_is_gone_over_seldom(collector: GarbageCollector) -> None:
    died_in: list[str] = []
    kept = Cycle(died_in)
    for _ in range(OLD_EVERY):
        collector.collect()
    del kept
    for _ in range(OLD_EVERY):
        collector.collect()
    assert died_in == []
    for _ in range(OLD_EVERY * (THOROUGH_EVERY - 2)):
        collector.collect()
    assert died_in == [threading.main_thread().name]


def test_python_takes_over_again_at_the_end(qapp: QObject) -> None:
    GarbageCollector(qapp).stop()
    assert gc.isenabled()
