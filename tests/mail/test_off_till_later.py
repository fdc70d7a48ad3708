"""An interview that is called off, or waits, once the person could not come; in ten languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from onward.applications.models import Application
from onward.applications.services import asks, rounds_of
from onward.exchange.rules.proof import ProofPart
from onward.exchange.services import proof
from onward.exchange.services.calendar import ledger_entries
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.people.models import Person
from tests.mail.own_story import import_story
from tests.mail.test_asked_to_move import talk

NOW = datetime(2026, 3, 8, 10, tzinfo=UTC)

_INVITED = {
    "es": "Buenos días Robin:\n\nNos gustaría conocerte en una entrevista para el puesto de Night Porter el domingo 8 de marzo a las 10:00 en nuestro centro logístico.\n\nKim Alder",
    "en": "Dear Robin,\n\nWe would like to meet you for an interview for the Night Porter position on Sunday 8 March at 10:00 at our centre.\n\nKim Alder",
    "de": "Guten Tag Robin Vale,\n\nwir laden Sie zum Vorstellungsgespräch als Nachtportier am Sonntag, 8. März um 10:00 Uhr ein.\n\nKim Alder",
    "fr": "Bonjour Robin,\n\nNous vous invitons à un entretien pour le poste de Night Porter le dimanche 8 mars à 10h00 dans nos bureaux.\n\nKim Alder",
    "it": "Buongiorno Robin,\n\nla invitiamo a un colloquio per la posizione di Night Porter domenica 8 marzo alle ore 10:00 nella nostra sede.\n\nKim Alder",
    "pt": "Olá Robin,\n\nGostaríamos de o convidar para uma entrevista para a função de Night Porter no domingo, 8 de março, às 10:00.\n\nKim Alder",
    "nl": "Beste Robin,\n\nGraag nodigen we je uit voor een sollicitatiegesprek voor de functie van Night Porter op zondag 8 maart om 10:00 uur.\n\nKim Alder",
    "pl": "Dzień dobry,\n\nzapraszamy na rozmowę kwalifikacyjną na stanowisko Night Porter w niedzielę 8 marca o godz. 10:00.\n\nKim Alder",
    "tr": "Merhaba Robin,\n\nSizi Night Porter pozisyonu için 8 Mart Pazar günü saat 10:00'da mülakata davet etmek isteriz.\n\nKim Alder",
    "sv": "Hej Robin,\n\nVi vill gärna bjuda in dig till en intervju för tjänsten som Night Porter söndagen den 8 mars kl. 10:00.\n\nKim Alder",
}  # fmt: skip
_CANNOT = {
    "es": "Buenas noches Kim:\n\nMi madre ha ingresado hoy y mañana no puedo ir a la entrevista. ¿Sería posible otro día?\n\nRobin",
    "en": "Dear Kim,\n\nMy mother was taken to hospital today and I cannot come to the interview tomorrow. Could we find another day?\n\nRobin",
    "de": "Guten Tag,\n\nmeine Mutter ist heute ins Krankenhaus gekommen, und morgen kann ich leider nicht zum Gespräch kommen. Wäre ein anderer Tag möglich?\n\nRobin",
    "fr": "Bonsoir,\n\nMa mère a été hospitalisée aujourd'hui et je ne peux pas venir à l'entretien demain. Serait-il possible de trouver un autre jour ?\n\nRobin",
    "it": "Buonasera,\n\nmia madre è stata ricoverata oggi e domani non posso venire al colloquio. Sarebbe possibile un altro giorno?\n\nRobin",
    "pt": "Boa noite,\n\nA minha mãe foi internada hoje e amanhã não posso ir à entrevista. Seria possível outro dia?\n\nRobin",
    "nl": "Goedenavond,\n\nMijn moeder is vandaag opgenomen en morgen kan ik niet naar het gesprek komen. Zou een andere dag kunnen?\n\nRobin",
    "pl": "Dzień dobry,\n\nmoja mama trafiła dziś do szpitala i jutro nie mogę przyjść na rozmowę. Czy możliwy byłby inny dzień?\n\nRobin",
    "tr": "Merhaba,\n\nAnnem bugün hastaneye kaldırıldı, yarın görüşmeye gelemeyeceğim. Başka bir gün mümkün mü?\n\nRobin",
    "sv": "Hej,\n\nMin mamma lades in på sjukhus i dag och jag kan inte komma till intervjun i morgon. Går det bra med en annan dag?\n\nRobin",
}  # fmt: skip
_AGREED = {
    "es": "Buenos días Kim:\n\nConfirmo el domingo a las 10:00.\n\nRobin",
    "en": "Dear Kim,\n\nSunday at 10:00 is fine, thank you.\n\nRobin",
    "de": "Guten Tag,\n\nSonntag um 10 Uhr passt, danke.\n\nRobin",
}  # fmt: skip
_SUBJECTS = {
    "es": "Re: Entrevista",
    "en": "Re: Interview for Night Porter",
    "de": "Re: Vorstellungsgespräch",
    "fr": "Re: Entretien",
    "it": "Re: Colloquio",
    "pt": "Re: Entrevista",
    "nl": "Re: Sollicitatiegesprek",
    "pl": "Re: Rozmowa",
    "tr": "Re: Mülakat",
    "sv": "Re: Intervju",
}  # fmt: skip
_OFF = [
    ("es", "Buenos días Robin:\n\nNo te preocupes lo más mínimo, lo primero es tu madre. Cancelo la cita de hoy y cuando estés más tranquila me escribes y buscamos otro hueco, sin prisa: el proceso sigue abierto hasta mediados de diciembre.\n\nQue se mejore.\n\nKim"),
    ("es", "Buenos días Robin:\n\nAnulo la entrevista de hoy, ya buscaremos otra fecha.\n\nKim"),
    ("es", "Buenos días Robin:\n\nLa entrevista de hoy queda cancelada; cuando puedas me escribes y buscamos otro día.\n\nKim"),
    ("es", "Buenos días Robin:\n\nNo te preocupes, lo dejamos para cuando tu madre esté mejor.\n\nKim"),
    ("es", "Buenos días Robin:\n\nLo anulo entonces. Avísame cuando puedas y te doy otra cita.\n\nKim"),
    ("es", "Buenos días Robin:\n\nClaro, aplazamos la entrevista hasta que puedas venir.\n\nKim"),
    ("en", "Hi Robin,\n\nDon't worry. I am cancelling today's interview; write to me when you are ready and we will find another day.\n\nKim"),
    ("en", "Hi Robin,\n\nOf course. I'll cancel today and we will find another date when your mother is better.\n\nKim"),
    ("en", "Hi Robin,\n\nPlease don't worry. Let's leave it until your mother is better.\n\nKim"),
    ("en", "Hi Robin,\n\nNo problem at all. I have taken today's interview out of the diary. Let me know when you're ready.\n\nKim"),
    ("en", "Hi Robin,\n\nI've called off our meeting for now. Get in touch once things have calmed down.\n\nKim"),
    ("de", "Guten Tag,\n\nMachen Sie sich keine Sorgen. Ich sage den heutigen Termin ab, und wenn es Ihrer Mutter besser geht, finden wir einen neuen.\n\nKim"),
    ("de", "Guten Tag,\n\nKein Problem, das Gespräch heute entfällt. Melden Sie sich, wenn es wieder passt.\n\nKim"),
    ("de", "Guten Tag,\n\nKein Problem, wir verschieben es, bis es Ihrer Mutter besser geht.\n\nKim"),
    ("de", "Guten Tag,\n\nNatürlich. Ich streiche das Gespräch heute, melden Sie sich einfach, sobald Sie Zeit haben.\n\nKim"),
    ("fr", "Bonjour Robin,\n\nNe vous inquiétez pas. J'annule le rendez-vous d'aujourd'hui et nous trouverons une autre date quand vous serez plus tranquille.\n\nKim"),
    ("fr", "Bonjour Robin,\n\nPas de souci, l'entretien d'aujourd'hui est annulé. Recontactez-moi quand vous le pourrez.\n\nKim"),
    ("fr", "Bonjour Robin,\n\nPas de souci, nous remettons cela à plus tard, quand votre mère ira mieux.\n\nKim"),
    ("it", "Buongiorno Robin,\n\nNon si preoccupi. Annullo il colloquio di oggi e quando sarà più tranquilla troveremo un'altra data.\n\nKim"),
    ("it", "Buongiorno Robin,\n\nNessun problema, il colloquio di oggi è annullato. Mi scriva quando può.\n\nKim"),
    ("it", "Buongiorno Robin,\n\nNon si preoccupi, rimandiamo a quando sua madre starà meglio.\n\nKim"),
    ("pt", "Bom dia Robin,\n\nNão se preocupe. Cancelo a entrevista de hoje e quando puder marcamos outra data.\n\nKim"),
    ("pt", "Bom dia Robin,\n\nSem problema, a entrevista de hoje fica cancelada. Escreva-me quando puder.\n\nKim"),
    ("pt", "Bom dia Robin,\n\nNão se preocupe, deixamos para quando a sua mãe estiver melhor.\n\nKim"),
    ("nl", "Beste Robin,\n\nMaak je geen zorgen. Ik annuleer het gesprek van vandaag en we zoeken een andere datum als het beter gaat.\n\nKim"),
    ("nl", "Beste Robin,\n\nGeen probleem, het gesprek van vandaag gaat niet door. Laat maar weten wanneer je weer kunt.\n\nKim"),
    ("nl", "Beste Robin,\n\nGeen probleem, we stellen het uit tot je moeder beter is.\n\nKim"),
    ("pl", "Dzień dobry,\n\nProszę się nie martwić. Odwołuję dzisiejszą rozmowę, znajdziemy inny termin, gdy mama poczuje się lepiej.\n\nKim"),
    ("pl", "Dzień dobry,\n\nNic nie szkodzi, dzisiejsza rozmowa jest odwołana. Proszę napisać, kiedy będzie Pan mógł.\n\nKim"),
    ("pl", "Dzień dobry,\n\nProszę się nie martwić, odłóżmy to, aż mama wyzdrowieje.\n\nKim"),
    ("tr", "Merhaba Robin,\n\nHiç merak etmeyin. Bugünkü görüşmeyi iptal ediyorum, anneniz iyileşince başka bir gün buluruz.\n\nKim"),
    ("tr", "Merhaba Robin,\n\nSorun değil, bugünkü mülakat iptal edildi. Uygun olduğunuzda bana yazın.\n\nKim"),
    ("tr", "Merhaba Robin,\n\nMerak etmeyin, anneniz iyileşene kadar erteleyelim.\n\nKim"),
    ("sv", "Hej Robin,\n\nOroa dig inte. Jag ställer in dagens intervju och vi hittar en annan tid när det passar dig.\n\nKim"),
    ("sv", "Hej Robin,\n\nInga problem, intervjun i dag är inställd. Hör av dig när du kan.\n\nKim"),
    ("sv", "Hej Robin,\n\nOroa dig inte, vi väntar med det tills din mamma mår bättre.\n\nKim"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), _OFF)
def test_kind_words_hide_no_talk_that_is_off(code: str, text: str) -> None:
    subject = _SUBJECTS[code]
    assert turn_of(subject=subject, text=text) is Turn.MOVED
    sender = Address("Kim Alder", "kim@firm.example")
    message = Message("k", "k@firm.example", None, sender, subject, text)
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW


def _first_two() -> list[tuple[str, str]]:
    seen: dict[str, list[str]] = {}
    for code, text in _OFF:
        seen.setdefault(code, []).append(text)
    return [(code, text) for code, texts in seen.items() for text in texts[:2]]


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "text"), _first_two())
def test_a_talk_that_is_off_is_nowhere_to_come_and_was_not_held(
    owner: Person, tmp_path: Path, code: str, text: str
) -> None:
    import_story(owner, tmp_path, talk((_INVITED[code], _CANNOT[code], text)))
    application = Application.objects.get()
    assert application.stage == "interview"
    (found,) = rounds_of(owner, application)
    assert found.begins(zone_name="UTC") is None
    told = [ask.round.begins(zone_name="UTC") for ask in asks(owner, now=NOW)]
    assert not any(told)
    entries = ledger_entries(owner, now=NOW)
    assert [each for each in entries if not each.is_cancelled] == []
    with time_machine.travel(NOW, tick=False):
        report = proof(
            owner,
            first=date(2026, 3, 1),
            last=date(2026, 3, 31),
            fields=(),
            parts=(ProofPart.INTERVIEWS,),
            now=datetime(2026, 3, 31, tzinfo=UTC),
        )
    assert [line[0] for line in report.lines] == []


@pytest.mark.django_db
@pytest.mark.parametrize("code", _AGREED)
def test_a_talk_that_they_call_off_in_the_first_person_is_no_second_one(
    owner: Person, tmp_path: Path, code: str
) -> None:
    text = next(text for each, text in _OFF if each == code)
    import_story(owner, tmp_path, talk((_INVITED[code], _AGREED[code], text)))
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.begins(zone_name="UTC") is None


@pytest.mark.parametrize(
    "text",
    [
        "If you cannot come I will cancel the interview.",
        "Do not worry, I will not cancel the interview.",
        "We will wait until you have sent your documents.",
        "Please keep the interview in your diary until you hear from us.",
        "Si no puedes venir, cancelo la entrevista.",
        "Esperamos su respuesta cuando pueda.",
        "Wenn Sie nicht kommen können, sage ich das Gespräch ab.",
        "Wir warten, bis Ihre Unterlagen da sind.",
        "Si vous ne pouvez pas venir, j'annule l'entretien.",
        "Nous attendons votre réponse quand vous pourrez.",
        "Se non può venire, annullo il colloquio.",
        "Se não puder vir, cancelo a entrevista.",
        "Als je niet kunt komen, annuleer ik het gesprek.",
        "Jeśli nie może Pan przyjść, odwołuję rozmowę.",
        "Om du inte kan komma ställer jag in intervjun.",
        "Gelemezseniz görüşmeyi iptal ediyorum.",
    ],
)
def test_what_would_be_or_waits_for_papers_calls_nothing_off(text: str) -> None:
    assert turn_of(subject="Re: Interview", text=text) is Turn.NONE


@pytest.mark.django_db
def test_no_other_day_can_be_had_and_the_talk_stands(
    owner: Person, tmp_path: Path
) -> None:
    text = "Hi Robin,\n\nSorry, another day is not possible for us. Please come as agreed.\n\nKim"
    import_story(owner, tmp_path, talk((_INVITED["en"], _CANNOT["en"], text)))
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.begins(zone_name="UTC") == datetime(2026, 3, 8, 10, tzinfo=UTC)
