"""What of a message's parts is its text, and what is attached to it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.canonical import canonical
from briefing_app.readers.mail.markup import lines_of_markup
from briefing_app.readers.mail.parts import Part, decoded, fields_of, parse
from briefing_app.readers.mail.signed import signed_content

_ENCRYPTED_NAMES = re.compile(r"encrypted\.asc|rpmsg|message\.rpmsg", re.I)
_EXCHANGE_NAME = re.compile(r"att\d{2,6}(-\d)?\.(txt|html?)", re.I)
"""What mail servers call parts of the text between or below attached files."""

_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SEALS = 3
"""Signed messages within signed messages that are opened."""

_NO_ARTICLES = re.compile(
    r"(image|audio|video|font|model)/.*|text/(calendar|(x-)?vcard|directory|x-amp-html|rfc822-headers)|"
    r"application/(ics|(x-)?pkcs7-signature|pgp-signature|pgp-keys|ms-tnef|vnd\.ms-tnef)|"
    r"message/(partial|external-body|delivery-status|disposition-notification|global-delivery-status|feedback-report)",
    re.I,
)
_SILENT = re.compile(
    r"application/((x-)?pkcs7-signature|pgp-signature|pgp-keys)|text/x-amp-html|"
    r"message/(delivery-status|disposition-notification|global-delivery-status|feedback-report)",
    re.I,
)
_TNEF = re.compile(r"application/(vnd\.)?ms-tnef", re.I)
_TEXTS = ("text/plain", "text/html", "text/enriched", "text/markdown")
_PGP = "-----BEGIN PGP MESSAGE-----"
_PGP_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w+:.*\n)*|-----BEGIN PGP SIGNATURE-----[\s\S]*"
)
_PICTURE_NOTE = re.compile(r"\[(?:cid|image|inline image[^:\]]*):[^\]\n]{0,300}\]", re.I)
_LINK = re.compile(r" ?<(?:https?|mailto):[^<>\s]{1,4000}>|\[https?://[^\s\[\]]{1,4000}\]")
_FOOTER_ADDRESS = re.compile(r"/listinfo/|unsubscri|/preferences|//aka\.ms/|opt-?out", re.I)
"""Of the list that a message came over, or of the program that sent it."""

_WEB_VERSION = re.compile(
    r"(?:view|read) this (?:post|e-?mail|newsletter|message) (?:on the web|online|in your browser)"
    r"(?: at)?:? (https?://\S{4,4000})", re.I
)  # fmt: skip
_ADDRESS = re.compile(r"[(<\[ ]*(https?://\S{4,4000}?)[)>\] ]*")


MOST_CHARACTERS = 1_000_000
MOST_LINES = 20_000
"""Of the text of one message; what follows is left out."""

_EXTENSIONS = {"message/rfc822": ".eml", "application/pdf": ".pdf", "text/html": ".html",
               "text/plain": ".txt", "application/rtf": ".rtf"}  # fmt: skip


@dataclass(frozen=True)
class Attachment:
    """A file attached to a message; its bytes are decoded when they are asked for."""

    name: str
    content: Callable[[], bytes]


@dataclass
class Body:
    """What was found in a message.

    lines        of its text; an empty line separates paragraphs, ">" begins quoted mail
    address      of its version on the web, or the only address in it; "" for none
    attachments  what may be articles
    left_out     names of what is none
    packed       what is packed into winmail.dat, still packed
    source       the page that the lines come from, "" for none
    linked       the lines with the addresses behind words, where there is no page
    """

    lines: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    address: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    packed: list[Callable[[], bytes]] = field(default_factory=list)
    is_cut: bool = False
    source: str = ""
    linked: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters of text."""
        return sum(map(len, self.lines))

    def cut(self) -> None:
        """Leave out what goes beyond the limits of a message's text."""
        lengths = accumulate(len(line) + 1 for line in self.lines[:MOST_LINES])
        fitting = sum(1 for length in lengths if length <= MOST_CHARACTERS)
        if fitting < len(self.lines):
            self.lines = self.lines[: max(1, fitting)]
            self.lines[0] = self.lines[0][:MOST_CHARACTERS]  # where the first alone is too long
            self.is_cut = True


@dataclass(frozen=True)
class Mail:
    """A message, whatever kind of file it lay in; `fields` of its head by name in lower case."""

    fields: Mapping[str, str]
    body: Body

    def field(self, name: str) -> str:
        """The value of a field, "" for none."""
        return self.fields.get(name, "")

    @property
    def is_to_many(self) -> bool:
        """Whether it came over a mailing list or as a newsletter."""
        bulk = self.field("precedence").lower() in ("bulk", "list")
        return bulk or bool({"list-id", "list-unsubscribe"} & self.fields.keys())

    @property
    def is_among_people(self) -> bool:
        """Whether it came over a mailing list to which its readers write themselves."""
        talks = {"list-post", "x-mailing-list", "in-reply-to", "references"} & self.fields.keys()
        # A newsletter may have the address of its page there.
        where = self.field("list-post").strip().lower()
        return bool(talks) and where != "no" and (not where or "mailto:" in where)


def read_body(message: Part) -> Body:
    """Text and attachments of a message.

    Raises UnreadableFile: it is encrypted. UnsupportedFormat: no person wrote it.
    """
    _refuse_encrypted(message)
    _refuse_reports(message)
    body = _text_body(message) if message.kind in _TEXTS else _body(message)
    if any(line == _PGP for line in body.lines[:20]):
        raise _encrypted()
    return body


def body_of_signed(data: bytes, seals: int = _SEALS) -> Body:
    """The body of a message that is signed as a whole.

    Raises UnreadableFile: it is encrypted, or what is in it is.
    """
    content = signed_content(data)
    if not content or not seals:
        raise _encrypted()
    inner = parse(content)
    _refuse_encrypted(inner)
    return _text_body(inner) if inner.kind in _TEXTS else _body(inner, seals - 1)


def _refuse_encrypted(message: Part) -> None:
    for part in message.walk():
        sealed = part.kind in _SEALED or part.file_name.lower() == "smime.p7m"
        if part.kind == "multipart/encrypted" or _ENCRYPTED_NAMES.fullmatch(part.file_name):
            raise _encrypted()
        sealed = sealed and not part.parts and "certs" not in part.parameter("smime-type")
        if sealed and not signed_content(part.content()):
            raise _encrypted()


def _refuse_reports(message: Part) -> None:
    """Refuse what a mail server says of a message: not delivered, read, deleted."""
    of_server = re.search(r"(?i)(^|<)(mailer-daemon|postmaster)@", message.fields.get("from", ""))
    if message.kind == "multipart/report" or (
        of_server and "multipart/" not in message.kind and "in-reply-to" not in message.fields
    ):
        raise report()


def report() -> UnsupportedFormat:
    """The refusal of what a mail server says of a message."""
    return UnsupportedFormat(
        "this is a report of a mail server on a message, and no article.",
        "Import the message itself.",
    )


def _encrypted() -> UnreadableFile:
    return UnreadableFile(
        "the message is encrypted.",
        "Open it in the mail program, and copy its text or save what is attached to it.",
    )


def _body(part: Part, seals: int = _SEALS) -> Body:
    if part.kind in _SEALED or part.file_name.lower() == "smime.p7m":
        return Body() if "certs" in part.parameter("smime-type") else body_of_signed(
            part.content(), seals
        )  # fmt: skip
    if part.kind == "multipart/alternative":
        shown = [inner for inner in part.parts if not _is_rich_copy(inner)] or part.parts
        return better([_body(inner, seals) for inner in shown])
    if part.parts:
        return joined([_body(inner, seals) for inner in part.parts])
    if part.kind.startswith("multipart/"):
        return lines_of_text(part.text(), flowed=False)
    is_attached = part.disposition == "attachment" or part.file_name
    if part.kind in _TEXTS and (not is_attached or _EXCHANGE_NAME.fullmatch(part.file_name)):
        return _text_body(part)
    kind = kind_of_file(part.kind, part.file_name)
    is_shown = bool(part.file_name) and part.disposition == "attachment"
    return attached(_name(part, kind), kind, part.content, is_shown=is_shown)


def _is_rich_copy(part: Part) -> bool:
    """Whether a part is the text once more as rich text, which Outlook sends along."""
    return part.kind in ("application/rtf", "text/rtf") and not part.file_name


def _text_body(part: Part) -> Body:
    if part.kind == "text/html":
        return body_of_markup(part.text())
    return lines_of_text(
        part.text(),
        flowed=part.parameter("format").lower() == "flowed",
        closes_up=part.parameter("delsp").lower() == "yes",
    )


def attached(name: str, kind: str, content: Callable[[], bytes], *, is_shown: bool) -> Body:
    """A body that is one attached file, of content type `kind`.

    is_shown  to the reader as a file, not only as a picture in the text
    """
    if _TNEF.fullmatch(kind) or name.lower() == "winmail.dat":
        return Body(packed=[content])
    if not _NO_ARTICLES.fullmatch(kind):
        return Body(attachments=[Attachment(name, content)])
    return Body(left_out=[name] if name and is_shown and not _SILENT.fullmatch(kind) else [])


def kind_of_file(kind: str, name: str) -> str:
    """The content type of a file, from its name where the sender's program did not know it."""
    if kind in ("", "application/octet-stream"):
        return mimetypes.guess_type(name)[0] or "application/octet-stream"
    return kind.lower()


def _name(part: Part, kind: str) -> str:
    """The name of an attached file; a message without one has its subject for a name."""
    name = part.file_name
    if not name and kind == "message/rfc822":
        subject = decoded(fields_of(part.content()).get("subject", ""))
        name = re.sub(r'[\\/:*?"<>|\s]+', " ", subject).strip(" .")[:80]
    extension = "" if re.search(r"\.\w{2,8}$", name) else _EXTENSIONS.get(kind, "")
    return (name or "attachment") + extension


def better(choices: Sequence[Body]) -> Body:
    """The body that a reader would be shown: the last, unless it has lost most of the text."""
    if not choices:
        return Body()
    longest = max(body.length for body in choices)
    best = next(body for body in reversed(choices) if 2 * body.length >= longest)
    others = [body for body in choices if body is not best]
    rest = joined([Body([], [], "", b.attachments, b.left_out, b.packed) for b in others])
    return joined([best, rest])


def joined(bodies: Iterable[Body]) -> Body:
    whole = Body()
    for body in bodies:
        whole.lines += ["", *body.lines] if whole.lines and body.lines else body.lines
        whole.aside += body.aside
        whole.attachments += body.attachments
        whole.left_out += body.left_out
        whole.address = whole.address or body.address
        whole.source = whole.source or body.source
        whole.linked += body.linked
        whole.packed += body.packed
    return whole


def body_of_markup(source: str) -> Body:
    """The body of a message written in markup."""
    paragraphs, aside, address = lines_of_markup(source)
    lines = [line for paragraph in paragraphs for line in (paragraph, "")]
    return _without_links(Body(lines, aside, address, source=source))


def lines_of_text(text: str, *, flowed: bool, closes_up: bool = False) -> Body:
    """The body of a message in plain text; `flowed` and `closes_up` (DelSp) as in RFC 3676."""
    text = _PGP_SIGNED.sub("", text.replace("\r\n", "\n"))
    if flowed and re.search(r"[^\s>-] \n", text):
        text = _unflowed(text, closes_up).replace("\n", "\n\n")
    return _without_links(Body(canonical(_PICTURE_NOTE.sub("", text)).split("\n")))


def _unflowed(text: str, closes_up: bool) -> str:
    """Text whose lines go on in the next when they end in a space, joined (RFC 3676)."""
    parts: list[str] = []
    open_at = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        goes_on = open_at == depth and content != "-- "
        open_at = depth if content.endswith(" ") and content != "-- " else None
        if closes_up and open_at is not None:
            content = content.removesuffix(" ")
        parts.append(content if goes_on else f"\n{'>' * depth}{' ' if depth else ''}{content}")
    return "".join(parts).removeprefix("\n")


def _without_links(body: Body) -> Body:
    """Take out addresses that stand behind words; lines that are nothing else are set aside."""
    lines = []
    body.linked = [] if body.source else body.lines
    for line in body.lines:
        address = _ADDRESS.fullmatch(line)
        if not address and "http" in line:
            address = _WEB_VERSION.fullmatch(line)
        if address:
            if not _FOOTER_ADDRESS.search(address[1]):
                body.address = body.address or address[1]
            body.aside.append(SetAside("navigation", line))
        elif line:
            lines.append(_LINK.sub("", line).strip() if "<" in line or "[" in line else line)
        else:
            lines.append("")
    body.lines = lines
    return body
