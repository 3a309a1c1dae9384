"""The tables of a memo: sections set as tables, the source list, the register of excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.memo import Emphasis, Paragraph, Role, Run, Table
from briefing_app.domain.outline import Entry, Kind, Layout, Section, Stance
from briefing_app.memo import citation
from briefing_app.memo.form import Form
from briefing_app.memo.sources import Sources, anchor, rating
from briefing_app.memo.wording import lead, quoted, sentence


def bookmark(entry: Entry) -> str:
    """Name of the bookmark that carries an entry's identity into Word and back."""
    return f"_bi_{entry.id}"


def section_table(
    sources: Sources, section: Section, entries: Sequence[Entry], form: Form
) -> Table:
    """A section's facts and quotes as rows with their sources; a timeline goes by date."""
    columns = form.columns
    title = section.title
    description = form.sentences["section_table"].format(section=title)
    if section.layout is Layout.TIMELINE:
        header = (columns["date"], columns["event"], columns["source"])
        rows = tuple(
            _timeline_row(sources, entry, title, form) for entry in _by_date(sources, entries)
        )
        return Table(title, description, (0.19, 0.62, 0.19), header, rows, section.id)
    split = [(entry, *lead(_words(entry))) for entry in entries]
    if all(head for _, head, _ in split):
        header = (columns["actor"], columns["position"], columns["source"])
        rows = tuple(
            (
                (Run(head[:-1], Emphasis.LEAD, mark=bookmark(entry)),),
                (Run(sentence(rest) if entry.kind is Kind.FACT else rest),),
                _source(sources, entry, title, form),
            )
            for entry, head, rest in split
        )
        return Table(title, description, (0.23, 0.57, 0.2), header, rows, section.id)
    header = (columns["statement"], columns["source"])
    plain = tuple(
        ((Run(_words(entry), mark=bookmark(entry)),), _source(sources, entry, title, form))
        for entry in entries
    )
    return Table(title, description, (0.8, 0.2), header, plain, section.id)


def source_list(sources: Sources, form: Form) -> Iterator[Paragraph | Table]:
    """Heading, a sentence that counts, the table of sources, and how to read the rating."""
    labels, columns = form.labels, form.columns
    yield Paragraph(Role.HEADING_1, (Run(labels["sources"]),))
    yield Paragraph(Role.BODY, (Run(_summary(sources, form)),))
    rows = tuple(
        (
            (Run(source, Emphasis.LEAD, mark=anchor(source)),),
            (*citation.full(use.article, form), Run("."), *_address(use.article.url)),
            (Run(rating(use.article, use.excerpts, form)),),
            (Run("; ".join(use.sections)),),
        )
        for source, use in sources.uses.items()
    )
    header = (columns["id"], columns["source"], columns["rating"], columns["used_for"])
    description = form.sentences["sources_table"]
    yield Table(labels["sources"], description, (0.07, 0.6, 0.1, 0.23), header, rows)
    yield Paragraph(Role.TABLE_NOTE, (Run(form.sentences["rating"]),))


def register(
    sources: Sources, printed: Sequence[tuple[str, Entry]], form: Form
) -> Iterator[Paragraph | Table]:
    """Every excerpt behind the memo, word for word, in the order of its first use."""
    labels, columns = form.labels, form.columns
    used: dict[str, tuple[Excerpt, Kind, dict[str, None]]] = {}
    for section, entry in printed:
        for stance in Stance:
            for excerpt in sources.excerpts(entry, stance):
                first = (excerpt, entry.kind, {})
                used.setdefault(excerpt.id, first)[2][section] = None
    counts = {Kind.QUOTE: 0, Kind.FACT: 0, Kind.TEXT: 0}
    rows = []
    for excerpt, kind, sections in used.values():
        counts[kind] += 1
        item = f"{kind.value[0].upper()}-{counts[kind]:03}"
        source = sources.id_of(excerpt.article_id)
        language = sources.article(excerpt).language
        rows.append(
            (
                (Run(item),),
                (Run(excerpt.exact, language=language),),
                tuple(sources.place(source, [excerpt])),
                (Run("; ".join(sections)),),
            )
        )
    header = (columns["item"], columns["excerpt"], columns["source"], columns["used_in"])
    yield Paragraph(Role.HEADING_1, (Run(labels["register"]),))
    widths = (0.1, 0.57, 0.12, 0.21)
    yield Table(labels["register"], form.sentences["register_table"], widths, header, tuple(rows))


def _words(entry: Entry) -> str:
    return quoted(entry.text) if entry.kind is Kind.QUOTE else sentence(entry.text)


def _source(sources: Sources, entry: Entry, section: str, form: Form) -> tuple[Run, ...]:
    cited = sources.column(entry, section)
    return cited or (Run(form.labels["no_source"], Emphasis.WARNING),)


def _timeline_row(
    sources: Sources, entry: Entry, section: str, form: Form
) -> tuple[tuple[Run, ...], ...]:
    date = citation.long_date(_when(sources, entry), form) or form.labels["unrated"]
    event = Run(_words(entry), mark=bookmark(entry))
    return (Run(date, Emphasis.LEAD),), (event,), _source(sources, entry, section, form)


def _when(sources: Sources, entry: Entry) -> str:
    excerpts = sources.excerpts(entry, Stance.SUPPORTING)
    return next((e.event_time for e in excerpts if e.event_time), "")


def _by_date(sources: Sources, entries: Sequence[Entry]) -> list[Entry]:
    """Earliest first; entries without a date keep their order at the end."""
    return sorted(entries, key=lambda entry: _when(sources, entry) or "~")


def _summary(sources: Sources, form: Form) -> str:
    articles = [use.article for use in sources.uses.values()]
    named = list(dict.fromkeys(a.publisher for a in articles if a.publisher))
    unnamed = sum(not a.publisher for a in articles)
    outlets = ", ".join(named[:-1]) + (" and " if len(named) > 1 else "") + "".join(named[-1:])
    many = form.sentences["sources_one" if len(articles) == 1 else "sources_many"]
    outlets = outlets or form.labels["an_article"].lower()
    told = many.format(count=len(articles), outlets=outlets)
    if unnamed and named:
        more = form.sentences["source_unnamed" if unnamed == 1 else "sources_unnamed"]
        told = f"{told} {more.format(count=unnamed)}"
    return told


def _address(url: str) -> tuple[Run, ...]:
    if not url.startswith(("http://", "https://")):
        return ()
    host = url.split("/")[2].removeprefix("www.")
    return Run(" "), Run(host, url=url)
