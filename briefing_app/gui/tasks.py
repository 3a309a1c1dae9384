"""Work that would hold up the window: pure functions in a thread, their results back in it."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

SWITCH_S = 0.001
"""How long a thread that computes may keep the window's thread from going on; Python's own 5 ms
is a third of a frame, at each turn."""

THREADS = 8
"""Functions that may run at once, at least: an import reads for minutes, and what it has read is
stored meanwhile. Most of them wait for the disk or another process."""


class Cancelled(Exception):
    """Raised within a task's function, from its call of `progress`, to make it stop."""


class Task(QObject):
    """One running function; `run` makes it. Nothing is reported after `cancel`."""

    _ended = Signal(object)
    _broken = Signal(object)
    _moved = Signal(object)

    def __init__(
        self,
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object] | None,
        progress: Callable[[Any], object] | None,
    ) -> None:
        super().__init__()
        self._done, self._failed, self._progress = done, failed, progress
        self.is_cancelled = False
        self._ended.connect(self._on_ended)
        self._broken.connect(self._on_broken)
        self._moved.connect(self._on_moved)

    def cancel(self) -> None:
        """Let the function stop at its next call of `progress`; its result is dropped."""
        self.is_cancelled = True

    def report(self, value: object) -> None:
        """Hand a value to the `progress` of `run`; called by the function, in its thread."""
        if self.is_cancelled:
            raise Cancelled
        self._moved.emit(value)

    def carry_out(self, call: Callable[[], object]) -> None:
        """Run the function; called in the thread."""
        try:
            result = call()
        except Exception as error:
            self._broken.emit(error)
        else:
            self._ended.emit(result)

    @Slot(object)
    def _on_moved(self, value: object) -> None:
        if self._progress and not self.is_cancelled:
            self._progress(value)

    @Slot(object)
    def _on_ended(self, result: object) -> None:
        _running.discard(self)
        _spent.clear()
        if self._done and not self.is_cancelled:
            self._done(result)

    @Slot(object)
    def _on_broken(self, error: Exception) -> None:
        _running.discard(self)
        if self.is_cancelled or isinstance(error, Cancelled):
            return
        if self._failed is None:
            raise error
        self._failed(error)


class _Work(QRunnable):
    def __init__(self, task: Task, call: Callable[[], object]) -> None:
        super().__init__()
        self._task, self._call = task, call

    def run(self) -> None:
        self._task.carry_out(self._call)
        # What they refer to may be Qt objects, which must not die in this thread.
        _spent.append((self._task, self._call))
        del self._task, self._call


_running: set[Task] = set()
"""Keeps tasks alive until their last signal has arrived."""

_spent: deque[tuple[Task, Callable[[], object]]] = deque()
"""What threads are done with; let go of in the window's thread."""


def run(
    function: Callable[..., Any],
    *args: object,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[Exception], object] | None = None,
    progress: Callable[[Any], object] | None = None,
) -> Task:
    """Call `function(*args)` in another thread, and say in this one what came of it.

    done      is given the result
    failed    is given the exception; without it the exception is raised in this thread
    progress  is given what the function hands to its keyword argument `progress`, which it
              gets only if this is given
    """
    task = Task(done, failed, progress)
    more = {"progress": task.report} if progress else {}
    _running.add(task)
    _spent.clear()
    sys.setswitchinterval(SWITCH_S)
    threads = QThreadPool.globalInstance()
    threads.setMaxThreadCount(max(threads.maxThreadCount(), THREADS))
    threads.start(_Work(task, lambda: function(*args, **more)))
    return task
