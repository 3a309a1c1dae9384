"""The tables of a memo: sections set as tables, the source list, the register of excerpts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefing_app.domain.article import Article
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run, Table
from briefing_app.domain.outline import Entry, Kind, Layout, Section, Stance
from briefing_app.memo import citation
from briefing_app.memo.form import Form
from briefing_app.memo.marking import Scheme, portion
from briefing_app.memo.sources import Place, Sources, anchor, rating, used_in
from briefing_app.memo.timeline import when
from briefing_app.memo.wording import closed_off, hold_together, lead, quoted, sentence

ACTOR_WORDS = 9
"""Most words before the colon that name an actor."""


def bookmark(entry: Entry) -> str:
    """Name of the bookmark that carries an entry's identity into Word and back."""
    return f"_bi_{entry.id}"


def section_table(
    sources: Sources,
    section: Section,
    entries: Sequence[Entry],
    form: Form,
    not_verbatim: Collection[str],
    scheme: Scheme | None = None,
) -> Table:
    """A section's facts and quotes as rows with their sources; a timeline goes by date."""
    most = ACTOR_WORDS if section.layout is Layout.POSITIONS else 4
    told = [(entry, *_told(sources, entry, form, most)) for entry in entries]
    labels: tuple[str, ...] = ("statement", "source")
    widths: tuple[float, ...] = (0.8, 0.2)
    if section.layout is Layout.TIMELINE:
        told.sort(key=lambda row: when(sources, row[0]) or "~")
        labels, widths = ("date", "event", "source"), (0.19, 0.62, 0.19)
    elif section.layout is Layout.POSITIONS or all(actor for _, actor, _ in told):
        labels, widths = ("actor", "position", "source"), (0.25, 0.57, 0.18)
    rows = []
    for entry, actor, words in told:
        runs = [Run(words, mark=bookmark(entry), language=sources.language(entry))]
        if entry.id in not_verbatim:
            runs.append(Run(f" {form.labels['not_verbatim']}", Emphasis.WARNING))
        first = _first_cell(labels[0], actor, when(sources, entry), form)
        if actor and labels[0] != "actor":
            runs.insert(0, Run(f"{actor}{form.words.colon}", Emphasis.LEAD))
        runs = [*portion(scheme, entry.marking), *runs]
        rows.append((*first, tuple(runs), sources.column(entry, Place(section.title))))
    header = tuple(form.columns[label] for label in labels)
    description = form.sentences["section_table"].format(section=section.title)
    return Table(section.title, description, widths, header, tuple(rows), section.id)


def _first_cell(label: str, actor: str, when: str, form: Form) -> tuple[tuple[Run, ...], ...]:
    """The cell before the statement, if the table has one."""
    if label == "date":
        return ((Run(citation.long_date(when, form) or form.labels["unrated"], Emphasis.LEAD),),)
    return ((Run(actor or form.labels["unrated"], Emphasis.LEAD),),) if label == "actor" else ()


def source_list(sources: Sources, form: Form) -> Iterator[Paragraph | Table]:
    """A sentence that counts, the table of sources, and how to read the rating."""
    labels, columns = form.labels, form.columns
    yield Paragraph(Role.BODY, (Run(_summary(sources, form)),))
    rows = tuple(
        (
            (Run(source, Emphasis.LEAD, mark=anchor(source)),),
            (*citation.full(use.article, form), Run("."), *_remarks(use.article, form)),
            (Run(rating(use.article, use.excerpts, form)),),
            (Run(used_in(use.places)),),
        )
        for source, use in sources.uses.items()
    )
    header = (columns["id"], columns["source"], columns["rating"], columns["used_for"])
    description = form.sentences["sources_table"]
    yield Table(labels["sources"], description, (0.07, 0.57, 0.09, 0.27), header, rows)
    note = form.sentences["rating"]
    if any(labels["unrated"] in row[2][0].text for row in rows):
        note = f"{note} {form.sentences['unrated']}"
    yield Paragraph(Role.TABLE_NOTE, (Run(note),))


def register(
    sources: Sources, printed: Sequence[tuple[Place, Entry]], form: Form
) -> Iterator[Paragraph | Table]:
    """Every excerpt behind the memo, word for word, in the order of its first use."""
    labels, columns = form.labels, form.columns
    used: dict[str, tuple[Excerpt, Kind, dict[Place, None]]] = {}
    for place, entry in printed:
        if entry.kind is Kind.TEXT:
            continue
        for stance in Stance:
            for excerpt in sources.excerpts(entry, stance):
                first: tuple[Excerpt, Kind, dict[Place, None]] = (excerpt, entry.kind, {})
                used.setdefault(excerpt.id, first)[2][place] = None
    counts = {Kind.QUOTE: 0, Kind.FACT: 0}
    rows = []
    for excerpt, kind, places in used.values():
        counts[kind] += 1
        item = f"{kind.value[0].upper()}-{counts[kind]:03}"
        source = sources.id_of(excerpt.article_id)
        language = form.foreign(sources.article(excerpt).language)
        rows.append(
            (
                (Run(item),),
                (Run(excerpt.exact, language=language), *_corrected(sources, excerpt, form)),
                tuple(sources.place(source, [excerpt])),
                (Run(used_in(places)),),
            )
        )
    header = (columns["item"], columns["excerpt"], columns["source"], columns["used_in"])
    widths = (0.085, 0.575, 0.11, 0.23)
    yield Table(labels["register"], form.sentences["register_table"], widths, header, tuple(rows))


def _corrected(sources: Sources, excerpt: Excerpt, form: Form) -> Iterator[Run]:
    """A word where the drafter corrected the text, and it was imported with other words here."""
    article = sources.article(excerpt)
    if article.corrections and excerpt.exact not in article.imported_body:
        yield Run(f" [{form.labels['text_corrected']}]", Emphasis.ITALIC)


def _told(sources: Sources, entry: Entry, form: Form, most: int) -> tuple[str, str]:
    """Who acts or speaks in at most so many words ("" where nobody is named), and what."""
    if entry.kind is Kind.QUOTE:
        excerpts = sources.excerpts(entry, Stance.SUPPORTING)
        return next((e.speaker for e in excerpts if e.speaker), ""), quoted(
            entry.text, form.words.quotes
        )
    actor, rest = lead(hold_together(sentence(entry.text), form.months), most)
    return actor.rstrip(": \u00a0\u202f"), sentence(rest) if actor else rest


def _summary(sources: Sources, form: Form) -> str:
    articles = [use.article for use in sources.uses.values()]
    named = list(dict.fromkeys(closed_off(a.publisher) for a in articles if a.publisher))
    unnamed = sum(not a.publisher for a in articles)
    outlets = form.words.listed(named)
    many = form.sentences["sources_one" if len(articles) == 1 else "sources_many"]
    outlets = outlets or form.labels["unnamed_outlet" + ("s" if len(articles) > 1 else "")]
    told = many.format(count=form.number(len(articles)), outlets=outlets)
    if unnamed and named:
        more = form.sentences["source_unnamed" if unnamed == 1 else "sources_unnamed"]
        told = f"{told} {more.format(count=form.number(unnamed).capitalize())}"
    origins = {a.origin.casefold() or a.id for a in articles}
    if len(origins) < len(articles):
        resting = form.sentences["origins_one" if len(origins) == 1 else "origins"]
        told = f"{told} {resting.format(count=form.number(len(origins)))}"
    return told


def _remarks(article: Article, form: Form) -> Iterator[Run]:
    """What stands behind the citation: what the report rests on, and where to find it.

    Also whether its text was corrected after the import.
    """
    if article.corrections:
        told = form.labels["text_corrected"]
        yield Run(f" {told[0].upper()}{told[1:]}.")
    if article.origin:
        label = f"{form.labels['origin']}{form.words.colon}"
        yield Run(f" {label}{closed_off(article.origin)}.")
    if citation.is_address(article.url) and "url" not in form.citation.order:
        host = article.url.split("/")[2].removeprefix("www.")
        yield Run(" ")
        yield Run(host, url=article.url)
