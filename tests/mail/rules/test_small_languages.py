"""Mail in languages that the second voice has heard less of: rules that stand beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.read import read_message
from onward.mail.rules.times.when import appointment
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.classify import classify

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def mail(subject: str, text: str, *, sender: str = "jo@quill.example") -> Message:
    return Message("k", "k@x.example", TOLD_AT, Address("", sender), subject, text)


@pytest.mark.parametrize(
    "text",
    [
        "Boa tarde, a bicicleta já foi vendida a outra pessoa. Obrigada! Marta",
        "Olá, infelizmente o gatinho já foi para outra família. Beijinhos, Rute",
    ],
)
def test_what_only_the_ear_takes_for_a_no_among_words_of_no_job_is_ordinary(
    text: str,
) -> None:
    assert read_message(mail("Olá", text)).verdict is Verdict.OTHER


def test_an_answer_is_heard_as_before() -> None:
    answer = mail("Re: Vaga de padeira", "Olá Rute, o lugar já foi para outra pessoa.")
    assert read_message(answer).verdict is Verdict.REJECTION


def test_a_recruitment_in_swedish_that_was_broken_off_is_closed() -> None:
    text = "Rekryteringen av undersköterskor har avbrutits av budgetskäl."
    found = classify(mail("Din ansökan som undersköterska", text), system="")
    assert found.verdict is Verdict.POSITION_CLOSED


def test_a_child_without_a_place_in_swedish_got_no_rejection() -> None:
    text = "Hej! Vi kan inte erbjuda plats på förskolan Myran, ni står kvar i kön."
    assert read_message(mail("Plats i höst", text)).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Rozmowa", "Niestety rozmowa w środę się nie odbędzie."),
        ("Interview", "Sorry, Monday's interview isn't happening."),
        ("Gespräch", "Das Gespräch findet krankheitshalber am Montag nicht statt."),
    ],
)
def test_an_interview_that_does_not_happen_is_called_off(
    subject: str, text: str
) -> None:
    assert turn_of(subject=subject, text=text) is Turn.CANCELLED


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Zapraszamy w środę 18 marca w samo południe.", "2026-03-18T12:00:00"),
        ("Intervjun flyttas till den 18 mars kl. 14.00.", "2026-03-18T14:00:00"),
    ],
)
def test_hours_in_words(text: str, hour: str) -> None:
    found = appointment(text, told_on=TOLD_AT.date())
    assert found is not None
    assert found.isoformat() == hour


def test_until_a_day_in_swedish_is_no_appointment() -> None:
    text = "Sök tjänsten fram till den 18 mars kl. 14.00."
    assert appointment(text, told_on=TOLD_AT.date()) is None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Tu candidatura en Helecho", "Estimado Alex:\n\nGracias por tu candidatura al puesto de jardinero. Te contestaremos sea como sea.\n\nUn saludo\nNora Vega"),
        ("Din ansökan till Ormbunken", "Hej Alex,\n\nTack för din ansökan till tjänsten som svetsare. Bara utvalda bjuds in.\n\nMed vänlig hälsning\nKarin Wik"),
        ("Votre candidature", "Bonjour Alex,\n\nMerci pour votre candidature chez Fougère. Si vous n'êtes pas choisi, nous garderons votre profil.\n\nCordialement\nKarin Blanc"),
        ("La tua candidatura", "Buongiorno,\n\nSe non verrai scelto terremo il tuo profilo per un anno.\n\nCordiali saluti\nFelce"),
        ("Başvurunuz hakkında", "Sayın Ece Lind,\n\nKaynakçı pozisyonuna başvurunuz için teşekkür ederiz. Kararımızı cuma günü bildireceğiz.\n\nSaygılarımızla\nKerem Vural"),
    ],
)  # fmt: skip
def test_thanks_and_a_greeting_alone_are_no_no(subject: str, text: str) -> None:
    assert read_message(mail(subject, text)).verdict is not Verdict.REJECTION


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        ("interview", "Tu candidatura", "Hola Alex:\n\nGracias por tu candidatura al puesto de jardinero. Nos gustaría verte el jueves en el vivero.\n\nUn saludo\nNora Vega"),
        ("offer", "Tu candidatura", "Hola Alex:\n\nGracias por tu candidatura al puesto de jardinero. Queremos ofrecerte el puesto.\n\nUn saludo\nNora Vega"),
        ("interview", "Din ansökan", "Hej Alex,\n\nTack för din ansökan till tjänsten som trädgårdsmästare. Vi vill gärna träffa dig.\n\nHälsningar\nKarin Wik"),
        ("offer", "Din ansökan", "Hej Alex,\n\nTack för din ansökan till tjänsten som trädgårdsmästare. Vi vill erbjuda dig jobbet.\n\nHälsningar\nKarin Wik"),
        ("assessment", "Je sollicitatie", "Hoi Alex,\n\nBedankt voor je sollicitatie als tuinman. Maak de test voor maandag.\n\nGroet\nFenna Bos"),
        ("offer", "Je sollicitatie", "Hoi Alex,\n\nBedankt voor je sollicitatie als tuinman. We bieden je de functie aan.\n\nGroet\nFenna Bos"),
        ("assessment", "A sua candidatura", "Olá Alex,\n\nObrigado pela sua candidatura a jardineiro. Faça o teste online até quinta.\n\nCumprimentos\nRute Vaz"),
        ("offer", "A sua candidatura", "Olá Alex,\n\nObrigado pela sua candidatura a jardineiro. Queremos oferecer-lhe a vaga.\n\nCumprimentos\nRute Vaz"),
        ("assessment", "Twoja aplikacja", "Dzień dobry,\n\ndziękujemy za aplikację na stanowisko ogrodnika. Prosimy rozwiązać test do środy.\n\nPozdrawiam\nKarolina Wilk"),
        ("interview", "Twoja aplikacja", "Dzień dobry,\n\ndziękujemy za aplikację na stanowisko ogrodnika. Zapraszamy na rozmowę w czwartek.\n\nPozdrawiam\nKarolina Wilk"),
        ("offer", "Twoja aplikacja", "Dzień dobry,\n\ndziękujemy za aplikację na stanowisko ogrodnika. Proponujemy Panu to stanowisko.\n\nPozdrawiam\nKarolina Wilk"),
        ("interview", "La tua candidatura", "Ciao Alex,\n\ngrazie per la tua candidatura come giardiniere. Ti proponiamo un colloquio mercoledì.\n\nUn saluto\nGianna Ori"),
        ("offer", "Başvurunuz hakkında", "Merhaba Alex,\n\nBahçıvan pozisyonuna başvurunuz için teşekkür ederiz. Size bu pozisyonu teklif ediyoruz.\n\nSaygılarımızla\nKerem Vural"),
    ],
)  # fmt: skip
def test_what_a_rule_is_sure_of_is_not_outvoted_for_the_thanks_before_it(
    verdict: str, subject: str, text: str
) -> None:
    assert read_message(mail(subject, text)).verdict == verdict


def test_a_day_of_trial_that_is_heard_as_a_talk_is_one() -> None:
    text = (
        "Alex me gusto lo que hablamos ayer. que te parece venir a hacer un dia de prueba el sabado"
        " 14, entras a las 12 y te quedas hasta las 4. te lo pago. traete ropa\n\nPaco"
    )
    found = read_message(mail("Re: Jardinero - de parte de Nora", text))
    assert found.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Maalesef merkez yeni personel bütçemizi dondurdu, bu yıl kimseyi alamıyoruz.",
        "Genel müdürlük kadro bütçesini dondurdu, bu sene kimseyi işe alamayacağız.",
        "Müşterimiz dün projeyi iptal etti, eleman talebini de geri çekti.",
    ],
)
def test_a_job_in_turkish_for_which_the_money_is_gone_went_away(text: str) -> None:
    read = read_message(mail("Başvurunuz hk.", f"Selin Hanım merhaba,\n{text}"))
    assert read.verdict is Verdict.POSITION_CLOSED


def test_an_employer_in_turkish_stands_in_brackets_behind_the_job() -> None:
    text = 'Başvurduğun "Depo Sorumlusu" (Yakamoz Lojistik) ilanı yayından kaldırıldı.'
    read = read_message(mail("İlan kaldırıldı", text, sender="bilgi@kariyer.net"))
    assert read.company == "Yakamoz Lojistik"
