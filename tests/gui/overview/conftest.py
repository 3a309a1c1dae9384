"""A session on the sample briefing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.gui.session import Session
from briefing_app.store import Store


@pytest.fixture
def sampled(sample: Path) -> Iterator[Session]:
    """A session on a copy of the sample briefing."""
    session = Session()
    session.open(Store.open(sample))
    yield session
    session.close()
