"""From a briefing to a memo and on to Word. Start at `build` and `export`."""

from briefing_app.memo.build import build
from briefing_app.memo.export import cite, export
from briefing_app.memo.integrity import check_quotes, difference

__all__ = ["build", "check_quotes", "cite", "difference", "export"]
