"""Filing a passage into a section of the memo."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.outline.tying import add_passage
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session

SHOWN = 40
"""Characters of an entry in a notice."""


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

    def add_evidence(self, passage: Passage, stance: Stance) -> bool:
        """Let the current entry rest on a passage; False where the user was told why not."""
        session, store, gained = self._session, self._session.store, [0]
        text = self.entry_text()
        if not text:
            session.notify(self.tr("Choose an entry in the outline first: it gets the evidence"))
            return False
        place = DraggedPassage(session.article_id, passage.start, passage.end)

        def write() -> None:
            with store.change("Add evidence"):
                gained[0] = add_passage(store, session.entry_id, place, stance)

        if not session.attempt(write):
            return False
        words = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
        if gained[0]:
            against = self.tr("Added against “{words}”")
            told = self.tr("Added as evidence for “{words}”")
            told = against if stance is Stance.CONTRADICTING else told
            session.offer_undo(told.format(words=words))
        else:
            session.notify(self.tr("“{words}” rests on that passage already").format(words=words))
        return True

    def entry_text(self) -> str:
        """The words of the current entry, "" for none."""
        try:
            text = self._session.store.entries.get(self._session.entry_id).text
        except KeyError:
            return ""
        return " ".join(text.split()).strip("“”")

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
