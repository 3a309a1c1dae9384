"""Reads a screen as a screen reader does: over AT-SPI, on a bus of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jeepney
from jeepney.io.blocking import open_dbus_connection

from tests.journeys.screen import Screen

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ROOT_PATH = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
ON_SCREEN = 0
ENABLED, EXPANDED, FOCUSABLE, FOCUSED, SELECTED, SHOWING = 8, 10, 11, 12, 23, 25
"""Bits of a node's state."""
ITEMS = ("cell", "table cell", "tree item", "list item")


@dataclass(frozen=True)
class Heard:
    """One thing on the screen as a screen reader knows it; box: x, y, width, height in px."""

    role: str
    name: str
    description: str
    state: int
    box: tuple[int, int, int, int]
    where: tuple[str, ...]
    bus: str
    path: str

    def is_(self, bit: int) -> bool:
        """Whether a bit of the state is set."""
        return bool(self.state >> bit & 1)

    @property
    def middle(self) -> tuple[int, int]:
        """Where to click."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


class ScreenReader:
    """Listens to the programs that are started on a screen after it."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        bus = screen.start(["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        assert bus.stdout is not None
        self._session_bus = bus.stdout.readline().strip()
        screen.environment.update(
            DBUS_SESSION_BUS_ADDRESS=self._session_bus, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1"
        )
        screen.start([str(LAUNCHER), "--launch-immediately"])
        self._connection: Any = None
        screen.wait_until(self._connect, "the bus of the screen reader")

    @staticmethod
    def missing() -> list[str]:
        """What a screen reader needs and this computer lacks."""
        lacking = [name for name in ("dbus-daemon",) if shutil.which(name) is None]
        return lacking + ([] if LAUNCHER.exists() else [str(LAUNCHER)])

    def _connect(self) -> bool:
        launcher = jeepney.DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with suppress(jeepney.DBusErrorResponse, OSError):
            with open_dbus_connection(self._session_bus) as session:
                reply = session.send_and_get_reply(jeepney.new_method_call(launcher, "GetAddress"))
            if isinstance(reply.body[0], str) and reply.body[0].startswith("unix:"):
                self._connection = open_dbus_connection(reply.body[0])
        return self._connection is not None

    def close(self) -> None:
        """Stop listening."""
        self._connection.close()

    def all(self) -> list[Heard]:
        """Everything that shows now, parents before their children."""
        return [node for bus, path in self._children(REGISTRY, ROOT_PATH)
                for node in self._walk(bus, path, ())]  # fmt: skip

    def find(self, words: str, role: str = "") -> Heard:
        """The first thing whose name begins with these words, once there is one."""
        found: list[Heard] = []

        def look() -> bool:
            for node in self.all():
                if node.name.startswith(words) and role in ("", node.role):
                    found.append(node)
            return bool(found)

        self._screen.wait_until(look, f"“{words}” to be heard")
        return found[0]

    def focused(self) -> Heard | None:
        """The control that has the keyboard."""
        # Qt says of the current item of every list that it has the focus.
        controls = (node for node in self.all() if node.role not in ITEMS)
        return next((node for node in controls if node.is_(FOCUSED)), None)

    def click(self, words: str, role: str = "") -> None:
        """Click with the mouse on what has this name."""
        self._screen.click(*self.find(words, role).middle)

    def ends_of(self, words: str, name: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """Points at the first and after the last letter of words in the text of that name.

        Raises ValueError: the text does not hold them.
        """
        node = self.find(name)
        text = self._call(node.bus, node.path, TEXT, "GetText", "ii", (0, -1)) or ""
        first = text.index(words)
        last = first + len(words) - 1
        boxes = [
            self._call_all(node.bus, node.path, TEXT, "GetCharacterExtents", "iu", (at, ON_SCREEN))
            for at in (first, last)
        ]
        (x0, y0, _, height0), (x1, y1, width, height1) = boxes
        return (x0 + 1, y0 + height0 // 2), (x1 + width, y1 + height1 // 2)

    def _walk(self, bus: str, path: str, where: tuple[str, ...]) -> Iterator[Heard]:
        node = self._node(bus, path, where)
        if node is None or (where and not node.is_(SHOWING) and node.role != "window"):
            return
        if where:
            yield node
        for child_bus, child in self._children(bus, path):
            yield from self._walk(child_bus, child, (*where, f"{node.role} {node.name!r}"))

    def _node(self, bus: str, path: str, where: tuple[str, ...]) -> Heard | None:
        role = self._call(bus, path, ACCESSIBLE, "GetRoleName")
        state = self._call(bus, path, ACCESSIBLE, "GetState")
        if role is None or state is None:
            return None
        box = self._call(bus, path, COMPONENT, "GetExtents", "u", (ON_SCREEN,))
        low, high = state
        return Heard(
            role,
            self._property(bus, path, "Name"),
            self._property(bus, path, "Description"),
            low | high << 32,
            tuple(box) if box else (0, 0, 0, 0),
            where,
            bus,
            path,
        )

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return self._call(bus, path, ACCESSIBLE, "GetChildren") or []

    def _property(self, bus: str, path: str, name: str) -> str:
        asked = (ACCESSIBLE, name)
        variant = self._call(bus, path, "org.freedesktop.DBus.Properties", "Get", "ss", asked)
        return variant[1] if variant else ""

    def _call(
        self, bus: str, path: str, interface: str, method: str, *arguments: Any
    ) -> Any | None:
        """The first value of the answer; None: what was asked has gone meanwhile."""
        answer = self._call_all(bus, path, interface, method, *arguments)
        return answer[0] if answer else None

    def _call_all(
        self, bus: str, path: str, interface: str, method: str, *arguments: Any
    ) -> tuple[Any, ...]:
        """All values of the answer; none: what was asked has gone meanwhile."""
        address = jeepney.DBusAddress(path, bus, interface)
        message = jeepney.new_method_call(address, method, *arguments)
        reply = self._connection.send_and_get_reply(message, timeout=10)
        is_answer = reply.header.message_type == jeepney.MessageType.method_return
        return tuple(reply.body) if is_answer else ()
