"""The pages stand beside a text: what the tests of reading start from."""

from tests.gui.reading.conftest import filled_made, pane, session

__all__ = ["filled_made", "pane", "session"]
