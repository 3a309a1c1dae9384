"""Keeps the present memo composed and measured, without ever holding up the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from briefing_app import memo as memo_package
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import ComposedMemo, Picture
from briefing_app.gui import tasks
from briefing_app.gui.memo.reading import read
from briefing_app.gui.session import Session
from briefing_app.memo import extent, form, timeline_picture
from briefing_app.memo.extent import Extent
from briefing_app.memo.form import Form
from briefing_app.store import Change
from briefing_app.store.apart import Snapshot, Taken
from briefing_app.store.aside import NotNow

SEEN_MS = 60
"""After a change, while somebody looks at the page."""
UNSEEN_MS = 700
"""After a change while only the limits are shown: whoever files passages is not disturbed."""

AGAIN_MS = 15
"""A memo that could not be read without waiting is asked for again after so long."""

PICTURE_PX = 1600
"""Width of a picture for the screen; on paper it is finer."""
MOST_DRAWN = 8


@dataclass(frozen=True)
class Composed:
    """A memo as it was composed, with its length; `pictures` are those that are drawn already."""

    briefing: Briefing
    memo: ComposedMemo
    form: Form
    extent: Extent
    pictures: Mapping[Picture, QImage]


def compose(briefing: Briefing) -> Composed:
    """Build and measure: takes its time, and knows no widget."""
    built = memo_package.build(briefing)
    used = form.of(briefing.memo)
    known = {picture: _drawn[picture] for picture in pictures_of(built) if picture in _drawn}
    return Composed(briefing, built, used, extent.measure(built, used), known)


def pictures_of(memo: ComposedMemo) -> list[Picture]:
    """The pictures of a memo in order."""
    return [block for block in memo.blocks if isinstance(block, Picture)]


_drawn: dict[Picture, QImage] = {}
"""Pictures for the screen; a drawing takes a second, and most edits leave it as it is."""


def draw(pictures: Sequence[Picture]) -> dict[Picture, QImage]:
    """Draw what is not drawn yet; called in another thread."""
    for picture in pictures:
        if picture not in _drawn:
            image = QImage.fromData(timeline_picture.to_png(picture))
            while len(_drawn) >= MOST_DRAWN:
                del _drawn[next(iter(_drawn))]
            _drawn[picture] = image.scaledToWidth(PICTURE_PX)
    return {picture: _drawn[picture] for picture in pictures}


def _read_and_compose(snapshot: Snapshot | Taken) -> Composed:
    return compose(read(snapshot))


class Composer(QObject):
    """Composes in another thread soon after each change; a newer change makes it begin again.

    Signals: `outdated` when what was composed is no longer what the briefing says;
    `composed(Composed)` when it is again; `pictured(Composed)` when its pictures, which take
    longer, have been drawn too.
    """

    outdated = Signal()
    composed = Signal(object)
    pictured = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: tasks.Task | None = None
        self._drawing: tasks.Task | None = None
        self._snapshot: Snapshot | Taken | None = None
        self.current: Composed | None = None
        self.is_seen = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._begin)
        session.changed.connect(self._on_changed)
        session.store_replaced.connect(self._on_other_memo)
        session.memo_shown.connect(self._on_other_memo)

    @property
    def is_current(self) -> bool:
        """True when `current` is what the briefing says now."""
        return self.current is not None and not (self._later.isActive() or self._task)

    def set_seen(self, is_seen: bool) -> None:
        """Whether somebody looks at the page, and waits for it."""
        self.is_seen = is_seen
        if is_seen and self._later.isActive():
            self._later.start(0)

    def stop(self) -> None:
        """Let everything go: the briefing is about to be closed."""
        self._later.stop()
        if self._snapshot is not None:
            self._snapshot.stop()
            self._snapshot = None
        for task in (self._task, self._drawing):
            if task is not None:
                task.cancel()
        self._task = self._drawing = None

    def _on_changed(self, change: Change) -> None:
        if change.rows.keys() - {"reading"}:
            self._restart(SEEN_MS if self.is_seen else UNSEEN_MS)

    def _on_other_memo(self) -> None:
        self._restart(0)

    def _restart(self, wait_ms: int) -> None:
        self.stop()
        self._later.start(wait_ms)
        self.outdated.emit()

    def _begin(self) -> None:
        if not self._session.has_store:
            return
        store = self._session.store
        try:
            with store.at_once():
                self._snapshot = store.snapshot_apart(self._session.memo_id)
        except NotNow:
            self._later.start(AGAIN_MS)
            return
        self._task = tasks.run(_read_and_compose, self._snapshot, done=self._on_composed)

    def _on_composed(self, composed: Composed) -> None:
        self._task = self._snapshot = None
        self.current = composed
        self.composed.emit(composed)
        wanted = pictures_of(composed.memo)
        if len(composed.pictures) < len(set(wanted)):
            self._drawing = tasks.run(draw, wanted, done=self._on_drawn)

    def _on_drawn(self, pictures: dict[Picture, QImage]) -> None:
        self._drawing = None
        assert self.current is not None
        self.pictured.emit(replace(self.current, pictures=pictures))
