"""Receipts of a household's requests, and those of applications that sound like them."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict

_ASKED_FOR = [
    (
        "Re: giving notice",
        "Dear Ms Roe,\nYou asked about notice periods. It is one month from the next rent day, in writing."
        " No hurry from our side.\nPoplar Lettings",
    ),
    (
        "Ditt lånelöfte",
        "Hej Maja,\n\nvi har tagit emot din ansökan om lånelöfte. En rådgivare hör av sig inom en vecka."
        "\n\nSparbanken Viken",
    ),
    (
        "Ihre Anfrage",
        "Guten Tag Frau Roe,\n\nwir haben Ihre Fragen zur Nebenkostenabrechnung erhalten und prüfen sie."
        " Sie hören bis Monatsende von uns.\n\nHausverwaltung Seidl",
    ),
    ("Portabilidad", "Hola Inés:\n\nHemos recibido tu solicitud de portabilidad. Un técnico se pondrá en contacto contigo para la instalación."),
    ("Hemos recibido tu solicitud", "Hola Inés:\n\nHemos recibido tu solicitud de portabilidad. Un técnico se pondrá en contacto contigo para la instalación."),
    ("Cambio de potencia", "Estimada cliente:\n\nHemos recibido su solicitud de cambio de potencia. La estamos tramitando y le informaremos del resultado."),
    ("Hemos recibido tu solicitud", "Estimada cliente:\n\nHemos recibido su solicitud de cambio de potencia. La estamos tramitando y le informaremos del resultado."),
    ("Cambio de titular", "Estimada Inés:\n\nHemos recibido su solicitud de cambio de titular del contrato de luz. Nos pondremos en contacto con usted si necesitamos más documentación."),
    ("Hemos recibido tu solicitud", "Estimada Inés:\n\nHemos recibido su solicitud de cambio de titular del contrato de luz. Nos pondremos en contacto con usted si necesitamos más documentación."),
    ("Alta", "Hola Inés:\n\nHemos recibido tu solicitud de alta de fibra. En breve nos pondremos en contacto contigo."),
    ("Hemos recibido tu solicitud", "Hola Inés:\n\nHemos recibido tu solicitud de alta de fibra. En breve nos pondremos en contacto contigo."),
    ("Number transfer", "Hi Ines,\n\nWe have received your request to transfer your number. An engineer will be in touch with you."),
    ("We have received your application", "Hi Ines,\n\nWe have received your request to transfer your number. An engineer will be in touch with you."),
    ("Your switch", "Hi Ines,\n\nThank you for your application to switch supplier. We have received it and will be in touch within five days."),
    ("We have received your application", "Hi Ines,\n\nThank you for your application to switch supplier. We have received it and will be in touch within five days."),
    ("Change of account holder", "Dear Ines,\n\nWe have received your application for a change of account holder. We will review it and contact you."),
    ("We have received your application", "Dear Ines,\n\nWe have received your application for a change of account holder. We will review it and contact you."),
    ("Smart meter", "Dear Ines,\n\nThank you for your application for a smart meter. We have received your request and a technician will contact you."),
    ("We have received your application", "Dear Ines,\n\nThank you for your application for a smart meter. We have received your request and a technician will contact you."),
    ("Rufnummernmitnahme", "Guten Tag,\n\nwir haben Ihren Antrag auf Rufnummernmitnahme erhalten. Ein Techniker wird sich mit Ihnen in Verbindung setzen."),
    ("Ihr Antrag ist eingegangen", "Guten Tag,\n\nwir haben Ihren Antrag auf Rufnummernmitnahme erhalten. Ein Techniker wird sich mit Ihnen in Verbindung setzen."),
    ("Anbieterwechsel", "Guten Tag,\n\nvielen Dank für Ihren Antrag auf Anbieterwechsel. Wir haben Ihre Unterlagen erhalten und prüfen sie."),
    ("Ihr Antrag ist eingegangen", "Guten Tag,\n\nvielen Dank für Ihren Antrag auf Anbieterwechsel. Wir haben Ihre Unterlagen erhalten und prüfen sie."),
    ("Inhaberwechsel", "Guten Tag,\n\nIhr Antrag auf Wechsel des Vertragsinhabers ist bei uns eingegangen. Wir melden uns in Kürze bei Ihnen."),
    ("Ihr Antrag ist eingegangen", "Guten Tag,\n\nIhr Antrag auf Wechsel des Vertragsinhabers ist bei uns eingegangen. Wir melden uns in Kürze bei Ihnen."),
    ("Zählerwechsel", "Guten Tag,\n\nwir haben Ihre Anfrage zum Zählerwechsel erhalten und melden uns wegen eines Termins."),
    ("Ihr Antrag ist eingegangen", "Guten Tag,\n\nwir haben Ihre Anfrage zum Zählerwechsel erhalten und melden uns wegen eines Termins."),
    ("Portabilité", "Bonjour,\n\nNous avons bien reçu votre demande de portabilité. Un technicien prendra contact avec vous."),
    ("Votre demande a bien été reçue", "Bonjour,\n\nNous avons bien reçu votre demande de portabilité. Un technicien prendra contact avec vous."),
    ("Changement de titulaire", "Bonjour,\n\nNous accusons réception de votre demande de changement de titulaire. Votre dossier est en cours d'étude et nous reviendrons vers vous."),
    ("Votre demande a bien été reçue", "Bonjour,\n\nNous accusons réception de votre demande de changement de titulaire. Votre dossier est en cours d'étude et nous reviendrons vers vous."),
    ("Changement de puissance", "Bonjour,\n\nVotre demande de changement de puissance a bien été reçue. Nous vous recontacterons dans les meilleurs délais."),
    ("Votre demande a bien été reçue", "Bonjour,\n\nVotre demande de changement de puissance a bien été reçue. Nous vous recontacterons dans les meilleurs délais."),
    ("Voltura", "Gentile cliente,\n\nabbiamo ricevuto la sua richiesta di voltura. La contatteremo se occorre altra documentazione."),
    ("Abbiamo ricevuto la tua richiesta", "Gentile cliente,\n\nabbiamo ricevuto la sua richiesta di voltura. La contatteremo se occorre altra documentazione."),
    ("Portabilità", "Gentile cliente,\n\nabbiamo ricevuto la tua richiesta di portabilità del numero. Un tecnico ti contatterà."),
    ("Abbiamo ricevuto la tua richiesta", "Gentile cliente,\n\nabbiamo ricevuto la tua richiesta di portabilità del numero. Un tecnico ti contatterà."),
    ("Aumento di potenza", "Gentile cliente,\n\nla sua richiesta di aumento di potenza è stata ricevuta ed è in valutazione."),
    ("Abbiamo ricevuto la tua richiesta", "Gentile cliente,\n\nla sua richiesta di aumento di potenza è stata ricevuta ed è in valutazione."),
    ("Portabilidade", "Olá Inês,\n\nRecebemos o seu pedido de portabilidade. Um técnico entrará em contacto consigo."),
    ("Recebemos o seu pedido", "Olá Inês,\n\nRecebemos o seu pedido de portabilidade. Um técnico entrará em contacto consigo."),
    ("Mudança de titular", "Cara cliente,\n\nRecebemos a sua solicitação de mudança de titularidade. Vamos analisar e entraremos em contato."),
    ("Recebemos o seu pedido", "Cara cliente,\n\nRecebemos a sua solicitação de mudança de titularidade. Vamos analisar e entraremos em contato."),
    ("Potência", "Cara cliente,\n\nRecebemos o seu pedido de alteração da potência contratada. Entraremos em contacto em breve."),
    ("Recebemos o seu pedido", "Cara cliente,\n\nRecebemos o seu pedido de alteração da potência contratada. Entraremos em contacto em breve."),
    ("Overstappen", "Beste Ines,\n\nWe hebben je aanvraag om over te stappen ontvangen. Een monteur neemt contact met je op."),
    ("Wij hebben uw aanvraag ontvangen", "Beste Ines,\n\nWe hebben je aanvraag om over te stappen ontvangen. Een monteur neemt contact met je op."),
    ("Nummerbehoud", "Beste Ines,\n\nWe hebben uw aanvraag voor nummerbehoud ontvangen en nemen deze in behandeling."),
    ("Wij hebben uw aanvraag ontvangen", "Beste Ines,\n\nWe hebben uw aanvraag voor nummerbehoud ontvangen en nemen deze in behandeling."),
    ("Przeniesienie numeru", "Dzień dobry,\n\notrzymaliśmy Pani wniosek o przeniesienie numeru. Technik skontaktuje się z Panią."),
    ("Otrzymaliśmy Pani wniosek", "Dzień dobry,\n\notrzymaliśmy Pani wniosek o przeniesienie numeru. Technik skontaktuje się z Panią."),
    ("Zmiana mocy", "Dzień dobry,\n\nPani wniosek o zwiększenie mocy umownej został przyjęty i jest rozpatrywany. Skontaktujemy się z Panią."),
    ("Otrzymaliśmy Pani wniosek", "Dzień dobry,\n\nPani wniosek o zwiększenie mocy umownej został przyjęty i jest rozpatrywany. Skontaktujemy się z Panią."),
    ("Numara taşıma", "Sayın Valdivia,\n\nnumara taşıma başvurunuz alınmıştır. Teknik ekibimiz sizinle iletişime geçecektir."),
    ("Başvurunuz alındı", "Sayın Valdivia,\n\nnumara taşıma başvurunuz alınmıştır. Teknik ekibimiz sizinle iletişime geçecektir."),
    ("Abonelik", "Sayın Valdivia,\n\nelektrik abonelik devir başvurunuz alınmıştır. En kısa sürede size dönüş yapılacaktır."),
    ("Başvurunuz alındı", "Sayın Valdivia,\n\nelektrik abonelik devir başvurunuz alınmıştır. En kısa sürede size dönüş yapılacaktır."),
    ("Nummerflytt", "Hej Ines,\n\nVi har tagit emot din ansökan om nummerflytt. En tekniker kommer att kontakta dig."),
    ("Vi har tagit emot din ansökan", "Hej Ines,\n\nVi har tagit emot din ansökan om nummerflytt. En tekniker kommer att kontakta dig."),
    ("Byte av elavtal", "Hej Ines,\n\nTack för din ansökan om byte av abonnemang. Vi har mottagit den och återkommer."),
    ("Vi har tagit emot din ansökan", "Hej Ines,\n\nTack för din ansökan om byte av abonnemang. Vi har mottagit den och återkommer."),
]  # fmt: skip
_APPLIED_FOR = [
    ("We have received your application", "Dear Ines,\n\nThank you for your application for Smart Meter Installer. We have received it and will be in touch."),
    ("We have received your application", "Dear Ines,\n\nThank you for your application for the position of Meter Reader. We have received your application and will review it."),
    ("Hemos recibido tu solicitud", "Hola Inés:\n\nHemos recibido tu solicitud para el puesto de gestora de portabilidad. La revisaremos y te diremos algo."),
    ("Hemos recibido tu candidatura", "Hola Inés:\n\nHemos recibido tu candidatura de instaladora de fibra. Nos pondremos en contacto contigo."),
    ("Ihre Bewerbung", "Guten Tag,\n\nwir haben Ihre Bewerbung als Monteurin für Zählerwechsel erhalten und melden uns in Kürze."),
    ("Votre candidature", "Bonjour,\n\nNous avons bien reçu votre candidature au poste de technicienne raccordement. Nous reviendrons vers vous."),
    ("Din ansökan", "Hej Ines,\n\nVi har tagit emot din ansökan om tjänsten som elmontör. Vi återkommer."),
    ("Candidatura", "Gentile Ines,\n\nabbiamo ricevuto la sua candidatura come addetta alle volture. La contatteremo."),
]  # fmt: skip


def _read(subject: str, text: str) -> Verdict:
    sender = Address("Luzmar", "clientes@luzmar.example")
    message = Message("k", "k@luzmar.example", None, sender, subject, text)
    return read_message(message).verdict


@pytest.mark.parametrize(("subject", "text"), _ASKED_FOR)
def test_a_request_of_a_household_is_no_application(subject: str, text: str) -> None:
    assert _read(subject, text) in NOT_HIRING


@pytest.mark.parametrize(("subject", "text"), _APPLIED_FOR)
def test_work_at_a_supplier_is_applied_for_like_any_other(
    subject: str, text: str
) -> None:
    assert _read(subject, text) is Verdict.CONFIRMATION


def test_a_cafe_that_closes_is_no_opening_that_went_away() -> None:
    hours = "From the first we open at ten. The café is closed, the sheep are not."
    assert _read("Winter hours", hours) is Verdict.OTHER
