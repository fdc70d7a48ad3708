"""The words that stand around a mail's own, all invented: none is of a real sender."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onward.mail.rules.types import Verdict


@dataclass(frozen=True, slots=True)
class Words:
    """The wrapping words of one language.

    Attributes:
        foreign: Disclaimers in other languages.
        legal: What stands under a firm's name, `{firm}` in it.
        thread: Answers and questions quoted below hiring mail, by what each says.
        small_talk: Quoted below any other mail.
    """

    browser: Sequence[str]
    preheaders: Sequence[str]
    banners: Sequence[str]
    openings: Sequence[str]
    about: Sequence[str]
    social: Sequence[str]
    buttons: Sequence[str]
    footers: Sequence[str]
    disclaimers: Sequence[str]
    foreign: Sequence[str]
    legal: Sequence[str]
    mobile: Sequence[str]
    enable_html: Sequence[str]
    thread: Mapping[Verdict, Sequence[str]]
    small_talk: Sequence[str]
    intro: str
    original: str
    forwarded: str
    block: Sequence[str]
    day: str


FRENCH_DISCLAIMER = (
    "Ce message et ses pièces jointes sont confidentiels et réservés à leur "
    "destinataire. Si vous l'avez reçu par erreur, merci d'en avertir l'expéditeur et "
    "de le détruire. Toute diffusion non autorisée est interdite."
)

ENGLISH = Words(
    browser=(
        "View in browser",
        "Trouble reading this? Open it in your browser.",
        "View this email online | Forward to a friend",
    ),
    preheaders=(
        "An update from {firm}",
        "Here is some news for you. Open to read more.",
        "A message for you from {firm} is waiting inside",
    ),
    banners=(
        "[EXTERNAL] CAUTION: This message came from outside the organisation. Do not "
        "click links or open attachments unless you know the sender.",
        "You don't often get email from {address}. Learn why this is important",
        "Caution: external email. Think before you click or give your password.",
    ),
    openings=(
        "We take the protection of personal data seriously and process it only for the "
        "purpose for which it was given to us, in line with the law and for no longer "
        "than needed. You can find out more about your rights on our data page.",
        "Please add our address to your contacts so that our messages always reach you. "
        "Our phones are open from Monday to Friday between 8.30 and 17.00.",
        "This message was sent from an address that is not watched. Please do not reply.",
        "Our offices are closed on public holidays. Parking is behind the building, "
        "and the number 7 tram stops at the door.",
    ),
    about=(
        "About us: since 1987 our people have worked on things that last. We have 14 "
        "sites in five countries, and we like what we do.",
        "Who we are: more than 900 people, one canteen, and a garden on the roof. We "
        "plant a tree for every month of the year.",
    ),
    social=("Facebook", "LinkedIn", "Instagram", "YouTube"),
    buttons=("Open my page", "Read more", "Go to your account"),
    footers=(
        "You receive this email because you have been in touch with us. Unsubscribe | "
        "Privacy policy | Terms | Contact",
        "To stop these messages, unsubscribe here. Manage preferences. Privacy notice.",
        "Sent with Mailwhirl, 12 Sailmaker Row, Port Ellery EX1 4QQ. Unsubscribe.",
    ),
    disclaimers=(
        "This email and any files with it are confidential and meant only for the "
        "person or entity to whom they are addressed. If you are not the intended "
        "recipient you may not copy, forward or rely on it. If you have received it in "
        "error, please tell the sender at once and delete it.",
        "CONFIDENTIALITY NOTICE: The contents of this message may be privileged. Any "
        "unauthorised review, use or disclosure is prohibited. Messages are scanned for "
        "viruses, yet no liability is accepted for any damage.",
        "Please consider the environment before printing this email.",
    ),
    foreign=(FRENCH_DISCLAIMER,),
    legal=(
        "{firm}\nRegistered in England and Wales No. 04417733. Registered office: 3 "
        "Tanner's Wharf, Port Ellery EX2 6JD. VAT no. GB 731 4402 19",
        "{firm}\n3 Tanner's Wharf | Port Ellery EX2 6JD\nT +44 1632 960 144 | "
        "www.tannerswharf.example",
    ),
    mobile=("Sent from my iPhone", "Get Outlook for iOS", "Sent from my Galaxy"),
    enable_html=(
        "Please enable HTML to view this message.",
        "Your email program does not support HTML messages.",
        "",
    ),
    thread={
        Verdict.CONFIRMATION: (
            "Thank you for your application. It has arrived, and we will read it "
            "within the next two weeks.",
        ),
        Verdict.INTERVIEW: (
            "We would like to invite you to an interview next Thursday at 10 am. "
            "Please tell us whether that suits you.",
        ),
        Verdict.REJECTION: (
            "Unfortunately we have decided to go ahead with another candidate and "
            "cannot offer you the position.",
        ),
        Verdict.OTHER: (
            "I wanted to ask politely where my application stands, as I have not "
            "heard from you since last month.",
        ),
    },
    small_talk=(
        "Thanks for yesterday, it was good to see you. Could you send me the times "
        "again? I have put the box by the door.",
        "I have a question about the bill from last month. The second line does not "
        "look right to me.",
    ),
    intro="On {day}, {name} <{address}> wrote:",
    original="-----Original Message-----",
    forwarded="---------- Forwarded message ---------",
    block=("From", "Sent", "To", "Subject", "Date"),
    day="Mon, 2 Mar 2026 at 08:12",
)

GERMAN = Words(
    browser=(
        "Im Browser ansehen",
        "Wird diese Nachricht nicht richtig angezeigt? Hier klicken.",
        "Online-Version anzeigen | Weiterleiten",
    ),
    preheaders=(
        "Neues von {firm}",
        "Es gibt eine Nachricht für Sie. Öffnen Sie die Mail, um mehr zu lesen.",
        "Eine Nachricht von {firm} liegt für Sie bereit",
    ),
    banners=(
        "[EXTERN] ACHTUNG: Diese Nachricht kommt von außerhalb des Hauses. Klicken Sie "
        "keine Links und öffnen Sie keine Anhänge, wenn Sie den Absender nicht kennen.",
        "Sie erhalten nicht oft eine E-Mail von {address}. Erfahren Sie, warum dies "
        "wichtig ist",
        "Vorsicht, externe E-Mail. Geben Sie auf keinen Fall Kennwörter weiter.",
    ),
    openings=(
        "Der Schutz personenbezogener Daten ist uns wichtig. Wir verarbeiten sie nur "
        "zu dem Zweck, zu dem sie uns gegeben wurden, nach Recht und Gesetz und nicht "
        "länger als nötig. Mehr über Ihre Rechte lesen Sie auf unserer Datenseite.",
        "Bitte nehmen Sie unsere Adresse in Ihr Adressbuch auf, damit unsere Nachrichten "
        "immer ankommen. Unser Telefon ist von Montag bis Freitag zwischen 8.30 Uhr und "
        "17 Uhr besetzt.",
        "Diese Nachricht wurde automatisch erzeugt. Bitte antworten Sie nicht darauf.",
        "An Feiertagen bleibt unser Haus geschlossen. Parkplätze finden Sie hinter dem "
        "Gebäude, die Straßenbahn 7 hält vor der Tür.",
    ),
    about=(
        "Über uns: Seit 1987 arbeiten wir an Dingen, die bleiben. An 14 Standorten in "
        "fünf Ländern, und das gern.",
        "Wer wir sind: mehr als 900 Menschen, eine Kantine und ein Garten auf dem Dach. "
        "Für jeden Monat des Jahres pflanzen wir einen Baum.",
    ),
    social=("Facebook", "LinkedIn", "Instagram", "YouTube"),
    buttons=("Zu meiner Seite", "Mehr lesen", "Zum Konto"),
    footers=(
        "Sie erhalten diese E-Mail, weil Sie mit uns in Kontakt stehen. Abmelden | "
        "Datenschutz | Impressum | Kontakt",
        "Wenn Sie keine Nachrichten mehr wünschen, können Sie sich hier abmelden. "
        "Datenschutzhinweise. Impressum.",
        "Versendet mit Postwirbel, Segelmacherweg 12, 24999 Wiesmoor. Abbestellen.",
    ),
    disclaimers=(
        "Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. "
        "Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten "
        "haben, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail. "
        "Das unerlaubte Kopieren sowie die unbefugte Weitergabe sind nicht gestattet.",
        "Informationen zur Verarbeitung Ihrer Daten nach Art. 13 DSGVO finden Sie in "
        "unserer Datenschutzerklärung.",
        "Bitte prüfen Sie der Umwelt zuliebe, ob diese Mail gedruckt werden muss.",
    ),
    foreign=(FRENCH_DISCLAIMER,),
    legal=(
        "{firm}\nSitz der Gesellschaft: Wiesmoor | Amtsgericht Aurich HRB 204417\n"
        "Geschäftsführung: Dr. Ina Lorbach, Henrik Tamms | USt-IdNr. DE 317440219",
        "{firm}\nSegelmacherweg 3 · 24999 Wiesmoor\nTel. +49 4944 990 144 · "
        "www.segelmacherweg.example\nVorstand: Dr. Ina Lorbach (Vors.), Henrik Tamms · "
        "Vorsitz des Aufsichtsrats: Jost Behrmann · HRB 204417",
    ),
    mobile=(
        "Von meinem iPhone gesendet",
        "Gesendet von Outlook für Android",
        "Diese Nachricht wurde von meinem Android-Gerät gesendet.",
    ),
    enable_html=(
        "Bitte aktivieren Sie HTML, um diese Nachricht anzuzeigen.",
        "Ihr E-Mail-Programm unterstützt leider keine HTML-E-Mails.",
        "",
    ),
    thread={
        Verdict.CONFIRMATION: (
            "vielen Dank für Ihre Bewerbung. Sie ist bei uns eingegangen, wir lesen sie "
            "in den nächsten zwei Wochen.",
        ),
        Verdict.INTERVIEW: (
            "wir möchten Sie gern zu einem Vorstellungsgespräch am Donnerstag um 10 Uhr "
            "einladen. Bitte sagen Sie uns, ob Ihnen das passt.",
        ),
        Verdict.REJECTION: (
            "leider haben wir uns für eine andere Bewerberin entschieden und können "
            "Ihnen die Stelle nicht anbieten.",
        ),
        Verdict.OTHER: (
            "ich wollte höflich nachfragen, wie es um meine Bewerbung steht, da ich "
            "seit letztem Monat nichts gehört habe.",
        ),
    },
    small_talk=(
        "danke für gestern, es war schön bei euch. Schickst du mir die Zeiten noch "
        "einmal? Die Kiste steht an der Tür.",
        "ich habe eine Frage zur Rechnung vom letzten Monat. Die zweite Zeile scheint "
        "mir nicht zu stimmen.",
    ),
    intro="Am {day} schrieb {name} <{address}>:",
    original="-----Ursprüngliche Nachricht-----",
    forwarded="---------- Weitergeleitete Nachricht ---------",
    block=("Von", "Gesendet", "An", "Betreff", "Datum"),
    day="Mo., 2. März 2026 um 08:12 Uhr",
)


def words_of(language: str, *, source: Path | None = None) -> Words:
    """Return the wrapping words of a language; English where there are none.

    Args:
        source: A file with the words of another hand, who left those of threads alone.
    """
    if source is not None:
        return _words_of_file(language, source)
    return GERMAN if language == "de" else ENGLISH


@cache
def _words_of_file(language: str, source: Path) -> Words:
    written = tomllib.loads(source.read_text(encoding="utf-8"))
    own = written.get(language, written["en"])
    foreign = [
        words
        for other in written.values()
        if other is not own
        for words in other["disclaimers"]
    ]
    return replace(words_of(language), **own, foreign=foreign)
