"""Briefings made for the tests, from articles of our own invention."""

from __future__ import annotations

from typing import Any

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Evidence, Kind, Layout, Memo, Section, Stance

FIELDS = {
    "to": "Director, Northern Affairs",
    "from": "Briefing Cell (drafter: A. Staffer)",
    "date": "2021-03-09",
    "cutoff": "8 March 2021, 24:00 CET",
    "handling": "UNCLASSIFIED",
    "subject": "The ferry strike and the island’s supplies",
}
HARBOR = """NORTHPORT (Harbor Ledger) - Crews of the island ferries stopped work on 6 March 2021.
“We have not had a day off since January,” said Ida Holm, who speaks for the crews. “Nobody \
wants this strike. But we will stay out until the company talks to us.”
The company said that it would not comment.
Two supply ships of the navy are on their way, three officials said."""
WIRE = """The island has food for eleven days, its governor said on Sunday.
“It would be wrong to panic,” she added.
The navy said that it had sent no ships."""
PLAIN = """The island will run out of fuel on Friday.
Somebody is lying about the ships."""
PERSIAN = """فرماندار گفت که جزیره برای یازده روز غذا دارد.
«هراس بی‌جا است»، او افزود."""


class Draft:
    """A briefing in the making; ids are short and speak for themselves."""

    def __init__(
        self, *, bottom_line: str = "", title: str = "Ferry strike", **fields: str
    ) -> None:
        self.memo = Memo(title, id="memo", fields=fields, bottom_line=bottom_line)
        self.articles: dict[str, Article] = {}
        self.excerpts: dict[str, Excerpt] = {}
        self.sections: list[Section] = []
        self.entries: list[Entry] = []
        self.evidence: list[Evidence] = []

    def article(self, id: str, body: str, headline: str = "", **particulars: str) -> str:
        self.articles[id] = Article(headline, body, id=id, **particulars)  # type: ignore[arg-type]
        return id

    def section(
        self, title: str, layout: Layout = Layout.BULLETS, parent: str | None = None
    ) -> str:
        id = f"s{len(self.sections) + 1}"
        self.sections.append(Section("memo", title, id, parent, len(self.sections), layout))
        return id

    def excerpt(self, article: str, exact: str, **judged: str) -> str:
        """Mark `exact`, which must stand in the article; its id."""
        start = self.articles[article].body.index(exact)
        id = f"x{len(self.excerpts) + 1}"
        made = Excerpt(article, start, start + len(exact), exact, id=id, **judged)  # type: ignore[arg-type]
        self.excerpts[id] = made
        return id

    def entry(self, kind: Kind, text: str, *excerpts: str, section: str = "") -> str:
        """An entry of the last section (or `section`) that rests on the excerpts."""
        id = f"e{len(self.entries) + 1}"
        place = section or self.sections[-1].id
        self.entries.append(Entry(place, kind, text, id, len(self.entries)))
        for excerpt in excerpts:
            self.tie(id, excerpt)
        return id

    def tie(self, entry: str, excerpt: str, stance: Stance = Stance.SUPPORTING) -> None:
        number = len(self.evidence)
        self.evidence.append(Evidence(entry, excerpt, f"v{number:06}", stance, number))

    def quote(self, article: str, exact: str, text: str | None = None, **judged: str) -> str:
        excerpt = self.excerpt(article, exact, **judged)
        return self.entry(Kind.QUOTE, exact if text is None else text, excerpt)

    def fact(self, article: str, exact: str, text: str | None = None, **judged: str) -> str:
        excerpt = self.excerpt(article, exact, **judged)
        return self.entry(Kind.FACT, exact if text is None else text, excerpt)

    def done(self) -> Briefing:
        parts: Any = (tuple(self.sections), tuple(self.entries), tuple(self.evidence))
        return Briefing("Ferry strike", self.memo, *parts, self.excerpts, self.articles)


def with_articles(**fields: str) -> Draft:
    """Four articles (harbor, wire, plain, persian) and nothing filed yet."""
    draft = Draft(**fields)
    draft.article(
        "harbor",
        HARBOR,
        "Island ferries stand still",
        byline="Nils Berg",
        publisher="Harbor Ledger",
        published="2021-03-07",
        dateline="NORTHPORT",
        url="https://www.harborledger.example/ferries?id=1",
        language="en",
        reliability="B",
    )
    draft.article(
        "wire",
        WIRE,
        "Governor counts the days",
        publisher="Northern Wire",
        published="2021-03-08T09:30:00+01:00",
        language="en",
    )
    draft.article("plain", PLAIN, "What nobody says about the island and its ships")
    draft.article(
        "persian",
        PERSIAN,
        "جزیره غذا دارد",
        byline="لیلا منصوری",
        publisher="پیک شمال",
        published="2021-03",
        language="fa",
    )
    return draft


def golden() -> Briefing:
    """A memo with every layout, every kind, and everything that may be missing."""
    bottom = "The ferries stand still and nobody talks. The island has food until 18 March."
    draft = with_articles(bottom_line=bottom, **FIELDS)
    draft.section("What happened")
    draft.fact(
        "harbor", "Crews of the island ferries stopped work on 6 March 2021", credibility="1"
    )
    days = draft.fact(
        "wire", "The island has food for eleven days", "Food: the island has eleven days’ worth"
    )
    draft.tie(days, draft.excerpt("persian", "جزیره برای یازده روز غذا دارد"))
    draft.tie(days, draft.excerpt("plain", "run out of fuel on Friday"), Stance.CONTRADICTING)
    draft.quote("wire", "“It would be wrong to panic,”", speaker="The governor", credibility="2")
    draft.entry(Kind.FACT, "prices have doubled")
    draft.entry(Kind.TEXT, "Watch: the bakers.")
    words = draft.section("In their words", Layout.QUOTES)
    draft.quote(
        "harbor",
        "Nobody wants this strike. But we will stay out until the company talks to us.",
        "Nobody wants this strike. [...] [W]e will stay out until the company talks to us.",
        speaker="Ida Holm, for the crews",
        credibility="2",
    )
    draft.quote("persian", "«هراس بی‌جا است»", speaker="فرماندار")
    draft.section("Of the company", Layout.PARAGRAPHS, words)
    draft.fact("harbor", "The company said that it would not comment.")
    draft.entry(Kind.TEXT, "We asked it again on 8 March.\nIt did not answer.")
    ships = draft.section("The ships", Layout.TABLE)
    sent = draft.fact(
        "harbor",
        "Two supply ships of the navy are on their way",
        "Three officials: two ships are on their way",
    )
    draft.tie(
        sent,
        draft.excerpt("wire", "The navy said that it had sent no ships."),
        Stance.CONTRADICTING,
    )
    draft.quote("plain", "Somebody is lying about the ships.", speaker="An editorial")
    draft.section("Empty and left out", parent=ships)
    draft.section("Timeline", Layout.TIMELINE)
    draft.fact(
        "wire", "its governor said on Sunday", "The governor speaks", event_time="2021-03-07"
    )
    draft.fact(
        "harbor",
        "We have not had a day off since January",
        "The crews’ last day off",
        event_time="2021-01",
    )
    draft.section("What to watch", Layout.NUMBERED)
    draft.entry(Kind.TEXT, "Northport: whether the company talks.")
    draft.fact("plain", "The island will run out of fuel on Friday.")
    return draft.done()
