"""What the editor says about the words of a quote."""

from __future__ import annotations

import pytest

from briefing_app.domain.excerpt import Excerpt
from briefing_app.gui.outline.drafts import Source
from briefing_app.gui.outline.verdict import Verdict

SAID = "We will not be hurried"
FOR = Source("1", Excerpt("article", 0, len(SAID), SAID), "Wire", SAID, is_against=False)
AGAINST = Source("2", Excerpt("article", 0, len(SAID), SAID), "Wire", SAID, is_against=True)


@pytest.mark.parametrize(
    ("quote", "sources", "words", "look"),
    [
        (SAID, [FOR], "Matches the article", "fine"),
        ("We will never be hurried", [FOR], "Differs", "warning"),
        (SAID, [], "No article bears this quote out", "warning"),
        (SAID, [AGAINST], "No article bears this quote out", "warning"),
    ],
)
def test_it_tells_whether_the_article_says_so(
    qtbot, quote: str, sources: list[Source], words: str, look: str
) -> None:
    verdict = Verdict()
    qtbot.addWidget(verdict)
    verdict.judge(quote, sources)
    assert verdict.text().startswith(words)
    assert verdict.property("look") == look
    assert ("never" in verdict.toolTip()) == ("never" in quote)
