"""What is proposed for an article is taken or dismissed with one click."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.article import Original, Proposal
from briefing_app.gui.reading.particulars_strip import ParticularsStrip
from briefing_app.gui.reading.proposals import Proposals
from tests.gui.reading.texts import PLAIN


@pytest.fixture
def proposed(session, theme, qtbot):
    """The strip over an undated article for which the file's date is proposed."""
    proposal = Proposal("published", "2020-01-06", "file date")
    article = replace(PLAIN, id="undated", published="", proposals=(proposal,))
    session.store.articles.add(Original("u.txt", "text/plain", b"u"), [article])
    session.open_article("undated")
    strip = ParticularsStrip()
    qtbot.addWidget(strip)
    proposals = Proposals(session, strip, session)
    yield strip
    proposals.deleteLater()


def test_a_proposal_that_is_used_becomes_the_value(proposed, session):
    proposed.used.emit("published")
    article = session.store.articles.get("undated")
    assert (article.published, article.proposals) == ("2020-01-06", ())
    session.undo()
    assert session.store.articles.get("undated").published == ""


def test_a_dismissed_proposal_goes_and_leaves_the_field_open(proposed, session):
    proposed.dismissed.emit("published")
    article = session.store.articles.get("undated")
    assert (article.published, article.proposals) == ("", ())
