"""A passage of an article, kept verbatim and never reworded."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing_app.domain.identity import new_id
from briefing_app.domain.selector import Selector, TextPosition, TextQuote


@dataclass(frozen=True)
class Excerpt:
    """What an article says, and where.

    start, end   code points of the article's body, half-open
    exact        the passage itself; prefix and suffix are its context (W3C TextQuoteSelector)
    speaker      whoever is quoted, "" where nobody is
    speaker_role  what the speaker was when saying it, e.g. "NATO Secretary General"
    cue          the reporting words, e.g. "told Reuters"
    event_time   ISO 8601 date or time of what is told, "" where unknown
    credibility  of the information, "1" to "6" (NATO scale), "" where nobody has judged it
    """

    article_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    id: str = field(default_factory=new_id)
    speaker: str = ""
    cue: str = ""
    event_time: str = ""
    credibility: str = ""
    speaker_role: str = ""

    @property
    def selector(self) -> Selector:
        """The selector that finds this passage again."""
        position = TextPosition(self.start, self.end)
        return Selector(position, TextQuote(self.exact, self.prefix, self.suffix))
