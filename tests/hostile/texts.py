"""Plain text: encodings, odd characters, absurd lengths, and other files under its name."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.hostile.case import SECRET, Case, Places, page, plain, words


def cases(at: Places) -> Iterator[Case]:
    """All cases of plain text and of what is taken for it."""
    yield from _empty()
    yield from _encodings()
    yield from _characters()
    yield from _lengths()
    yield from _disguises()


def _empty() -> Iterator[Case]:
    yield Case("t-empty.txt", b"", says="the file is empty")
    yield Case("t-blanks.txt", b" \r\n\t \n", says="the file is empty")
    yield Case("t-only-mark.txt", b"\xef\xbb\xbf", says="the file is empty")
    yield Case("t-nuls.txt", b"\0" * 4000, says="the file is empty")
    yield Case("t-controls.txt", b"\x01\x02\x07\x08" * 500, says="not a text file|no article")
    yield Case("t-noise.txt", random.Random(1).randbytes(9_000), says="not a text file")
    yield Case("t-unseen.txt", "\u200b\u200d\ufeff \u2060".encode() * 20, says="no .*text|empty")


def _encodings() -> Iterator[Case]:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        name = f"t-{encoding}.txt"
        yield Case(name, plain(name).encode(encoding), (words(name), "“Nobody has asked"))
    for encoding, text in (
        ("cp1252", "„Wir bleiben“, sagte sie in Köln – für 5 €, très déçue, à l’été."),
        ("mac_roman", "“We stay,” she said in Málaga – à l’été, über Köln, naïve café."),
        ("cp1250", "Řekla, že příští týden začne nová mise spojenců a že žádný voják neodejde."),
        ("cp1251", "Союзники остановили подготовку солдат в Ираке, сообщил представитель."),
        ("koi8_r", "Союзники остановили подготовку солдат в Ираке, сообщил представитель."),
        ("cp1256", "أوقف الحلف تدريب الجنود في العراق، قال المتحدث باسمه يوم السبت في بروكسل"),
        ("shift_jis", "同盟はイラクでの訓練を停止したと報道官が土曜日に述べた。大使らは会合する。"),
        ("gb18030", "联盟发言人星期六说，联盟已经暂停在伊拉克训练士兵。大使们将在布鲁塞尔开会。"),
    ):
        name = f"t-{encoding}.txt"
        body = "\n\n".join((f"Report on {name}", *[text] * 3, words(name)))
        yield Case(name, body.encode(encoding), (text, words(name)))
    name = "t-cut-in-letter.txt"
    cut = (plain(name) + "Zum Schluß wünschte Jürgen Grü").encode() + b"\xc3"
    yield Case(name, cut, (words(name), "Jürgen Grü"))
    name = "t-broken-utf8.txt"
    broken = (plain(name) + "Grüße aus Köln, Zürich und Málaga, naïve café – très déçu.").encode()
    yield Case(name, broken.replace("ï".encode(), b"\xff\xfe"), (words(name), "Köln"))


def _characters() -> Iterator[Case]:
    for name, before, after in (
        ("t-surrogates.txt", b"trainers", b"\xed\xa0\x80trainers"),
        ("t-nul-inside.txt", b"trainers", b"trai\0ners"),
        ("t-escapes.txt", b"trainers", b"\x1btrainers"),
        ("t-bell.txt", b"trainers", b"\x07trainers\x08"),
    ):
        yield Case(name, plain(name).encode().replace(before, after), ("wait in Kuwait",))
    for name, unseen in (
        ("t-zero-width.txt", "\u200b"), ("t-soft-hyphen.txt", "\u00ad"),
        ("t-tags.txt", "\U000e0041\U000e0042"), ("t-joiner.txt", "\u2060"),
        ("t-nonchar.txt", "\ufdd0\uffff\U0001ffff"), ("t-mark-inside.txt", "\ufeff"),
    ):  # fmt: skip
        text = plain(name).replace("trainers", f"trai{unseen}ners")
        yield Case(name, text.encode(), (words(name),), lacks=(unseen,))
    name = "t-override.txt"
    text = plain(name).replace("trainers", "\u202etrainers\u202c").replace("Report", "\u2066Report")
    yield Case(name, text.encode(), (words(name),), "reverse the direction", ("\u202e", "\u2066"))
    name = "t-stacked.txt"
    text = plain(name).replace("trainers", "trainers" + "\u0301" * 4_000)
    yield Case(name, text.encode(), ("wait in Kuwait",), lacks=("\u0301" * 9,))
    for name, end in (
        ("t-mac-lines.txt", "\r"), ("t-dos-lines.txt", "\r\n"), ("t-separators.txt", "\u2028"),
        ("t-next-line.txt", "\x85"), ("t-form-feeds.txt", "\f"),
    ):  # fmt: skip
        yield Case(name, plain(name).replace("\n", end).encode(), (words(name),))


def _lengths() -> Iterator[Case]:
    name = "t-one-word.txt"
    yield Case(name, (plain(name) + "x" * 300_000).encode(), (words(name),), "[Ww]ords? of more")
    name = "t-one-line.txt"
    yield Case(name, (plain(name) + "on and on " * 60_000).encode(), (words(name),), "[Pp]aragraph")
    name = "t-many-lines.txt"
    yield Case(name, (plain(name) + "yes\n\n" * 60_000).encode(), (words(name),))
    name = "t-long-headline.txt"
    yield Case(name, (f"{'A headline ' * 900}\n\n" + plain(name)).encode(), (words(name),))
    name = "t-five-million.txt"
    yield Case(name, lambda: (plain("t-five-million.txt") + "so it goes on\n" * 400_000).encode(),
               (words(name),), "cut")  # fmt: skip
    name = "t-wrapped.txt"
    text = "\n".join(_wrapped(plain(name) + " ".join(plain(name).split()), 60))
    yield Case(name, text.encode(), (words(name),))


def _wrapped(text: str, width: int) -> Iterator[str]:
    import textwrap

    for block in text.split("\n\n"):
        yield from (*textwrap.wrap(block, width), "")


def _disguises() -> Iterator[Case]:
    name = "t-really-a-page.txt"
    yield Case(name, page(name, f"<p style='display:none'>{SECRET}</p>").encode(), (words(name),))
    name = "t-no-extension"
    yield Case(name, plain(name).encode(), (words(name),))
    name = "t-" + "very-long-name-" * 14 + ".txt"
    yield Case(name, plain("t-long-name").encode(), (words("t-long-name"),))
    yield Case("t-\u202etxt.exe", b"MZ" + bytes(300), says="not a text file")
    for name, data, said in (
        ("t-program.txt", b"MZ\x90\0\3\0\0\0" + bytes(500), "programs cannot be read"),
        ("t-picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(90), "picture"),
        ("t-photo.txt", b"\xff\xd8\xff\xe0" + bytes(90), "picture"),
        ("t-database.txt", b"SQLite format 3\0" + bytes(90), "database"),
        ("t-packed.txt", b"\x1f\x8b\x08" + bytes(90), "gz archives"),
        ("t-seven.7z", b"7z\xbc\xaf\x27\x1c" + bytes(90), "7z archives"),
        ("t-table.csv", b"a,b,c\n1,2,3\n", "tables"),
        (
            "t-link.url",
            b"[InternetShortcut]\nURL=https://courier.example/1\n",
            "only a link: https",
        ),
    ):
        yield Case(name, data, says=said)
