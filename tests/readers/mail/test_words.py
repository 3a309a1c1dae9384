"""What mail programs write between messages, in their users' languages."""

from __future__ import annotations

import pytest

from briefing_app.readers.mail import words as mail_words
from briefing_app.readers.mail.words import FORWARD, REPLY, header_line, plain_subject


@pytest.mark.parametrize(
    ("subject", "plain", "said"),
    [
        ("Fwd: A", "A", {FORWARD}), ("Re: FW: A", "A", {FORWARD, REPLY}), ("AW: A", "A", {REPLY}),
        ("WG: A", "A", {FORWARD}), ("TR : A", "A", {FORWARD}), ("RV: A", "A", {FORWARD}),
        ("رد: A", "A", {REPLY}), ("[EXTERNAL] RE: A", "A", {REPLY}), ("A: Re: b", "A: Re: b",
        set()),
        ("Iran: what next?", "Iran: what next?", set()), ("FYI", "", set()), ("Fwd: ", "",
        {FORWARD}),
        ("(no subject)", "", set()), ("[press] A", "[press] A", set()),
        ("NATO h&#228;lt &amp; wartet", "NATO hält & wartet", set()),
    ],
)  # fmt: skip
def test_a_subject_loses_its_prefixes(subject: str, plain: str, said: set[str]) -> None:
    assert plain_subject(subject) == (plain, said)


def test_the_name_of_a_list_is_no_part_of_a_subject() -> None:
    assert plain_subject("[nato-press] Re: A", of_list=True) == ("A", {REPLY})


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("From: Lena Aarts <l@x.example>", "from", "Lena Aarts <l@x.example>"),
        ("*Von:* Lena", "from", "Lena"), ("De : Lena", "from", "Lena"), ("De: Lena", "from",
        "Lena"),
        ("من: لينا", "from", "لينا"), ("> Date: x", "date", "x"), ("Gesendet: Samstag", "date",
        "Samstag"),
        ("Envoyé : samedi", "date", "samedi"), ("Enviado el: sábado", "date", "sábado"),
        ("تاريخ الإرسال: السبت", "date", "السبت"), ("Objet : A", "subject", "A"),
        ("Asunto: A: b", "subject", "A: b"), ("الموضوع: خبر", "subject", "خبر"), ("Cc:", "cc", ""),
        ("Pièces jointes : a.pdf", "other", "a.pdf"), ("Iran: what next?", "", ""),
        ("From here on", "", ""),
        ("Message-ID: <1@x.example>", "other", "<1@x.example>"),
    ],
)  # fmt: skip
def test_printed_header_lines_are_known_in_many_languages(line: str, name: str, value: str) -> None:
    assert header_line(line) == (name, value)


@pytest.mark.parametrize(
    "line",
    ["---------- Forwarded message ---------", "-------- Weitergeleitete Nachricht --------",
     "---------- Message transféré ----------", "Begin forwarded message:",
     "---------- رسالة معاد توجيهها ---------",
     "----- Forwarded by Lena Aarts/MERIDIAN on 04.01.2020 15:12 -----",
     "Anfang der weitergeleiteten Nachricht:"],
)  # fmt: skip
def test_marks_of_forwarded_messages(line: str) -> None:
    assert mail_words.is_forward_mark(line)
    assert not mail_words.is_original_mark(line)


@pytest.mark.parametrize(
    "line",
    ["-----Original Message-----", "-----Ursprüngliche Nachricht-----",
    "-----Message d'origine-----",
     "-----Mensaje original-----", "-----الرسالة الأصلية-----"],
)  # fmt: skip
def test_marks_of_original_messages(line: str) -> None:
    assert mail_words.is_original_mark(line)
    assert not mail_words.is_forward_mark(line)


@pytest.mark.parametrize(
    "text",
    [
        "On Sat, Jan 4, 2020 at 3:12 PM Lena Aarts <lena@meridian.example> wrote:",
        "Am 04.01.20 um 15:12 schrieb Lena Aarts:",
        "Lena Aarts schrieb am 4. Januar 2020 um 15:12:",
        "Le sam. 4 janv. 2020 à 15:12, Lena Aarts <l@x.example> a écrit :",
        "El sáb, 4 ene 2020 a las 15:12, Lena (<l@x.example>) escribió:",
        "في السبت، 4 يناير 2020 في 3:12 م كتبت لينا:", "Il giorno sab 4 gen 2020 Lena ha scritto:",
        "2020-01-04 15:12 GMT+01:00 Lena Aarts <l@x.example>:",
    ],
)  # fmt: skip
def test_lines_that_say_who_wrote_what_is_quoted(text: str) -> None:
    assert mail_words.is_attribution(text)


@pytest.mark.parametrize(
    "text", ["He said on Saturday:", "The letter that he wrote:", "On Monday he told reporters:"]
)
def test_sentences_that_only_sound_like_it_are_text(text: str) -> None:
    assert not mail_words.is_attribution(text)


@pytest.mark.parametrize(
    "line",
    ["Sent from my iPhone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone",
    "Get Outlook for iOS",
     "Enviado desde mi iPhone", "أُرسلت من الـ iPhone", "Gesendet mit der GMX Mail App",
     "Get Outlook for Android <https://aka.ms/x>"],
)  # fmt: skip
def test_lines_that_name_the_sending_program(line: str) -> None:
    assert mail_words.is_sent_with(line)


@pytest.mark.parametrize(
    "line",
    ["Best regards,", "Mit freundlichen Grüßen", "Cordialement,", "Un saludo", "مع التحية", "LG"],
)
def test_closing_formulas(line: str) -> None:
    assert mail_words.is_farewell(line)


@pytest.mark.parametrize(
    "line",
    [
        "This email and its attachments are confidential and intended solely for the addressee.",
        "CONFIDENTIALITY NOTICE: ...",
        "Please consider the environment before printing this e-mail.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Ce message est confidentiel et réservé à son destinataire.",
        "Este mensaje puede contener información confidencial.",
        "هذه الرسالة سرية وموجهة إلى المرسل إليه",
    ],
)  # fmt: skip
def test_small_print(line: str) -> None:
    assert mail_words.is_disclaimer(line)


@pytest.mark.parametrize(
    "line",
    ["View this email in your browser", "Unsubscribe | Manage preferences", "Im Browser ansehen",
     "Newsletter abbestellen", "Se désabonner", "Darse de baja", "إلغاء الاشتراك",
     "You are receiving this newsletter because you signed up.",
     "CAUTION: This email originated from outside of the organization.",
     "View in browser", "Web version", "Zobacz w przeglądarce", "Afmelden voor deze nieuwsbrief",
     "Tarayıcıda görüntüle", "Открыть в браузере", "退订", "ブラウザで表示", "عرض في المتصفح",
     "Tomas thought you would be interested in this item from Meridian Wire."],
)  # fmt: skip
def test_lines_of_newsletters_and_mail_servers(line: str) -> None:
    assert mail_words.is_mail_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["The alliance sees its option in Iraq, he said in an online briefing.",
     "“You can unsubscribe from this policy,” the senator said.",
     "The troops received the message at noon.",
     "The ministry has shared the following article of the treaty with its allies in Brussels, who "
     "had asked for it since the autumn of last year."],
)  # fmt: skip
def test_sentences_of_articles_are_none(line: str) -> None:
    assert not mail_words.is_mail_furniture(line)
    assert not mail_words.is_disclaimer(line)
    assert not mail_words.is_farewell(line)
    assert not mail_words.is_sent_with(line)


@pytest.mark.parametrize("line", ["-" * 190, "Forwarded", "Original message", "-- Forwarded", ""])
def test_lines_without_dashes_on_both_sides_are_no_marks(line: str) -> None:
    assert not mail_words.is_forward_mark(line)
    assert not mail_words.is_original_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bank told clients how to unsubscribe from its letters.",
        "He has shared an article of the paper with his ministers.",
        "Firms may opt out of the rules, and many will unsubscribe at once.",
    ],
)
def test_a_sentence_that_tells_of_newsletters_is_text(line: str) -> None:
    assert not mail_words.is_mail_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "You can unsubscribe from this newsletter at any time.",
        "To unsubscribe from our letters, write to the desk of the paper.",
        "Jane Doe has shared the following article with you.",
    ],
)
def test_a_sentence_that_speaks_to_readers_of_newsletters_is_none(line: str) -> None:
    assert mail_words.is_mail_furniture(line)


def test_what_is_said_of_a_confidential_message_is_no_small_print() -> None:
    told = "This message was confidential, the minister said, and never intended for the public."
    assert not mail_words.is_disclaimer(told)
    assert mail_words.is_disclaimer("This message is confidential and intended for you only.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Sent from the front line", False), ("Sent from my phone", True),
     ("Sent from the all new AOL app for iOS", True), ("Sent via BlackBerry", True)],
)  # fmt: skip
def test_only_devices_and_programs_send(line: str, expected: bool) -> None:
    assert mail_words.is_sent_with(line) is expected
