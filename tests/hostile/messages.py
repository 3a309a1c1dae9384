"""Mail, saved pages and archives of Safari: headers, parts and encodings gone wrong."""

from __future__ import annotations

import base64
import plistlib
from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, page, paragraphs, plain, words, zipped


def mail(
    name: str, head: str = "", kind: str = "text/plain; charset=utf-8", body: str = ""
) -> bytes:
    """A message with a subject, further header lines and a body."""
    text = body or "\n\n".join(paragraphs(name))
    return (
        f"From: Courier <news@courier.example>\nTo: desk@example.org\nSubject: Report on {name}\n"
        f"Date: Mon, 06 Jan 2020 18:00:00 +0100\nMessage-ID: <{name}@x>\nMIME-Version: 1.0\n"
        f"{head}Content-Type: {kind}\n\n{text}\n"
    ).encode("utf-8", "surrogateescape")


def parts(*texts: str) -> str:
    """The body of a multipart message with boundary "b"."""
    return "".join(f"--b\n{text}\n" for text in texts) + "--b--\n"


def cases(at: Places) -> Iterator[Case]:
    """All cases of messages."""
    yield from _headers()
    yield from _bodies(at)
    yield from _structures(at)
    yield from _saved_pages(at)


def _headers() -> Iterator[Case]:
    for kind, head in (
        ("comments", f"Cc: {'(' * 5_000}\n"), ("long", f"X-Long: {'x' * 500_000}\n"),
        ("words", "X-Words: " + "=?utf-8?q?word?= " * 15_000 + "\n"),
        ("many", "".join(f"X-{n}: y\n" for n in range(20_000))),
        ("unended", 'Reply-To: "unended <a@b.example\n'), ("eight-bit", "X-Name: K\udcf6ln\n"),
        ("bad-date", "Date: yesterday, perhaps\n"), ("nul", "X-Nul: a\0b\n"),
    ):  # fmt: skip
        name = f"m-head-{kind}.eml"
        yield Case(name, mail(name, head), (words(name),))
    name = "m-subject.eml"
    coded = mail(name).replace(
        b"Subject: Report", b"Subject: =?x-unheard?q?Report?= =?utf-8?b?////?="
    )
    yield Case(name, coded, (words(name),))


def _bodies(at: Places) -> Iterator[Case]:
    for kind, head, content, body in (
        ("charset", "", "text/plain; charset=x-unheard-of", ""),
        ("no-charset", "", "text/plain", ""),
        ("transfer", "Content-Transfer-Encoding: x-odd\n", "text/plain; charset=utf-8", ""),
        ("binary", "Content-Transfer-Encoding: binary\n", "text/plain; charset=utf-8", ""),
    ):
        name = f"m-{kind}.eml"
        yield Case(name, mail(name, head, content, body), (words(name),))
    name = "m-base64.eml"
    coded = (
        base64.encodebytes("\n\n".join(paragraphs(name)).encode()).decode().replace("\n", "!\n", 1)
    )
    head = "Content-Transfer-Encoding: base64\n"
    yield Case(name, mail(name, head, body=coded.rstrip("=\n")), (words(name)[:40],))
    name = "m-quoted.eml"
    body = "\n\n".join(paragraphs(name)) + "\n\nEnd =ZZ =\n= here =F"
    head = "Content-Transfer-Encoding: quoted-printable\n"
    yield Case(name, mail(name, head, body=body), (words(name),))
    name = "m-hidden.eml"
    html = page(name, f"<p style='display:none'>{SECRET}</p><img src='{at.server}/pixel.gif'>")
    yield Case(name, mail(name, kind="text/html; charset=utf-8", body=html), (words(name),),
               lacks=(SECRET,))  # fmt: skip
    yield Case("m-empty.eml", b"From: a@b.example\nSubject: x\nMessage-ID: <1>\n\n",
               says="no .*text|no article")  # fmt: skip
    name = "m-encrypted.eml"
    kind = "application/pkcs7-mime; smime-type=enveloped-data"
    yield Case(name, mail(name, kind=kind, body="MIIB"), says="encrypted")
    kind = 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'
    pgp = parts("Content-Type: application/pgp-encrypted\n\nVersion: 1",
                "Content-Type: application/octet-stream\n\nx")  # fmt: skip
    yield Case("m-pgp.eml", mail("m-pgp.eml", kind=kind, body=pgp), says="encrypted")


def _structures(at: Places) -> Iterator[Case]:
    name = "m-attachments.eml"
    text = "Content-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(paragraphs(name))

    def attached(file: str, data: bytes) -> str:
        coded = base64.encodebytes(data).decode()
        return (
            "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
            f'Content-Disposition: attachment; filename="{file}"\n\n{coded}'
        )

    bad = attached("../../m-escaped.txt", plain("m-attached").encode())
    bomb = attached("bomb.zip", zipped({"a.txt": b"a" * (20 << 20)}))
    link = f'Content-Type: message/external-body; access-type=URL; URL="{at.outside}"\n\n'
    body = parts(text, bad, bomb, link)
    yield Case(name, mail(name, kind="multipart/mixed; boundary=b", body=body),
               (words(name), words("m-attached")), "unreasonable size", (SECRET,))  # fmt: skip
    name = "m-unended.eml"
    body = f"--b\n{text.replace('m-attachments.eml', name)}\n"
    yield Case(name, mail(name, kind="multipart/mixed; boundary=b", body=body), (words(name),))
    name = "m-no-boundary.eml"
    yield Case(name, mail(name, kind="multipart/mixed"), (words(name),))
    nested = "Content-Type: text/plain\n\ndeep down"
    for depth in range(300):
        mark = f"b{depth}"
        nested = f"Content-Type: multipart/mixed; boundary={mark}\n\n--{mark}\n{nested}\n--{mark}--"
    deep = f"From: a@b.example\nMessage-ID: <deep>\nSubject: x\n{nested}\n"
    yield Case("m-deep.eml", deep.encode(), says="nested too deeply|too many parts")
    inner = "Content-Type: text/plain\n\ndeep down"
    for _ in range(90):
        inner = f"Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: x\n{inner}"
    forwarded = f"From: a@b.example\nMessage-ID: <fwd>\nSubject: x\n{inner}\n"
    yield Case(
        "m-forwarded.eml", forwarded.encode(), says="nested too deeply|too many|within files"
    )
    many = parts(*["Content-Type: image/png\n\nx"] * 900)
    yield Case("m-many.eml", mail("m-many.eml", kind="multipart/mixed; boundary=b", body=many),
               says="too many parts|no .*text")  # fmt: skip
    name = "m-folder.mbox"
    folder = b"".join(b"From a@b Mon Jan  6 17:00:00 2020\n" + m + b"\n" for m in
                      (b"\xff\xfe broken\n", mail(name)))  # fmt: skip
    yield Case(name, folder, (words(name),))
    yield Case("m-outlook.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4_000,
               says="damaged|cannot be read|Word")  # fmt: skip


def _saved_pages(at: Places) -> Iterator[Case]:
    head = "From: <Saved by Blink>\nMIME-Version: 1.0\n"
    name = "w-page.mhtml"
    html = page(name, f"<div hidden>{SECRET}</div><iframe src='{at.outside}'></iframe>")
    whole = parts(
        f"Content-Type: text/html; charset=utf-8\nContent-Location: {at.server}/\n\n{html}"
    )
    kind = "Content-Type: multipart/related; boundary=b\n\n"
    yield Case(name, f"{head}{kind}{whole}".encode(), (words(name),), lacks=(SECRET,))
    yield Case("w-no-page.mhtml", f"{head}{kind}--b--\n".encode(), says="no .*page|no .*text")
    yield Case("w-broken.webarchive", b"bplist00" + b"\xff" * 200, says="damaged|not readable")
    yield Case(
        "w-empty.webarchive", plistlib.dumps({"WebMainResource": {}}), says="no .*text|damaged|page"
    )
