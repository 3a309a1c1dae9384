"""Run a pure function off the GUI thread; its result comes back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot


class Task(QObject):
    """One run of a function. It lives until its answer has been delivered.

    Signals: `finished` after the answer, whichever it was.
    """

    finished = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object] | None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._function = function
        self._done = done
        self._failed = failed
        self._returned.connect(self._on_returned)
        self._raised.connect(self._on_raised)

    def work(self) -> None:
        """Run the function; called on a thread of the pool."""
        try:
            result = self._function()
        except Exception as error:
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    @Slot(object)
    def _on_returned(self, result: object) -> None:
        try:
            if self._done is not None:
                self._done(result)
        finally:
            self._end()

    @Slot(object)
    def _on_raised(self, error: Exception) -> None:
        try:
            if self._failed is None:
                raise error
            self._failed(error)
        finally:
            self._end()

    def _end(self) -> None:
        self.finished.emit()
        self.deleteLater()


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()


def run(
    function: Callable[[], Any],
    *,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[Exception], object] | None = None,
) -> Task:
    """Start `function`; `done` gets what it returns, `failed` what it raises.

    Without `failed` an error is raised on the GUI thread. The function must not touch a
    widget or the store.
    """
    task = Task(function, done, failed)
    QThreadPool.globalInstance().start(_Job(task))
    return task
