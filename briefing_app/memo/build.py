"""From a briefing to the memo that it says: pure, the same input gives the same memo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import Block, ComposedMemo, Emphasis, Paragraph, Role, Run, Table
from briefing_app.domain.outline import Entry, Kind, Layout, Placed, Section, Stance, arrange
from briefing_app.memo import annexes, citation, collecting, marking
from briefing_app.memo.form import Form, of
from briefing_app.memo.judgments import judgment, likelihood_table
from briefing_app.memo.sources import Place, Sources
from briefing_app.memo.timeline import timeline
from briefing_app.memo.wording import (
    NBSP,
    closed_off,
    hold_together,
    lead,
    opening,
    quoted,
    sentence,
    shortened,
    stopped,
)

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
ITEM = {
    Layout.BULLETS: Role.BULLET,
    Layout.QUOTES: Role.BULLET,
    Layout.DIFFERENCES: Role.BULLET,
    Layout.NUMBERED: Role.NUMBER,
    Layout.JUDGMENTS: Role.NUMBER,
    Layout.OPTIONS: Role.OPTION,
}
TABLES = (Layout.TABLE, Layout.POSITIONS, Layout.TIMELINE)
BANNER_LENGTH = 40
SHORT_TITLE = 80
"""Most letters of the subject in the running head."""


def build(briefing: Briefing, not_verbatim: Collection[str] = ()) -> ComposedMemo:
    """Compose the memo; the quotes of the entries in `not_verbatim` are marked as such.

    Sections without entries, and header fields without a value, are left out.
    """
    form = of(briefing.memo)
    with collecting.paused():
        builder = _Builder(briefing, form, not_verbatim)
        body = (*builder.header(), *builder.sections(), *builder.closing())
        blocks = (*body, *builder.annexes())
    fields = briefing.memo.fields
    subject = fields.get("subject") or briefing.memo.title
    banner, color = _banner(briefing)
    return ComposedMemo(
        title=form.title,
        subject=subject,
        short_title=shortened(subject, SHORT_TITLE),
        unit=fields.get("from", "").split(" (")[0],
        date=citation.long_date(fields.get("date", ""), form) or fields.get("date", ""),
        banner=banner,
        banner_color=color,
        language=form.language,
        blocks=blocks,
        footnotes=tuple(builder.sources.footnotes),
        body_length=len(body),
        has_one_numbering=form.is_numbered_throughout,
    )


def _banner(briefing: Briefing) -> tuple[str, str]:
    """What stands at the top and bottom of every page, and its colour ("" for the usual one)."""
    scheme = marking.scheme_of(briefing)
    mark = marking.highest(briefing, scheme) if scheme else None
    if mark is not None:
        return mark.banner, mark.color
    handling = briefing.memo.fields.get("handling", "")
    # A mark in capitals is a banner; a sentence about handling stays in the header block.
    is_banner = handling.isupper() and len(handling) <= BANNER_LENGTH
    return (handling if is_banner else ""), ""


def _commas(*parts: str) -> list[str]:
    """What is known of the parts, with commas between."""
    return [text for part in parts if part for text in (", ", closed_off(part))][1:]


class _Builder:
    def __init__(self, briefing: Briefing, form: Form, not_verbatim: Collection[str]) -> None:
        self._briefing = briefing
        self._form = form
        self._not_verbatim = not_verbatim
        self._entries: dict[str, list[Entry]] = {}
        for entry in sorted(briefing.entries, key=lambda e: (e.position, e.id)):
            self._entries.setdefault(entry.section_id, []).append(entry)
        self._printed: list[tuple[Place, Entry]] = []
        self.sources = Sources(briefing, form)
        self._scheme = marking.scheme_of(briefing)

    def header(self) -> Iterator[Paragraph]:
        """Title, header fields, bottom line."""
        memo, form = self._briefing.memo, self._form
        yield Paragraph(Role.TITLE, (Run(form.title),))
        for name in form.fields:
            # The cut-off stands beside the date.
            if name == "cutoff":
                continue
            value = self._field(name)
            if value:
                emphasis = Emphasis.LEAD if name == "subject" else Emphasis.PLAIN
                label = Run(form.fields[name], Emphasis.LABEL)
                runs = (label, Run("\t"), Run(value, emphasis))
                yield Paragraph(Role.FIELD, runs, f"field:{name}")
        if memo.bottom_line.strip():
            label = Run(form.labels["bottom_line"], Emphasis.LABEL)
            text = self._held(memo.bottom_line.strip())
            marked = (*self._portion(memo.marking), label, Run(" "), Run(text))
            yield Paragraph(Role.BOTTOM_LINE, marked, marking.BOTTOM_LINE)

    def sections(self) -> Iterator[Paragraph | Table]:
        """Headings and entries in reading order."""
        placed = arrange(self._briefing.sections)
        for index, place in enumerate(placed):
            if not self._says_something(placed, index):
                continue
            heading = HEADINGS[min(place.depth, 2)]
            title = place.section.title.strip() or self._form.labels["untitled_section"]
            yield Paragraph(heading, (Run(title),), place.section.id)
            yield from self._section(place)

    def closing(self) -> Iterator[Paragraph]:
        """The line on which a principal decides, if the form has one."""
        if self._form.closing == "decision":
            labels = self._form.labels
            yield Paragraph(Role.HEADING_1, (Run(labels["decision"]),))
            told = [labels[choice] for choice in ("approve", "disapprove", "discuss", "day")]
            line = [
                run
                for label in told
                for run in (Run(f"{label}{NBSP}"), Run("_" * 12, Emphasis.BLANK), Run("\t"))
            ]
            yield Paragraph(Role.DECISION, tuple(line[:-1]))

    def annexes(self) -> Iterator[Block]:
        """What the form wants after the sections; nothing where no source is cited."""
        if not self.sources.uses:
            return
        printed = [entry for _, entry in self._printed]
        makers: dict[str, Callable[[], Iterator[Block]]] = {
            "timeline": partial(timeline, self.sources, self._printed, self._form),
            "sources": partial(annexes.source_list, self.sources, self._form),
            "likelihood": partial(likelihood_table, printed, self._form),
            "register": partial(annexes.register, self.sources, self._printed, self._form),
        }
        letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for name in self._form.annexes:
            blocks = list(makers[name]())
            if blocks:
                title = self._form.labels["annex"].format(
                    letter=next(letters), title=self._form.labels[name]
                )
                yield Paragraph(Role.HEADING_1, (Run(title),))
                yield from blocks

    def _field(self, name: str) -> str:
        fields, form = self._briefing.memo.fields, self._form
        value = fields.get(name, "").strip()
        if name == "subject":
            return self._held(value or self._briefing.memo.title)
        if name == "date":
            date = citation.long_date(value, form) or value
            cutoff = fields.get("cutoff", "").strip()
            cutoff = citation.long_date(cutoff, form) if len(cutoff) == 10 else cutoff
            known = [date] if date else []
            known += [f"{form.words.fields['cutoff']}{form.words.colon}{cutoff}"] if cutoff else []
            return self._held("   |   ".join(known))
        return self._held(citation.long_date(value, form) or value)

    def _says_something(self, placed: tuple[Placed, ...], index: int) -> bool:
        """True when the section or one below it has an entry."""
        depth = placed[index].depth
        if self._entries.get(placed[index].section.id):
            return True
        for place in placed[index + 1 :]:
            if place.depth <= depth:
                return False
            if self._entries.get(place.section.id):
                return True
        return False

    def _section(self, place: Placed) -> Iterator[Paragraph | Table]:
        section = place.section
        entries = self._entries.get(section.id, [])
        if section.layout in TABLES:
            self._printed += [(Place(section.title), entry) for entry in entries]
            for entry in entries:
                if entry.kind is Kind.TEXT:
                    yield from self._entry(entry, Role.BODY, section, Place(section.title))
            rows = [entry for entry in entries if entry.kind is not Kind.TEXT]
            if rows:
                yield annexes.section_table(
                    self.sources, section, rows, self._form, self._not_verbatim, self._scheme
                )
            return
        item = ITEM.get(section.layout, Role.BODY)
        if item is Role.BODY and self._form.is_numbered_throughout:
            item = Role.NUMBER
        judged = 0
        for entry in entries:
            own = Role.BODY if section.layout is Layout.QUOTES else item
            role = own if entry.kind is Kind.TEXT else item
            judged += section.layout is Layout.JUDGMENTS and entry.kind is not Kind.QUOTE
            used = Place(section.title, 0 if self._form.is_numbered_throughout else judged)
            self._printed.append((used, entry))
            yield from self._entry(entry, role, section, used)

    def _entry(
        self, entry: Entry, role: Role, section: Section, place: Place
    ) -> Iterator[Paragraph]:
        if entry.kind is Kind.QUOTE:
            yield from self._quote(entry, place)
        elif section.layout is Layout.JUDGMENTS:
            yield self._judgment(entry, role, place)
        elif entry.kind is Kind.FACT:
            is_own = self.sources.is_own(entry)
            language = "" if is_own else self.sources.language_of_article(entry)
            said = self._led(sentence(entry.text), is_own, language)
            against = self._against(entry) if section.layout is Layout.DIFFERENCES else ()
            runs = (*said, *against, *self._reference(entry, place))
            yield Paragraph(role, (*self._portion(entry.marking), *runs), entry.id)
        else:
            paragraphs = [line for line in entry.text.split("\n") if line.strip()]
            for number, line in enumerate(paragraphs):
                words = line.strip()
                is_own = role is not Role.BODY
                runs = self._led(words) if is_own else (Run(self._held(words)),)
                portion = self._portion(entry.marking)
                yield Paragraph(role, (*portion, *runs), "" if number else entry.id)

    def _judgment(self, entry: Entry, role: Role, place: Place) -> Paragraph:
        """A judgment with its note before the sentences on confidence."""
        text = self._held(sentence(" ".join(entry.text.split())))
        claim, confidence = judgment(text, self._form.likelihood)
        note = self._reference(entry, place) if entry.kind is Kind.FACT else ()
        portion = self._portion(entry.marking)
        return Paragraph(role, (*portion, *claim, *note, *confidence), entry.id)

    def _against(self, entry: Entry) -> Iterator[Run]:
        """What the contradicting sources say, word for word."""
        for excerpt in self.sources.excerpts(entry, Stance.CONTRADICTING):
            outlet = citation.short(self.sources.article(excerpt), self._form)
            told = f" {self._form.labels['against']}{self._form.words.colon}{outlet}, "
            yield Run(told)
            language = self._form.foreign(self.sources.article(excerpt).language)
            words = quoted(excerpt.exact, self._form.words.quotes)
            is_inside = self._form.words.is_comma_inside
            yield Run(stopped(words, is_inside=is_inside), language=language)

    def _quote(self, entry: Entry, place: Place) -> Iterator[Paragraph]:
        told = quoted(entry.text, self._form.words.quotes)
        words = Run(told, language=self.sources.language(entry))
        warning = Run(f" {self._form.labels['not_verbatim']}", Emphasis.WARNING)
        runs = (words, warning) if entry.id in self._not_verbatim else (words,)
        yield Paragraph(Role.QUOTE, (*self._portion(entry.marking), *runs), entry.id)
        if entry.translation.strip():
            told = f"{self._form.labels['translation']}{self._form.words.colon}"
            label = Run(told, Emphasis.CONFIDENCE)
            translated = quoted(self._held(entry.translation), self._form.words.quotes)
            yield Paragraph(Role.QUOTE, (label, Run(translated)))
        said = (*self._said_where(entry), *self._translator(entry))
        said = (*said, *self._reference(entry, place))
        yield Paragraph(Role.QUOTE_SOURCE, said)

    def _said_where(self, entry: Entry) -> tuple[Run, ...]:
        """Speaker, outlets and date of a quote, as far as they are known.

        What was said on another day than it was printed has both dates, the second in brackets.
        """
        supporting = self.sources.excerpts(entry, Stance.SUPPORTING)
        if not supporting:
            return ()
        articles = [self.sources.article(excerpt) for excerpt in supporting]
        said = next((e for e in supporting if e.speaker), supporting[0])
        outlets = dict.fromkeys(self._told_by(a) for a in articles if a.publisher)
        printed = citation.long_date(articles[0].published, self._form)
        spoken = citation.long_date(said.event_time, self._form) if said.speaker else ""
        who = [said.speaker, said.speaker_role]
        where = [self._form.words.listed(list(outlets)), printed or spoken]
        if not any((*who, *where)):
            return (Run(citation.short(articles[0], self._form)),)
        if spoken and printed and spoken != printed:
            told = [*_commas(*who, spoken), " (", *_commas(*where), ")"]
        else:
            told = _commas(*who, *where)
        return citation.apart(*told, language=self._form.foreign(articles[0].language))

    def _translator(self, entry: Entry) -> tuple[Run, ...]:
        name = entry.translator.strip()
        if not name or not entry.translation.strip():
            return ()
        return (Run(f", {self._form.labels['translated_by'].format(name=closed_off(name))}"),)

    def _told_by(self, article: Article) -> str:
        """The outlet, or the one whose report it repeats and the outlet."""
        if not article.relays:
            return article.publisher
        return f"{article.relays}, {self._form.labels['as_quoted_by']} {article.publisher}"

    def _portion(self, name: str) -> tuple[Run, ...]:
        return marking.portion(self._scheme, name)

    def _led(self, text: str, is_own: bool = True, language: str = "") -> tuple[Run, ...]:
        pronouns = self._form.words.formats["pronouns"]
        head, rest = opening(text, pronouns) if is_own else lead(text)
        if not head:
            return (Run(self._held(text), language=language),)
        told = Run(f" {self._held(rest)}", language=language)
        return Run(head, Emphasis.LEAD, language=language), told

    def _reference(self, entry: Entry, place: Place) -> tuple[Run, ...]:
        """The note's reference; without evidence a warning in its place."""
        number = self.sources.note(entry, place)
        missing = Run(f" {self._form.labels['no_source']}", Emphasis.WARNING)
        if not number:
            return (missing,)
        if not self.sources.excerpts(entry, Stance.SUPPORTING):
            return missing, Run("", note=number)
        return (Run("", note=number),)

    def _held(self, text: str) -> str:
        return hold_together(text, self._form.months)
