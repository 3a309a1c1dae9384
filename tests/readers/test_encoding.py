"""Encodings: what a file is in, with and without a word from it."""

from __future__ import annotations

import pytest

from briefing_app.readers.encoding import decode
from tests.readers.language_samples import CASES as LANGUAGES
from tests.readers.language_samples import cuts, sample

ENGLISH = "“We are united,” the alliance’s chief said – in Brussels, at a price of €5 million… " * 3
GERMAN = "Der Außenminister erklärte, die Lösung müsse früher kommen als für möglich gehalten. " * 3
CZECH = "Předseda vlády řekl, že příští týden přijede do Bruselu a že čeká rychlé řešení. " * 3
ARABIC = "وقالت الحكومة في بيانها إن البرنامج النووي لم يعد يواجه أي قيود بعد هذا اليوم. " * 6
RUSSIAN = "Министр заявил, что переговоры в Брюсселе продолжатся на следующей неделе. " * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_unicode_is_read_without_being_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.sure


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (GERMAN, "cp1252"), (GERMAN, "mac_roman"), (CZECH, "cp1250"),
     (ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r")],
)  # fmt: skip
def test_older_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_declared_encoding_is_believed_where_it_fits() -> None:
    short = "Ελλάδα".encode("cp1253")
    assert decode(short, "windows-1253").text == "Ελλάδα"


def test_utf_8_is_believed_before_a_wrong_declaration() -> None:
    assert decode(GERMAN.encode(), "iso-8859-1").text == GERMAN


def test_latin_1_means_the_encoding_that_browsers_read_under_that_name() -> None:
    assert decode("“Yes”".encode("cp1252"), "ISO-8859-1").text == "“Yes”"


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "zlib", "", "utf-7\0"])
def test_a_nonsensical_declaration_does_no_harm(declared: str) -> None:
    assert decode(ENGLISH.encode("cp1252"), declared).text == ENGLISH


def test_utf_8_with_a_damaged_spot_stays_utf_8_and_is_not_sure() -> None:
    data = GERMAN.encode()
    decoded = decode(data[:100] + b"\xff" + data[100:])
    assert decoded.encoding == "utf-8"
    assert not decoded.sure
    assert decoded.text.count("\ufffd") == 1


def test_a_stray_byte_does_not_spoil_a_sentence_in_utf_8() -> None:
    data = "Sie trafen sich in München; „wir warten“, hieß es, für 5 €.".encode()
    assert "München; „wir warten“" in decode(data + b" It\x92s so.").text


def test_nothing_at_all_decodes_to_nothing() -> None:
    assert decode(b"").text == ""


SAMPLES = {
    "cp1252 iso8859-15 mac_roman": "Les alliés gardent « leurs » instructeurs, a-t-il ajouté à "
    "l’Élysée, où ça coûte 5 € par jour.",
    "cp850": "Die Verbündeten lassen ihre Ausbilder für länger im Land, hieß es größtenteils.",
    "cp1250 iso8859-2": "A szövetségesek az országban tartják őket, mondta két tisztviselő után.",
    "cp1254 iso8859-9": "Müttefikler eğitmenlerini ülkede tutacak, ne olacağını kimse bilmiyor.",
    "cp1251 koi8-r cp866 iso8859-5 mac_cyrillic": "Союзники оставят инструкторов в стране, заявил "
    "чиновник после встречи в Брюсселе. Это явно надолго.",
    "koi8-u": "Союзники залишать своїх інструкторів у країні, заявили двоє посадовців.",
    "cp1253 iso8859-7": "Οι σύμμαχοι κρατούν τους εκπαιδευτές τους στη χώρα, δήλωσαν δύο.",
    "cp1255": "בעלות הברית ישאירו את המדריכים שלהן במדינה, אמרו שני פקידים לאחר הפגישה.",
    "cp1256 iso8859-6": "اتفق الحلفاء يوم الاثنين على إبقاء مدربيهم في البلاد بعد الاجتماع.",
    "cp874": "พันธมิตรตกลงกันเมื่อวันจันทร์ที่จะให้ ครูฝึกอยู่ในประเทศต่อไป",
    "shift_jis euc_jp iso2022_jp": "連合国は月曜日、教官を国内に残すことで合意した。",
    "gb18030": "盟国周一同意将教官留在该国，两名官员在会议后表示。特使说，我们将留下来。",
    "big5": "盟國週一同意將教官留在該國，兩名官員在會議後表示。特使說，我們將留下來。",
    "euc_kr cp949 iso2022_kr": "연합국은 월요일 교관을 국내에 남기기로 합의했다고 관리가 밝혔다.",
}
CASES = [(text, name) for names, text in SAMPLES.items() for name in names.split()]


def encoded(text: str, name: str) -> tuple[str, bytes]:
    """A text as far as an encoding has its letters, and its bytes."""
    data = text.encode(name, "ignore")
    return data.decode(name), data


@pytest.mark.parametrize(("text", "name"), CASES, ids=[name for _, name in CASES])
def test_one_sentence_is_enough_to_tell_an_encoding(text: str, name: str) -> None:
    expected, data = encoded(text, name)
    assert decode(data).text == expected


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_utf_16_is_known_without_a_mark_in_every_script(text: str, name: str) -> None:
    decoded = decode(text.encode(name))
    assert (decoded.text, decoded.sure) == (text, True)


@pytest.mark.parametrize(
    "text",
    [
        "The vote—his third—failed, he’d said.",
        "It was 3° cold",
        "Read more »",
        "One — two",
        "Mr.\u00a0Smith met the\u00a0envoys",
        "It was rock ’n’ roll of ’58, they said. ",
        "Firm® sells Widget™ bags",
    ],
)
def test_few_signs_in_english_are_those_of_windows(text: str) -> None:
    assert decode((text * 3).encode("cp1252")).text == text * 3


@pytest.mark.parametrize(
    "text",
    [
        "The envoy, José Núñez, met the press in the harbour town on Monday, and said no.",
        "He was naïve to think that the deal would hold, the minister said.",
        "Envoy Sørensen and his deputy Kjær have left the harbour town.",
        "O ministro disse que não há razões para isso, e que a situação é estável.",
    ],
)
def test_a_few_western_letters_are_not_taken_for_those_of_central_europe(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "text", ["Envoy Lech Wałęsa met Václav Němec.", "Dvořák met Zelenský in Brno."]
)
def test_a_few_letters_of_central_europe_are_still_known(text: str) -> None:
    assert decode(text.encode("cp1250")).text == text


def test_a_guess_from_a_few_letters_is_said_to_be_one() -> None:
    assert not decode("部长说不，会议结束了。".encode("gb18030")).sure


@pytest.mark.parametrize(("tag", "encoding"), LANGUAGES)
def test_a_report_is_read_in_each_encoding_of_its_language(tag: str, encoding: str) -> None:
    text, data = sample(tag, encoding)
    assert decode(data).text == text
    assert decode(data * 5).sure


@pytest.mark.parametrize("length", [60, 200])
@pytest.mark.parametrize(("tag", "encoding"), LANGUAGES)
def test_a_few_words_are_never_read_wrongly_and_called_sure(
    tag: str, encoding: str, length: int
) -> None:
    texts = cuts(sample(tag, encoding)[0], length)
    read = [decode(text.encode(encoding)) for text in texts]
    assert not [r for r, text in zip(read, texts, strict=True) if r.sure and r.text != text]
    assert sum(r.text == text for r, text in zip(read, texts, strict=True)) >= len(texts) / 2


def test_what_is_in_none_of_the_known_encodings_is_not_called_sure() -> None:
    assert not decode(bytes(range(128, 256)) * 5).sure


UNTRUE = [
    case for case in LANGUAGES
    if case[1] not in ("cp1252", "iso8859_15") and case[0] not in ("ja", "ko", "zh", "zh-Hant")
]  # fmt: skip


@pytest.mark.parametrize(("tag", "encoding"), UNTRUE)
def test_what_is_called_latin_1_and_is_not_is_read_as_what_it_is(tag: str, encoding: str) -> None:
    text, data = sample(tag, encoding)
    if decode(data, "iso-8859-1").text != text:  # one letter tells some of them apart
        assert decode(data * 12, "iso-8859-1").text == text * 12


@pytest.mark.parametrize("declared", ["us-ascii", "windows-1252", "latin1"])
def test_whatever_it_is_called_a_russian_text_is_read(declared: str) -> None:
    text, data = sample("ru", "cp1251")
    assert decode(data, declared).text == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
@pytest.mark.parametrize(
    "tag", ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "da", "fi", "is"]
)
def test_what_is_truly_latin_1_stays_it_if_short(tag: str, declared: str) -> None:
    for text in cuts(sample(tag, "cp1252")[0], 60):
        assert decode(text.encode("cp1252"), declared).text == text


def test_a_few_foreign_letters_do_not_speak_against_what_is_declared() -> None:
    for text in ("Envoy Lech Wa³êsa", "§ 5 ¶ 2: 20 °C ± 1 µm × 3", "¤¤¤", "ÐÂ"):
        assert decode(text.encode("cp1252"), "iso-8859-1").text == text
