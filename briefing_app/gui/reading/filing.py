"""Filing a passage into a section of the memo."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session


class Filing(QObject):
    """Files passages of the session's article; `recent` are section ids, the last one first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.recent: list[str] = []

    def file(
        self, passage: Passage, kind: Kind, speaker: str, section_id: str, *, new_title: str = ""
    ) -> str:
        """File a passage into a section, or into a new one where `section_id` is "".

        Returns the section's id, "" where that failed and the user was told.
        """
        session, store = self._session, self._session.store
        filed: list[str] = []

        def write() -> None:
            with store.change(f"File {kind.value}"):
                place = section_id or store.sections.add(session.memo_id, new_title)
                span = passage.start, passage.end
                store.entries.file(place, kind, session.article_id, *span, speaker=speaker)
                filed.append(place)

        return filed[0] if session.attempt(write) else ""

    def conclude(self, section_id: str, kind: Kind) -> None:
        """Make the section the one that Enter files into, and say what was done."""
        self.recent = [section_id, *(id for id in self.recent if id != section_id)]
        self._session.move_target(section_id)
        title = next(
            f"{placed.number} {placed.section.title}"
            for placed in self._session.sections()
            if placed.section.id == section_id
        )
        quote, fact = self.tr("Quote added to {section}"), self.tr("Fact added to {section}")
        text = fact if kind == Kind.FACT else quote
        self._session.offer_undo(text.format(section=title))
