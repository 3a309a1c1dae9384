"""Functions in another thread, their results in this one."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThreadPool

from briefing_app.gui import tasks


def test_a_result_arrives_in_the_window_s_thread(qtbot) -> None:
    heard = []

    def done(result: int) -> None:
        heard.append((result, threading.current_thread()))

    tasks.run(threading.get_ident, done=done)
    qtbot.waitUntil(lambda: bool(heard))
    result, thread = heard[0]
    assert thread is threading.main_thread()
    assert result != threading.get_ident()


def test_arguments_are_passed_on(qtbot) -> None:
    heard: list[int] = []
    tasks.run(pow, 2, 10, done=heard.append)
    qtbot.waitUntil(lambda: heard == [1024])


def test_a_failure_is_handed_over(qtbot) -> None:
    heard: list[Exception] = []
    tasks.run(int, "no number", failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert isinstance(heard[0], ValueError)


def test_a_failure_that_nobody_takes_is_raised(qtbot) -> None:
    with qtbot.captureExceptions() as raised:
        tasks.run(int, "no number")
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_progress_arrives_in_order(qtbot) -> None:
    steps: list[int] = []
    heard: list[str] = []

    def work(progress: Callable[[int], None]) -> str:
        for step in range(5):
            progress(step)
        return "done"

    tasks.run(work, done=heard.append, progress=steps.append)
    qtbot.waitUntil(lambda: heard == ["done"])
    assert steps == [0, 1, 2, 3, 4]


def test_a_cancelled_task_stops_at_its_next_step_and_says_nothing(qtbot) -> None:
    begun, go_on, stopped = threading.Event(), threading.Event(), threading.Event()
    heard: list[object] = []

    def work(progress: Callable[[int], None]) -> None:
        begun.set()
        go_on.wait(10)
        try:
            progress(1)
        except tasks.Cancelled:
            stopped.set()
            raise

    task = tasks.run(work, done=heard.append, failed=heard.append, progress=heard.append)
    assert begun.wait(10)
    task.cancel()
    go_on.set()
    assert stopped.wait(10)
    ended: list[int] = []
    tasks.run(int, done=ended.append)
    qtbot.waitUntil(lambda: ended == [0])
    assert heard == []


@pytest.mark.parametrize("count", [40])
def test_tasks_nobody_keeps_are_all_carried_out(qtbot, count: int) -> None:
    heard: list[int] = []
    for number in range(count):
        tasks.run(abs, -number, done=heard.append)
    qtbot.waitUntil(lambda: sorted(heard) == list(range(count)))


def test_what_a_task_refers_to_dies_in_this_thread(qtbot) -> None:
    died_in: list[str] = []

    class Held:
        def hear(self, _result: object) -> None:
            pass

    for _ in range(50):
        held = Held()
        weakref.finalize(held, lambda: died_in.append(threading.current_thread().name))
        tasks.run(int, done=held.hear)
        del held
    ended: list[int] = []
    tasks.run(int, done=ended.append)
    qtbot.waitUntil(lambda: ended == [0])
    QThreadPool.globalInstance().waitForDone()
    tasks.run(int, done=ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2 and len(died_in) == 50)
    assert set(died_in) == {threading.main_thread().name}
