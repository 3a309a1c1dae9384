"""Articles to read in tests."""

from __future__ import annotations

from briefing_app.domain.article import Article, SetAside

PLAIN = Article(
    "Harbour talks resume",
    "The minister said on Monday that talks would resume 😀 in May.\n"
    "“We will not be hurried,” Anna Kovac told reporters in the harbour. “Not by anybody.”\n"
    "The port handled 2.1 million containers last year.",
    byline="Mira Lund",
    publisher="Harbor Ledger",
    published="2020-01-06",
    set_aside=(
        SetAside("advertisement", "ADVERTISEMENT"),
        SetAside("contact", "To contact the reporter, write to the desk."),
    ),
)
INCOMPLETE = Article("Nobody knows where this is from", "One paragraph, and no outlet at all.")
ARABIC = Article(
    "محادثات الميناء تستأنف",
    "قال الوزير يوم الاثنين إن NATO علق المهمة، وأضاف أن «ذلك لن يساعد».\nAn English line.",
    publisher="الميناء",
    published="2020-01-07",
    language="ar",
)
LONG = Article(
    "A long read",
    "\n".join(
        f"Paragraph {n} tells of the harbour and of ship number {n}. " * 4 for n in range(60)
    ),
    publisher="Harbor Ledger",
    published="2020-01-08",
)
ARTICLES = {"plain": PLAIN, "incomplete": INCOMPLETE, "arabic": ARABIC, "long": LONG}
