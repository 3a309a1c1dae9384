"""The words by which mail programs mark replies, forwarded messages, and signatures.

Each program writes them in the language of its user; here are those of the languages in which
a newsroom's or an alliance's mail comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

_LABELS = {
    "from": "from|von|de la part de|de|da|van|från|fra|od|kimden|gönderen|от|від|lähettäjä|feladó|"
            "de la|από|saatja|no|nuo|šalje|pošiljatelj|frá|dari|"
            "من|المرسل|فرستنده|از|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|발신|מאת",
    "date": "date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|fecha|enviado|enviado el|"
            "data|enviada em|enviado em|inviato|verzonden|skickat|sendt|dato|wysłano|tarih|"
            "gönderme tarihi|gönderilme tarihi|gönderildi|дата|отправлено|отправлен|надіслано|"
            "изпратено|lähetetty|päivämäärä|päiväys|odesláno|elküldve|küldve|dátum|trimis|στάλθηκε|"
            "ημερομηνία|αποστολή|poslano|poslato|odoslané|saadetud|kuupäev|nosūtīts|datums|"
            "išsiųsta|dagsetning|tanggal|"
            "التاريخ|تاريخ الإرسال|تم الإرسال|أُرسلت|أرسلت|تاریخ|"
            "ارسال شده|发送时间|发送日期|日期|寄件日期|傳送時間|日付|日時|送信日時|보낸 날짜|날짜|"
            "תאריך|נשלח|נשלחה",
    "subject": "subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|konu|"
               "тема|относно|aihe|předmět|predmet|tárgy|subiect|θέμα|naslov|zadeva|teema|tēma|"
               "tema|efni|perihal|subjek|الموضوع|موضوع|主题|主旨|件名|제목|נושא|הנדון",
    "to": "to|an|à|para|a|aan|till|til|do|kime|кому|до|vastaanottaja|komu|címzett|către|catre|"
          "προς|za|prima|adressaat|kam|kepada|إلى|الى|به|گیرنده|收件人|收件者|宛先|"
          "받는 사람|받는사람|אל",
    "cc": "cc|bcc|kopie|copie à|kopia|kopio|kopi|másolatot kap|másolat|kópia|κοιν|"
          "копия|копія|نسخة|نسخه|抄送|副本|참조|העתק",
    "other": "reply-to|antwort an|répondre à|responder a|organization|organisation|importance|"
             "priority|wichtigkeit|attachments?|anlagen?|pièces? jointes?|datos adjuntos|adjuntos|"
             "allegati|bijlagen|załączniki|вложения|附件|添付ファイル|첨부|"
             "المرفقات|mailed-by|signed-by|resent-\\w+",
}  # fmt: skip
_NAME_OF = {label: name for name, labels in _LABELS.items() for label in labels.split("|")}
_HEADER = re.compile(
    r"[\W_]*(?P<label>" + "|".join(sorted(_NAME_OF, key=len, reverse=True)) + r"|attachment|"
    r"resent-\w+|message-id|mime-version|content-[\w-]{2,30}|user-agent|list-\w+|x-[\w-]{2,40})"
    r"[*_ ]*\s?[:：][*_ ]*(?P<value>.*)",
    re.I,
)

_FORWARD_MARK = re.compile(
    r"(forwarded (message|by.{0,80})|weitergeleitete (nachricht|mail|e-mail)|"
    r"message (transféré|réexpédié|transmis)|mensaje reenviado|messaggio inoltrato|"
    r"mensagem (encaminhada|reencaminhada)|doorgestuurd bericht|vidarebefordrat meddelande|"
    r"(przekazana|przesłana) wiadomość|пересылаемое сообщение|переслане повідомлення|"
    r"رسالة (معاد توجيهها|مُعاد توجيهها|محولة)|الرسالة المحولة|پیام (هدایت‌شده|هدایت شده|بازارسال)|"
    r"转发邮件信息|转发的?邮件|转发的消息|轉寄的?郵件|転送されたメッセージ|전달된 (메시지|메일)|"
    r"forwarded|(iletilen|iletilmiş) ileti|yönlendirilmiş ileti|videresendt (meddelelse|melding|"
    r"besked)|vidarebefordrat (brev|mail)|(edelleen)?(välitetty|lähetetty) viesti|"
    r"(przekazana|treść przekazanej) wiadomo(ść|ści)|přeposlaná (zpráva)|továbbított üzenet|"
    r"mesaj (redirecționat|înaintat)|προωθημένο μήνυμα|препратено съобщение|proslijeđena poruka|"
    r"прослеђена порука|preposlaná správa|posredovano sporočilo|edastatud kiri|pārsūtītā ziņa|"
    r"persiųstas laiškas|הודעה (מועברת|שהועברה))",
    re.I,
)
"""What stands between dashes."""

_FORWARD_LINE = re.compile(
    r"(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)|"
    r"début du (message réexpédié|message transféré|courriel réexpédié)|"
    r"inicio del mensaje reenviado|inizio messaggio inoltrato|"
    r"بداية الرسالة المعاد توجيهها|início da mensagem (reencaminhada|encaminhada)|"
    r"begin doorgestuurd bericht|początek przekazywanej wiadomości|začátek přeposílané zprávy|"
    r"vidarebefordrat brev|start på videresendt (besked|e-?mail)|videresendt melding|"
    r"välitetty viesti alkaa|iletilen ileti başlangıcı|начало переадресованного сообщения|"
    r"початок переадресованого повідомлення|a továbbított levél kezdete|"
    r"începutul mesajului redirecționat|έναρξη προωθημένου μηνύματος|"
    r"(开始转发的邮件|下面是被转发的邮件|以下是轉寄的郵件)|転送されたメッセージ|"
    r"전달된 메시지 시작|תחילת ההודעה שהועברה)",
    re.I,
)
_ORIGINAL_MARK = re.compile(
    r"(original (message|appointment)|ursprüngliche (nachricht|mail)|"
    r"(message|courriel) d['’]origine|mensaje original|messaggio originale|mensagem original|"
    r"oorspronkelijk bericht|ursprungligt meddelande|oryginalna wiadomość|исходное сообщение|"
    r"oprindelig (meddelelse|besked)|opprinnelig melding|alkuperäinen viesti|původní (zpráva|"
    r"e-?mail)|eredeti (üzenet|levél)|mesaj original|αρχικό μήνυμα|оригінальне повідомлення|"
    r"оригинално съобщение|izvorna poruka|pôvodná správa|izvirno sporočilo|algkiri|הודעה מקורית|"
    r"الرسالة الأصلية|رسالة أصلية|پیام اصلی|(orijinal|özgün) ileti|原始(邮件|郵件)|"
    r"元のメッセージ|원본 (메시지|메일))",
    re.I,
)
_WROTE = re.compile(
    r"\W*("
    r"on\b.{5,220}\bwrote|am\b.{5,160}\bschrieb\b.{0,120}|.{3,120} schrieb am .{5,120}|"
    r"le\b.{5,220}\ba écrit|el\b.{5,220}\bescribió|il\b.{5,220}\bha scritto|"
    r"em\b.{5,220}\bescreveu|op\b.{5,160}\bschreef\b.{0,120}|.{5,220}\b(пишет|писала?|написала?)|"
    r"(في|بتاريخ|يوم|وفي)\s.{5,220}\s(كتب|كتبت|جاء من)\b.{0,120}|(در|در تاریخ)\s.{5,220}\sنوشت|"
    r"den\b.{5,160}\bskrev\b.{0,120}|.{3,120} skrev .{5,160}|"
    r"(w dniu\b.{5,160}|.{5,160})\b(pisze|napisał(\(?a\)?)?).{0,120}|"
    r"(dne\b.{5,160}|dňa\b.{5,160})\bnap[ií]?sala?(\(a\))?\b.{0,120}|"
    r".{5,160}\b(kirjoitti|kirjutas|rakstīja|rašė|yazdı|написав(ла)?|пише|написа|menulis)\b.{0,80}|"
    r".{5,160}\b(ezt írta|írta)\b.{0,120}|în\b.{5,160}\ba scris\b.{0,80}|"
    r"pe\b.{5,160}\ba scris\b.{0,80}|στις\b.{5,160}\bέγραψε\b.{0,80}|"
    r".{5,160}\bje\b.{0,60}\bnapisa(o|la|l)(/la|\(la\))?|"
    r"(ב|בתאריך).{5,160}(כתב|כתבה)\b.{0,80}|"
    r".{5,160}(写道|寫道|は書きました|のメール|님이 작성|쓴 글)|"
    r".{0,160}<[^<>\s]{1,80}@[^<>\s]{1,80}>.{0,40}"
    r")\s?[:：]",
    re.I | re.S,
)

_PREFIX = re.compile(
    r"\s*(?:(?P<forward>fwd?|wg|tr|rv|enc|i|doorst|vl|pd|vb|tov|i̇?lt|trs|πρθ|إعادة توجيه|"
    r"إعادة إرسال|ارسال|הועבר|转发|轉寄|転送|전달)|"
    r"(?P<reply>re|aw|antw|sv|rif|res|odp|vá|ynt|bls|απ|رد|پاسخ|תגובה|回复|回覆|答复|返信|회신|"
    r"отв|ответ|r)|vs)"
    r"(?:\s?\[\d+\]|\s?\(\d+\))?\s?[:：]",
    re.I,
)
_TAG = re.compile(
    r"\s*(?:\[(?:external|ext|extern|spam\??|suspected spam|externe?)\]|"
    r"\*{2,3}\s?(?:external|extern|spam)\s?\*{2,3}|(?:external|extern)\s?:)\s*",
    re.I,
)
_LIST_TAG = re.compile(r"\s*\[[\w .+-]{2,40}\]\s*(?=\S)")
_NO_SUBJECT = re.compile(
    r"\W*((fyi|no subject|article|article of interest|kein betreff|zur info|zk|z\.? ?k\.?|"
    r"pour info|pvi|sans objet|sin asunto|para su información|news|press|link|بدون عنوان|"
    r"بدون موضوع|للعلم)\W*)?",
    re.I,
)

_SENT_WITH = re.compile(
    r"\W*(sent (from|via|with|using) (?!(the|a|an|our|its) (?!all|\w+ (app|mail)\b))(my )?"
    r"\w[\w .'’®+-]{1,50}|get outlook for \w+|"
    r"(diese nachricht wurde )?(gesendet|verschickt) (von|mit) (meinem? |der )?\w[\w .®+-]{1,50}|"
    r"von meinem? [\w .-]{2,40} gesendet|von (unterwegs|outlook für \w+) gesendet|"
    r"envoyé (de(puis)?|à partir de|avec|via) (mon |ma |l['’])?\w[\w .®'’+-]{1,50}|"
    r"enviado (desde|con|de) (mi |el |o )?\w[\w .®+-]{1,50}|inviato da\w* \w[\w .®+-]{1,50}|"
    r"verstuurd vanaf mijn \w[\w .-]{1,30}|(obtenir|obtener|descargar) outlook \w.{1,30}|"
    r"(أُرسلت|أرسلت|مرسل|تم الإرسال) من .{2,40}|فرستاده شده از .{2,40}|отправлено с .{2,40})\W*"
    r"(<https?://\S{1,200}>\W*)?",
    re.I,
)
_FAREWELL = re.compile(
    r"\W*(best( regards| wishes)?|(kind(est)?|warm(est)?) regards|regards|"
    r"yours (sincerely|faithfully|truly)|sincerely( yours)?|cheers|many thanks|"
    r"thanks( and regards)?|thank you|all the best|"
    r"(mit )?(freundlichen|besten|herzlichen|vielen|schönen) grü(ß|ss)en?|"
    r"(viele|beste|liebe|schöne|herzliche) grü(ß|ss)e|mfg|lg|vg|"
    r"(bien )?(cordialement|amicalement)|bien à vous|meilleures salutations|"
    r"(un )?(cordial )?saludos?( cordiales)?|atentamente|cordiali saluti|atenciosamente|"
    r"met vriendelijke groet(en)?|с уважением|مع (أطيب |خالص )?(ال)?تحي(ة|ات)|"
    r"وتفضلوا بقبول .{0,30}|با احترام|с наилучшими пожеланиями|з повагою|с уважение|поздрави|"
    r"pozdrawiam( serdecznie)?|z poważaniem|s pozdravem|s pozdravom|(srdačan|lijep|lep) pozdrav|"
    r"s poštovanjem|med (vänlig|venlig|vennlig|bästa|de bedste|beste) hils(ning|en|ener)(ar)?|"
    r"(vänliga |bästa )?hälsningar|mvh|(ystävällisin )?terveisin|üdvözlettel|"
    r"(cu (stimă|respect|drag))|(iyi çalışmalar|saygılar(ımla|ımızla)?)|με εκτίμηση|"
    r"με φιλικούς χαιρετισμούς|lugupidamisega|parimate soovidega|ar cieņu|pagarbiai|"
    r"(distinti |un cordiale )?saluti|(com os melhores |melhores )?cumprimentos|בברכה|"
    r"با تشکر|此致|敬礼|祝好|顺祝商祺|감사합니다)\W*",
    re.I,
)
_DISCLAIMER = re.compile(
    r"\W*("
    r"(confidentiality|privacy|legal|e-?mail) (notice|disclaimer|statement)\b|disclaimer\W*$|"
    r"(this|the (information|content)s?( contained)? in this) (e-?mail|message|communication|"
    r"transmission)\b.{0,300}\b(confidential|privileged|intended (only|solely|exclusively|for)|"
    r"virus(es)?)\b|if you (are not the intended recipient|have received this)\b|"
    r"please consider the environment|"
    r"diese (e-?mail|nachricht)\b.{0,300}\b(vertraulich|rechtlich geschützt|bestimmt)|"
    r"(ce|le présent) (message|courriel|mail|e-?mail)\b.{0,300}\b(confidentiel|destinataire)|"
    r"(este|el presente) (mensaje|correo)\b.{0,300}\b(confidencial|destinatario)|"
    r"(questo|il presente) messaggio\b.{0,300}\b(riservat|destinatari)|"
    r"(هذه الرسالة|هذا البريد|تحتوي هذه الرسالة)\s.{0,300}(سرية|سري|خاصة)|"
    r"این (ایمیل|پیام)\s.{0,300}محرمانه)",
    re.I,
)
_FURNITURE = re.compile(
    r"\bunsubscribe\b|\bopt[- ]out\b|\b(view|read|open|see) (this|it|the)?\s?(e-?mail|message|"
    r"newsletter|issue|version)?\s?(in|on) ((your|a|the|my) )?(web ?)?browser\b|"
    r"\b(view|read) (it )?online\b|"
    r"having trouble (viewing|reading)|(can(no|['’])t|trouble|unable to) (see|view|read)\w* this "
    r"(e-?mail|message)|(manage|update|change|edit) (your |my )?(e-?mail |newsletter |"
    r"subscription )?(preferences|profile|subscriptions?|settings)|"
    r"you(['’]re| are)? (are )?(receiv(ing|ed)|getting|got) this "
    r"(e-?mail|newsletter|message|alert)|"
    r"this (e-?mail|message|newsletter) was sent to\b|forward (this|it)?( e-?mail)? ?to a friend|"
    r"add \S{3,80} to your address book|was this (e-?mail|newsletter) forwarded to you|"
    r"(e-?mail|message) originated (from )?outside|"
    r"sender .{0,40}outside (of )?your organi[sz]ation|"
    r"you don['’]t often get e-?mail from|caution: external|"
    r"im browser (ansehen|anzeigen|öffnen|lesen)|(newsletter|abo\w*) (abbestellen|abmelden|"
    r"kündigen)|vom newsletter abmelden|\babbestellen\b|diese e-?mail (kommt|stammt) von (extern|"
    r"au(ß|ss)erhalb)|(se )?(désabonner|désinscrire)|(voir|lire|afficher|consulter) "
    r"(ce|cet|cette|la|le) [\w-]+ (en ligne|dans (le|votre) navigateur)|version en ligne|"
    r"darse de baja|"
    r"cancelar (la |su )?suscripción|ver (este|el) \w+ en (el|su|tu) navegador|"
    r"annulla l['’]iscrizione|إلغاء الاشتراك|عرض (هذه الرسالة|البريد) في المتصفح|لغو اشتراک|"
    r"отписаться",
    re.I,
)
_SHORT_FURNITURE = re.compile(
    r"\b(view|read|see) (the |this )?(web|online) version|^\W*(web|online) version\b|"
    r"thought you (would|might|['’]d) (be interested|like)|"
    r"has (shared|sent you) (this|an?|the following) (article|story|item|link|page)|"
    r"(newsletter|nachricht|mail) (nicht|online|im browser) .{0,40}(lesen|ansehen|anzeigen|"
    r"angezeigt|dargestellt)|newsletter online|hier abmelden|keine weiteren newsletter|"
    r"ne s['’]affiche pas|ne souhaite[zr]? plus recevoir|lien de désinscription|"
    r"no desea (seguir )?recib|ver(la|lo)? en (el |su |tu )?navegador|"
    r"(visualizza|apri|leggi) .{0,30}(nel|sul|dal) (tuo )?browser|non (desideri|vuoi) più ricevere|"
    r"disiscriv|(bekijk|lees) .{0,40}(in (je|uw|de) browser|online)|uitschrijven|afmelden voor|"
    r"i (din )?webbläsare|avregistrera|avprenumerera|i din browser|afmeld (dig|nyhedsbrev)|"
    r"meld deg av|w przeglądarce|wypisz się|zrezygnować z (subskrypcji|otrzymywania)|"
    r"v prohlížeči|odhlásit (se )?(z )?odběr|a böngészőben|leiratkoz|în browser|dezabon|"
    r"στο πρόγραμμα περιήγησης|κατάργηση εγγραφής|tarayıcıda|abonelikten|в браузере|"
    r"відписатися|у браузері|退订|取消订阅|取消訂閱|在浏览器中|在瀏覽器|配信停止|配信解除|"
    r"ブラウザで|수신 ?거부|브라우저에서|הסר(ה)? מרשימת|בדפדפן|در مرورگر|في المتصفح|في متصفحك",
    re.I,
)
_SHORT = 110
"""Characters of a line that is a link's label; what is longer may be a sentence of the text."""

_SENTENCE_WORDS = 6
_TO_READER = re.compile(
    r"https?:|www\.|@|\b(you|your|yours|please|click|here|this|these|our|us|we|my|copyright|"
    r"sie|ihr|ihre[mnrs]?|ihnen|du|dein\w*|dich|bitte|hier|diese[nmrs]?|wir|unser\w*|"
    r"vous|votre|vos|tu|ton|ici|cliquez|ce|cet|cette|nous|si|usted|su|sus|tu|aquí|este|esta|haga|"
    r"lei|suo|sua|tuo|tua|qui|clicca|questa|questo|je|jij|uw|jouw|deze|dit|klik|din|ditt|dig|här|"
    r"denna|klicka|klikk?|kliknij|tutaj|zde|tento|ide|ez|itt|aici|acest\w*|buraya|bu)\b"
    r"|^(to|opt|unsubscribe|view|read|see|manage|update|change|forward|add|having|trouble)\b",
    re.I,
)
"""Words with which newsletters speak to their readers, or of themselves."""

_REPORTED = re.compile(r"\b(said|says|told|warned|according to)\b|[“”]", re.I)
"""What reports of a message have, and small print has not."""

_WROTE_STEMS = ("wrote", "schrieb", "écrit", "escribió", "scritto", "escreveu", "schreef", "пишет",
                "писал", "كتب", "جاء من", "نوشت", "@", "skrev", "pisze", "napis", "napís",
                "kirjoitti", "kirjutas", "rakstīja", "rašė", "yazdı", "напис", "пише", "menulis",
                "írta", "a scris", "έγραψε", "כתב", "写道", "寫道", "書きました",
                "のメール", "작성", "쓴 글", "napsal")  # fmt: skip
_FURNITURE_STEMS = (
    "unsubscribe", "opt", "browser", "online", "having trouble", "see", "view", "read this",
    "preferences", "profile", "subscription", "settings", "receiv", "getting this", "got this",
    "was sent to", "to a friend", "address book", "forwarded to you", "outside", "often get",
    "caution", "abbestellen", "abmelden", "kündigen", "diese e", "désabonner", "désinscrire",
    "ligne", "navigateur", "darse de baja", "suscripción", "navegador", "annulla", "إلغاء الاشتراك",
    "المتصفح", "لغو اشتراک", "отписаться",
)  # fmt: skip
"""One of these is in every text that the expression of the same name finds."""

FORWARD, REPLY = "forward", "reply"
"""What the prefixes of a subject say that a message is."""


def plain_subject(subject: str, *, of_list: bool = False) -> tuple[str, frozenset[str]]:
    """A subject without "Fwd:", "Re:" and warnings, and what these said: FORWARD, REPLY.

    `of_list`: the message came over a mailing list, which may put its name in brackets before.
    A subject that says nothing comes back as "".
    """
    said: set[str] = set()
    if "&" in subject:
        subject = unescape(subject)
    for _ in range(20):
        match = _PREFIX.match(subject) or _TAG.match(subject)
        match = match or (_LIST_TAG.match(subject) if of_list else None)
        if not match:
            break
        said |= {name for name in match.groupdict() if match[name]}
        subject = subject[match.end() :]
    subject = subject.strip()
    return ("" if _NO_SUBJECT.fullmatch(subject) else subject), frozenset(said)


def header_line(line: str) -> tuple[str, str]:
    """Name ("from", "date", "subject", "to", "cc", "other") and value of a printed header line.

    ("", "") where the line is none.
    """
    match = _HEADER.fullmatch(line) if len(line) < 4000 and (":" in line or "：" in line) else None
    if not match:
        return "", ""
    name = _NAME_OF.get(match["label"].lower(), "other")
    return name, match["value"].strip(" *_")


def is_forward_mark(line: str) -> bool:
    """Whether a line says that a forwarded message follows."""
    words, is_framed = _unframed(line)
    return bool((is_framed and _FORWARD_MARK.fullmatch(words)) or _FORWARD_LINE.fullmatch(words))


def is_original_mark(line: str) -> bool:
    """Whether a line says that the message follows which this one answers or passes on."""
    words, is_framed = _unframed(line)
    return is_framed and bool(_ORIGINAL_MARK.fullmatch(words))


def _unframed(line: str) -> tuple[str, bool]:
    """The words of a short line without the signs around them, and whether these are dashes."""
    if len(line) > 200:
        return "", False
    places = [number for number, character in enumerate(line) if character.isalnum()]
    if not places:
        return "", False
    before, after = line[: places[0]], line[places[-1] + 1 :]
    is_framed = all("--" in signs or "__" in signs for signs in (before, after))
    return line[places[0] : places[-1] + 1], is_framed


def is_attribution(text: str) -> bool:
    """Whether `text` says who wrote when what is quoted next."""
    return len(text) < 400 and _has(text, _WROTE_STEMS) and bool(_WROTE.fullmatch(text))


def is_sent_with(line: str) -> bool:
    """Whether a line only names the device or program that sent the message."""
    return len(line) < 300 and bool(_SENT_WITH.fullmatch(line))


def is_farewell(line: str) -> bool:
    """Whether a line is the closing formula of a letter."""
    return len(line) < 60 and bool(_FAREWELL.fullmatch(line))


def is_disclaimer(line: str) -> bool:
    """Whether a paragraph is legal small print."""
    return bool(_DISCLAIMER.match(line[:1000])) and not _REPORTED.search(line[:1000])


def is_mail_furniture(line: str) -> bool:
    """Whether a line is a newsletter's or a mail server's own: "Unsubscribe", "View online"."""
    if len(line) > 300 or len(line.split()) > 40 or re.search("[“”„«»]", line):
        return False
    if _is_told(line):
        return False
    if len(line) <= _SHORT and _SHORT_FURNITURE.search(line):
        return True
    return _has(line, _FURNITURE_STEMS) and bool(_FURNITURE.search(line))


def _is_told(line: str) -> bool:
    """Whether a line is a sentence in Latin letters that does not speak to who reads it."""
    is_sentence = line.endswith((".", "!", "?")) and len(line.split()) >= _SENTENCE_WORDS
    return is_sentence and line[:1] < "\u0250" and not _TO_READER.search(line)


def _has(text: str, stems: Iterable[str]) -> bool:
    """Whether one of the stems is in a text: a cheap look before a dear one."""
    lower = text.lower()
    return any(stem in lower for stem in stems)
