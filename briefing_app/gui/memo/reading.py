"""A memo with all that it rests on, read in another thread."""

from __future__ import annotations

from briefing_app.domain.briefing import Briefing
from briefing_app.gui.tasks import Cancelled
from briefing_app.store.apart import Snapshot, Taken
from briefing_app.store.turns import Stopped


def read(snapshot: Snapshot | Taken) -> Briefing:
    """Take a snapshot; called in a task, which ends without a word if the briefing was closed."""
    try:
        return snapshot.take()
    except Stopped as stopped:
        raise Cancelled from stopped
