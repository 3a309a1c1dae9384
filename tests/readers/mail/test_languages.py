"""Forwarded articles and answers as mail programs write them in the languages of their users."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from briefing_app.readers.mail.words import is_attribution

TEXT = (
    "The alliance has stopped training soldiers in Iraq, its spokesman said on Saturday.",
    "Ambassadors will meet on Monday and hear what the strike near the airport was about.",
)
OWN = "I do not think that this is the whole story; the mission goes on with fewer people."

HEADS = [
    ("From", "Sent", "To", "Subject", "Saturday, January 4, 2020 3:12 PM", "FW: "),
    ("Von", "Gesendet", "An", "Betreff", "Samstag, 4. Januar 2020 15:12", "WG: "),
    ("De", "Envoyé", "À", "Objet", "samedi 4 janvier 2020 15:12", "TR: "),
    ("De", "Enviado", "Para", "Asunto", "sábado, 4 de enero de 2020 15:12", "RV: "),
    ("Da", "Inviato", "A", "Oggetto", "sabato 4 gennaio 2020 15:12", "I: "),
    ("De", "Enviada em", "Para", "Assunto", "sábado, 4 de janeiro de 2020 15:12", "ENC: "),
    ("Van", "Verzonden", "Aan", "Onderwerp", "zaterdag 4 januari 2020 15:12", "FW: "),
    ("Från", "Skickat", "Till", "Ämne", "den 4 januari 2020 15:12", "VB: "),
    ("Fra", "Sendt", "Til", "Emne", "4. januar 2020 15:12", "VS: "),
    (
        "Lähettäjä",
        "Lähetetty",
        "Vastaanottaja",
        "Aihe",
        "lauantai 4. tammikuuta 2020 15.12",
        "VL: ",
    ),
    ("Od", "Wysłano", "Do", "Temat", "sobota, 4 stycznia 2020 15:12", "PD: "),
    ("Od", "Odesláno", "Komu", "Předmět", "sobota 4. ledna 2020 15:12", "FW: "),
    ("Feladó", "Elküldve", "Címzett", "Tárgy", "2020. január 4., szombat 15:12", "TOV: "),
    ("De la", "Trimis", "Către", "Subiect", "sâmbătă, 4 ianuarie 2020 15:12", "FW: "),
    ("Από", "Στάλθηκε", "Προς", "Θέμα", "Σάββατο, 4 Ιανουαρίου 2020 3:12 μμ", "ΠΡΘ: "),
    ("Kimden", "Gönderildi", "Kime", "Konu", "4 Ocak 2020 Cumartesi 15:12", "İLT: "),
    ("От", "Отправлено", "Кому", "Тема", "суббота, 4 января 2020 г. 15:12", "FW: "),
    ("Від", "Надіслано", "Кому", "Тема", "субота, 4 січня 2020 р. 15:12", "FW: "),
    ("От", "Изпратено", "До", "Относно", "събота, 4 януари 2020 г. 15:12", "FW: "),
    ("Šalje", "Poslano", "Prima", "Predmet", "4. siječnja 2020. 15:12", "FW: "),
    ("Saatja", "Saadetud", "Adressaat", "Teema", "laupäev, 4. jaanuar 2020 15:12", "FW: "),
    ("No", "Nosūtīts", "Kam", "Tēma", "2020. gada 4. janvāris", "FW: "),
    ("Nuo", "Išsiųsta", "Kam", "Tema", "2020 m. sausio 4 d.", "FW: "),
    ("من", "تم الإرسال", "إلى", "الموضوع", "04 يناير, 2020 03:12 م", "إعادة توجيه: "),
    ("از", "ارسال شده", "به", "موضوع", "4 ژانویه 2020", "Fwd: "),
    ("מאת", "נשלח", "אל", "נושא", "שבת 4 ינואר 2020 15:12", "הועבר: "),
    ("发件人", "发送时间", "收件人", "主题", "2020年1月4日 15:12", "转发: "),
    ("寄件者", "寄件日期", "收件者", "主旨", "2020年1月4日 15:12", "轉寄: "),
    ("差出人", "送信日時", "宛先", "件名", "2020年1月4日 15:12", "FW: "),
    ("보낸 사람", "보낸 날짜", "받는 사람", "제목", "2020년 1월 4일 토요일 오후 3:12", "FW: "),
]
"""Words for From, Sent, To and Subject, a date, and what is put before the subject."""

WROTE = [
    "Am 04.01.20 um 15:12 schrieb Lena Aarts:",
    "Le 04/01/2020 à 15:12, Lena Aarts a écrit :",
    "El 4/1/20 a las 15:12, Lena Aarts escribió:",
    "Il 04/01/20 15:12, Lena Aarts ha scritto:",
    "Em 04/01/2020 15:12, Lena Aarts escreveu:",
    "Op 04-01-20 om 15:12 schreef Lena Aarts:",
    "Den 2020-01-04 kl. 15:12, skrev Lena Aarts:",
    "Den 04.01.2020 kl. 15.12 skrev Lena Aarts:",
    "lør. 4. jan. 2020 kl. 15:12 skrev Lena Aarts <l@x.example>:",
    "Lena Aarts kirjoitti 4.1.2020 klo 15.12:",
    "W dniu 04.01.2020 o 15:12, Lena Aarts pisze:",
    "sob., 4 sty 2020 o 15:12 Lena Aarts <l@x.example> napisał(a):",
    "Dne 04. 01. 20 v 15:12 Lena Aarts napsal(a):",
    "Dňa 4. 1. 2020 o 15:12 Lena Aarts napísal(a):",
    "2020. 01. 04. 15:12 keltezéssel, Lena Aarts írta:",
    "Pe 04.01.2020 15:12, Lena Aarts a scris:",
    "Στις 4/1/20 15:12, ο/η Lena Aarts έγραψε:",
    "04.01.2020 15:12 tarihinde Lena Aarts yazdı:",
    "04.01.2020 15:12, Lena Aarts пишет:",
    "04.01.20 15:12, Lena Aarts пише:",
    "4.1.2020. u 15:12, Lena Aarts je napisao/la:",
    "في ٤‏/١‏/٢٠٢٠ ١٥:١٢، كتب Lena Aarts:",
    "בתאריך 04/01/2020 15:12, Lena Aarts כתב:",
    "在 2020/1/4 15:12, Lena Aarts 写道:",
    "2020/01/04 15:12、Lena Aartsのメール:",
    "2020. 1. 4. 오후 3:12에 Lena Aarts 이(가) 쓴 글:",
    "2020-01-04 15:12, Lena Aarts rašė:",
    "04.01.2020 15:12 Lena Aarts kirjutas:",
]


def article(subject: str, text: str, **fields: str) -> Article:
    mail = EmailMessage()
    mail["From"] = "Tomas Hale <t@ministry.example>"
    mail["Date"] = "Mon, 06 Jan 2020 08:00:00 +0100"
    mail["Message-ID"] = "<1@ministry.example>"
    mail["Subject"] = subject
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return read_bytes("a.eml", mail.as_bytes()).articles[0]


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head[3])
def test_a_forwarded_article_is_the_one_that_its_head_names(head: tuple[str, ...]) -> None:
    sender, sent, to, subject, date, prefix = head
    printed = (
        f"{sender}: Lena Aarts <lena@meridian.example>\n{sent}: {date}\n"
        f"{to}: Tomas Hale <t@ministry.example>\n{subject}: NATO halts training in Iraq\n"
    )
    found = article(f"{prefix}Training", f"FYI\n\n{'_' * 32}\n{printed}\n" + "\n\n".join(TEXT))
    assert found.headline == "NATO halts training in Iraq"
    assert found.byline == "Lena Aarts"
    assert found.paragraphs == TEXT


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head[3])
def test_what_is_put_before_a_subject_is_no_headline(head: tuple[str, ...]) -> None:
    assert article(f"{head[5]}Training halted", "\n\n".join(TEXT)).headline == "Training halted"


@pytest.mark.parametrize("line", WROTE)
def test_what_is_answered_is_no_text_of_the_answer(line: str) -> None:
    assert is_attribution(line)
    for mark in ("> ", ""):
        quoted = "\n".join(f"{mark}{paragraph}" for paragraph in TEXT)
        found = article("Re: A", f"{OWN}\n\n{line}\n{quoted}\n", In_Reply_To="<0@x>")
        assert found.paragraphs == (OWN,)
