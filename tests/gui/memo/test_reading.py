"""A memo is read in another thread; a briefing that is closed meanwhile is no fault."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind
from briefing_app.gui import tasks
from briefing_app.gui.memo.reading import read
from briefing_app.gui.session import Session
from briefing_app.gui.tasks import Cancelled


def test_it_is_what_the_store_says(qtbot, session: Session) -> None:
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Our own view.")
    heard: list[object] = []
    tasks.run(read, session.store.snapshot_apart(session.memo_id), done=heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard == [session.store.snapshot()]


def test_a_closed_briefing_cancels_it(session: Session) -> None:
    snapshot = session.store.snapshot_apart(session.memo_id)
    session.close()
    with pytest.raises(Cancelled):
        read(snapshot)
