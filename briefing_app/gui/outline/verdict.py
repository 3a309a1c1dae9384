"""The line that says whether the words of a quote are those of its article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from briefing_app.gui.outline.drafts import Source, differs


class Verdict(QLabel):
    """Tells it in words and a colour; where they differ is in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def judge(self, quote: str, sources: Sequence[Source]) -> None:
        """Compare a quote with those of the sources that do not speak against it."""
        reason = differs(quote, sources)
        if all(source.is_against for source in sources):
            text, look = self.tr("No article bears this quote out"), "warning"
        elif reason:
            text, look = self.tr("Differs: only [...] and [insertions] are allowed"), "warning"
        else:
            text, look = self.tr("Matches the article"), "fine"
        self.setToolTip(reason)
        if self.text() == text:
            return
        self.setText(text)
        self.setProperty("look", look)
        self.style().polish(self)
