"""What every test stands on: no screen, no network, no settings of the user."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from briefing_app.store import Store
    from tests.patience import PatientBot

ROOT = Path(__file__).resolve().parents[1]

hypothesis_settings.register_profile("briefing", deadline=None, print_blob=True)
hypothesis_settings.load_profile("briefing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Carry out deleteLater between tests; without it windows pile up and tests slow down."""
    result = yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return result


@pytest.fixture(autouse=True)
def _garbage_dies_in_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program (gui.garbage): Qt objects must not die in a thread that works beside."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QThreadPool

    gc.disable()
    yield
    QThreadPool.globalInstance().waitForDone()
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _leave_nothing_behind() -> Iterator[None]:
    """Python must not end before what windows still compose, nor with its objects on the
    clipboard, which Qt's offscreen platform lets go only after that, with a crash."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QThreadPool
        from PySide6.QtWidgets import QApplication

        QThreadPool.globalInstance().waitForDone()
        if QApplication.instance():
            QApplication.clipboard().setText("")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_APP_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only sockets of the machine itself connect (process pools use those)."""

    class LocalSocket(socket.socket):
        def connect(self, address: object) -> None:
            refuse(self.family, address)
            super().connect(address)

        def connect_ex(self, address: object) -> int:
            refuse(self.family, address)
            return super().connect_ex(address)

        def sendto(self, *arguments: object) -> int:
            refuse(self.family, arguments[-1])
            return super().sendto(*arguments)

    def refuse(family: int, address: object) -> None:
        if family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"the program tried to reach {address} over the network")

    def resolve(host: object, *_: object, **__: object) -> None:
        raise AssertionError(f"the program tried to look up {host}")

    monkeypatch.setattr(socket, "socket", LocalSocket)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture(autouse=True)
def _nothing_waits_for_the_disk(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have SQLite not wait until the disk has what it wrote, which only a power cut could tell.

    Tests of just that are marked with `real_disk`.
    """
    from briefing_app.store import connection

    if not request.node.get_closest_marker("real_disk"):
        quick = (setting.replace("= FULL", "= OFF") for setting in connection._SETTINGS)
        monkeypatch.setattr(connection, "_SETTINGS", tuple(quick))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's, with patience: no test may fail because others run at the same time."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture(scope="session")
def empty_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty briefing as it is made; leave it as it is."""
    from briefing_app.store import Store

    path = tmp_path_factory.mktemp("empty") / "test.briefing"
    Store.create(path, "Test briefing").close()
    return path


@pytest.fixture
def store(empty_made: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty briefing with one memo and no sections."""
    from tests.briefing_copy import open_copy

    with open_copy(empty_made, tmp_path) as store:
        yield store


@pytest.fixture(scope="session")
def real_seeds() -> list[Path]:
    """The three real articles, which may be used here but not handed on."""
    found = sorted((ROOT / ".." / "shared" / "seeds").resolve().glob("*.txt"))
    if not found:
        pytest.skip("the real seeds are not beside this checkout")
    return found
