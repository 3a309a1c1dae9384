"""Mail messages (.eml, .emlx): the article that one is, or passes on, and what is attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import chain

from briefing_app.domain.article import Article, Refusal, SetAside
from briefing_app.errors import BriefingError, OnlyALink, UnreadableFile
from briefing_app.readers.canonical import body_of, one_line, reverses
from briefing_app.readers.documents.flow import lines_of
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.alerts import pages_of_alert
from briefing_app.readers.mail.body import Body, Mail, better, read_body
from briefing_app.readers.mail.parts import decoded, parse
from briefing_app.readers.mail.sender import offer_sender, sender
from briefing_app.readers.mail.threads import Printed, Thread, take_thread
from briefing_app.readers.mail.tnef import unpacked
from briefing_app.readers.mail.words import FORWARD, REPLY, plain_subject
from briefing_app.readers.mail.wrapping import paragraphs_of
from briefing_app.readers.particulars.dates import (
    find_date,
    is_date_line,
    unsure_date,
    unsure_place,
)
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import (
    Particulars,
    clean_address,
    complete,
    read_conventions,
    sort_out,
)
from briefing_app.readers.plain.paragraphs import rejoined
from briefing_app.readers.press.exports import may_be_export, read_export

HEADER, FORWARDED = "mail header", "forwarded mail"
"""Provenances."""

_HEAD_DEPTH = 20
"""Paragraphs from the top among which a date line is looked for."""

_HALF_DAY = re.compile(r"\d\s*[ap]\.?m\b", re.I)
_REMARK_LENGTH = 160
"""Characters; a shorter text beside an attached article is a covering note."""


def read_mail(file: Incoming) -> Contents:
    """Read a message: one article or none, and the attached files.

    Raises UnreadableFile: encrypted, nested too deeply, or there is no text in it.
    """
    message = parse(file.data)
    body = read_body(message)
    fields = {name: decoded(value) for name, value in message.fields.items()}
    return contents_of_several(file, [Mail(fields, body)])


def read_apple_mail(file: Incoming) -> Contents:
    """Read a message as Apple Mail keeps it: its length, the message, a property list."""
    count, _, rest = file.data.partition(b"\n")
    return read_mail(replace(file, data=rest[: int(count)]))


def read_tnef(file: Incoming) -> Contents:
    """Read winmail.dat on its own. Raises like `unpacked`, or UnreadableFile: there is no text."""
    return contents_of_several(file, unpacked(file.data))


def contents_of_several(file: Incoming, mails: Sequence[Mail]) -> Contents:
    """The articles of a message and of those attached to it, with all their other files.

    Raises UnreadableFile: there is neither text nor an attached file in any.
    """
    mails = [inside for mail in mails for inside in _with_packed(mail)]
    articles: list[Article] = []
    warnings: list[str] = []
    inner: list[Iterable[Incoming | Refusal]] = []
    failure: BriefingError | None = None
    for mail in mails:
        try:
            contents = _contents(file, mail, has_more=len(mails) > 1)
        except (UnreadableFile, OnlyALink) as error:
            failure = error
            continue
        articles += contents.articles
        warnings += contents.warnings
        inner.append(contents.inner)
    if failure and not inner:
        raise failure
    if not articles and not warnings and not any(mail.body.attachments for mail in mails):
        raise UnreadableFile("there is no text in this message.", "Choose another message.")
    return Contents(articles, warnings, chain.from_iterable(inner))


def _with_packed(mail: Mail) -> list[Mail]:
    """A message with what Outlook packed into its winmail.dat, then the messages in there.

    What cannot be unpacked stays as it is.
    """
    left: list[Callable[[], bytes]] = []
    more: list[Mail] = []
    for content in mail.body.packed:
        try:
            whole, *inside = unpacked(content())
        except BriefingError:
            left.append(content)
            continue
        known = {name: value for name, value in mail.fields.items() if value}
        mail = Mail({**whole.fields, **known}, better([mail.body, whole.body]))
        more += inside
    mail.body.packed = left
    return [mail, *more]


def _contents(file: Incoming, mail: Mail, *, has_more: bool) -> Contents:
    """The article of a message, with the attached files.

    has_more  other messages are attached to it, which are read as well
    Raises UnreadableFile: there is neither text nor an attached file.
    """
    mail.body.cut()
    warnings = _warnings(mail.body)
    attached = (file.inner(item.name, item.content()) for item in mail.body.attachments)
    exported, notes = _exported(mail.body.lines)
    if exported:
        return Contents(exported, warnings + notes, attached)
    pages = pages_of_alert(file, mail)
    if pages:
        warnings.append("This is an alert: it names pages, and holds none of them.")
        return Contents([], warnings, chain(pages, attached))
    article = _article(mail)
    remark = one_line(" ".join(article.paragraphs))
    if (has_more or mail.body.attachments) and len(remark) < _REMARK_LENGTH:
        if remark:
            warnings.append(f"The covering note was left out: “{remark}”")
        return Contents([], warnings, attached)
    link = clean_address(mail.body.address)
    if not article.body and link:
        raise OnlyALink(
            f"there is nothing in this message but a link: {link[:200]}.",
            "Save the page in a browser and import that file.",
            link,
        )
    if not article.body:
        raise UnreadableFile(
            "there is no text in this message.",
            "Open it in the mail program, and save what is attached to it." if mail.body.packed
            else "Choose another message.",
        )  # fmt: skip
    return Contents([article], warnings, attached)


def _exported(lines: Sequence[str]) -> tuple[list[Article], list[str]]:
    """The articles that a press database sent, and words for the user; none of them otherwise."""
    text = "\n".join(lines)
    return read_export(lines_of(text), rejoined) if may_be_export(text) else ([], [])


def _warnings(body: Body) -> list[str]:
    warnings = []
    if body.is_cut:
        warnings.append("The message is very long; its end was left out.")
    if body.packed:
        warnings.append("What Outlook packed into winmail.dat could not be read and was left out.")
    if body.left_out:
        names = ", ".join(body.left_out)
        warnings.append(f"Attachments that are no articles were left out: {names}.")
    if any(map(reverses, body.lines)):
        warnings.append("Characters that reverse the direction of text were removed.")
    return warnings


def _article(mail: Mail) -> Article:
    subject, said = plain_subject(mail.field("subject"), of_list=mail.is_to_many)
    replies = FORWARD not in said and (REPLY in said or "in-reply-to" in mail.fields)
    thread = take_thread(mail.body.lines, forwards=FORWARD in said, replies=replies)
    origin = thread.origin or Printed()
    found = Particulars()
    found.offer("headline", plain_subject(origin.subject)[0], FORWARDED)
    found.offer("headline", subject, HEADER)
    found.offer("language", tag_of(mail.field("content-language").split(",")[0]), HEADER)
    for name in ("content-base", "archived-at"):
        found.offer("url", clean_address(mail.field(name).strip("<> ")), HEADER)
    paragraphs = paragraphs_of(thread.lines)
    sent = find_date(origin.date) or iso_of_header(mail.field("date"))
    known = _until_what_is_to_come(paragraphs, sent)
    text, aside = take_head(found, paragraphs[:known])
    text += paragraphs[known:]
    aside = [*mail.body.aside, *thread.aside, *aside]
    return _completed(found, text, aside, mail, thread)


def _until_what_is_to_come(paragraphs: Sequence[str], sent: str) -> int:
    """Number of the first paragraph that is a date after the message was sent, else of all.

    That is when something will happen, and no date of the article.
    """
    if not sent:
        return len(paragraphs)
    last = (date.fromisoformat(sent[:10]) + timedelta(days=1)).isoformat()
    later = (n for n, line in enumerate(paragraphs[:_HEAD_DEPTH])
             if is_date_line(line) and find_date(line)[:10] > last)  # fmt: skip
    return next(later, len(paragraphs))


def _completed(
    found: Particulars, text: list[str], aside: list[SetAside], mail: Mail, thread: Thread
) -> Article:
    """The article: what its own text says of it goes before what a head says of its message."""
    text, more = sort_out(text, found.get("headline"))
    aside += more
    read_conventions(found, text, ())
    origin, sent = thread.origin, iso_of_header(mail.field("date"))
    if origin:
        found.offer("published", find_date(origin.date), FORWARDED)
        found.propose("published", *_unsure(origin.date, sent))
    else:
        found.offer("published", sent, HEADER)
    read_conventions(found, text, aside)
    if origin:
        offer_sender(found, sender(origin.sender), FORWARDED, to_many=False)
    else:
        offer_sender(
            found, sender(mail.field("from")), HEADER,
            to_many=mail.is_to_many, among_people=mail.is_among_people,
        )  # fmt: skip
    found.propose("published", sent, HEADER)
    found.propose("url", clean_address(mail.body.address), "link in the message")
    article = complete(found, text, aside)
    return article if mail.body.attachments else _with_flash(article)


def _unsure(printed: str, sent: str) -> tuple[str, str]:
    """A date such as 03/04/2020, read so that it is not later than the day on which it was
    passed on; else as Americans do where it has half days. With its place; "" for none.
    """
    american = bool(_HALF_DAY.search(printed))
    readings = [(unsure_date(printed, month_first=f), f) for f in (american, not american)]
    day, first = next((r for r in readings if not sent or r[0] <= sent[:10]), readings[0])
    return day, unsure_place(printed, FORWARDED, month_first=first)


def _with_flash(article: Article) -> Article:
    """The article; of one that is nothing but its headline, as agencies flash, that is the text."""
    flashed = [item for item in article.set_aside if item.kind == "repeated headline"]
    if article.body or not flashed:
        return article
    rest = tuple(item for item in article.set_aside if item not in flashed)
    return replace(article, body=body_of(item.text for item in flashed[:1]), set_aside=rest)


def iso_of_header(value: str) -> str:
    """A date as mail headers have it in ISO 8601, with its zone; "" for none."""
    try:
        if _HALF_DAY.search(value[:100]):
            return find_date(value[:100])
        moment: datetime = parsedate_to_datetime(value[:100])
        return moment.isoformat() + ("+00:00" if value.strip().endswith(" -0000") else "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return find_date(value[:100])
