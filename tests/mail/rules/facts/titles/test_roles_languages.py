from __future__ import annotations

import pytest

from onward.mail.rules.basics.language import HOME, codes
from tests.mail.rules.facts_corpus import read_case

SENTENCES = [
    # A title in lower case behind a noun for the opening, and what goes on behind it.
    ("es", "Te cuento que para el rol de escaparatista fuimos con otra persona.", "escaparatista"),
    ("es", "Le informamos de que la plaza de conserje queda desierta este año.", "conserje"),
    ("es", "Hemos recibido su solicitud para auxiliar de laboratorio y le contestaremos pronto.", "auxiliar de laboratorio"),
    ("es", "Gracias por tu candidatura al puesto de especialista en conservación.", "especialista en conservación"),
    ("es", "Hola, buscamos editora de cómic para nuestra sede de Vigo. ¿Te interesa que hablemos?", "editora de cómic"),
    ("es", "Sentimos decirte que contratamos a otra chica como taquillera.", "taquillera"),
    ("fr", "Nous vous remercions de votre candidature pour le poste d'aide-soignante de nuit.", "aide-soignante de nuit"),
    ("fr", "Votre candidature sur l'annonce « Agent de serre » a bien été reçue.", "Agent de serre"),
    ("fr", "On cherche un vigneron pour la saison, vous êtes toujours disponible ?", "vigneron"),
    ("it", "Abbiamo deciso: vorremmo te come gelatiere, da marzo a ottobre.", "gelatiere"),
    ("fr", "Merci pour votre candidature au poste Assistant(e) Livres & Jeux F/H chez nous.", "Assistant(e) Livres & Jeux"),
    ("it", "La Sua candidatura \"Addetta alla cernita\" è stata inoltrata all'azienda.", "Addetta alla cernita"),
    ("it", "Il colloquio per liutaio lo facciamo venerdì, se per Lei va bene.", "liutaio"),
    ("nl", "Voor de functie van hovenier nodigen we u graag uit voor een gesprek.", "hovenier"),
    ("nl", "Helaas gaat u voor orderpicker niet door naar de volgende ronde.", "orderpicker"),
    ("nl", "Wij zoeken nog een molenaar, zou u eens willen bellen over deze baan?", "molenaar"),
    ("pl", "Pana zgłoszenie (kustosz zbiorów) zostało przyjęte, odpowiemy w grudniu.", "kustosz zbiorów"),
    ("pl", "Nie prowadzimy już rekrutacji „technik farmaceutyczny\", dziękujemy za zgłoszenie.", "technik farmaceutyczny"),
    ("pl", "Dziękujemy za CV, niestety miejsce (bibliotekarka) jest już zajęte.", "bibliotekarka"),
    ("pt", "Recebemos o seu currículo para guia e vamos responder em breve.", "guia"),
    ("pt", "A sua candidatura a mediador cultural passou à fase de entrevista.", "mediador cultural"),
    ("pt", "A vaga de confeiteira ficou com outra pessoa, obrigada pela conversa.", "confeiteira"),
    ("sv", "Rekryteringen av kantor är avslutad och tjänsten är tillsatt, tack för din ansökan.", "kantor"),
    ("sv", "Vi söker just nu en smed till verkstaden, är du intresserad av jobbet?", "smed"),
    ("sv", "Tyvärr gick tjänsten till en annan sökande, men tack för din ansökan till lokförare.", "lokförare"),
    ("tr", "Merhaba, komi için hafta içi de gelebilen birini aldık, ilginiz için teşekkürler.", "komi"),
    ("tr", "Sayın aday, laborant alımı yazılı sınavı pazar günü yapılacaktır.", "laborant"),
    ("tr", "Ekibimiz sizi seçti. Restoratör olarak haftada beş gün çalışmanızı isteriz.", "Restoratör"),
]  # fmt: skip

SUBJECTS = [
    ("es", "Oportunidad jefe de sala", "Hola, he visto tu perfil y creo que te puede interesar.", "jefe de sala"),
    ("es", "Pruebas de vigilante", "Le informamos de que su solicitud ha sido recibida. Gracias por su interés.", "vigilante"),
    ("fr", "Place de jardinière", "Nous avons bien reçu votre lettre, et vous répondrons bientôt.", "jardinière"),
    ("it", "Incarico docente di pasticceria", "La ringraziamo per la Sua candidatura e per la prova.", "docente di pasticceria"),
    ("nl", "Aanstelling beleidsadviseur", "Het verheugt ons u te kunnen melden dat u gekozen bent.", "beleidsadviseur"),
    ("nl", "Re: bakker gezocht", "De plek is gisteren weggegaan, bedankt voor je bericht.", "bakker"),
    ("pl", "Praca kierowca", "Dzień dobry, szukamy kogoś na stałe, czy jest Pan wolny?", "kierowca"),
    ("pt", "Processo seletivo arquivista", "Agradecemos o seu interesse na nossa vaga e o seu tempo.", "arquivista"),
    ("sv", "Arbetsprov utredare", "Inför intervjun ber vi dig att göra ett arbetsprov hos oss.", "utredare"),
    ("tr", "Kabin memuru alımı durduruldu", "Değerli adaylar, bu yıl yeni personel alınmayacaktır.", "Kabin memuru"),
]  # fmt: skip

NO_TITLES = [
    ("es", "Su entrevista del lunes", "Estimada Mónica, gracias por su tiempo ayer."),
    ("es", "Entrevista con dirección", "Hola, nos vemos el martes a las 13:00 en el hotel.\n\nUn saludo"),
    ("es", "Novedades sobre tu proceso en Lumbral", "No vamos a avanzar a la siguiente etapa, gracias."),
    ("fr", "Entretien téléphonique", "Votre profil a retenu notre attention, seriez-vous libre jeudi ?"),
    ("fr", "Candidature toujours à l'étude", "Nous ne vous oublions pas, merci de votre patience."),
    ("fr", "Suite à votre entretien du 12 juin", "Notre choix s'est porté sur une autre personne."),
    ("fr", "2e entretien - équipe logistique", "Rendez-vous mardi à 15h, dites-moi si cela vous va."),
    ("fr", "Re: Candidature spontanée - accueil", "Merci, mais nous n'avons pas de besoin pour l'instant."),
    ("it", "Colloquio finale con il titolare", "È tutto pronto, ci vediamo lunedì alle 10."),
    ("nl", "Vacature ingetrokken", "Wij hebben besloten om deze vacature niet te vervullen."),
    ("nl", "Procedure stopgezet", "De functie zal niet worden vervuld, met dank voor uw brief."),
    ("pt", "Vaga cancelada", "Informamos que o recrutamento ficou sem efeito, obrigado."),
    ("sv", "Referenser", "Hej, innan vi kan gå vidare behöver vi två referenser från dig."),
    ("sv", "Din ansökan", "Tyvärr har tjänsten gått till någon annan, tack för din ansökan."),
    ("tr", "Başvuru durumu: Sonuçlandı", "Değerlendirmeniz tamamlanmıştır, ilginize teşekkürler."),
]  # fmt: skip


def _role(subject: str, text: str) -> str:
    row = {"from": "Oak <hello@oak.example>", "subject": subject, "text": text}
    return read_case(row).found.role


def test_each_guest_language_has_its_sentences() -> None:
    assert {language for language, *_ in SENTENCES} == {*codes()} - {*HOME}


@pytest.mark.parametrize(("language", "text", "role"), SENTENCES)
def test_a_sentence_names_the_position_its_own_way(
    language: str, text: str, role: str
) -> None:
    assert _role("Re:", text) == role


@pytest.mark.parametrize(("language", "subject", "text", "role"), SUBJECTS)
def test_a_subject_names_a_title_among_other_words(
    language: str, subject: str, text: str, role: str
) -> None:
    assert _role(subject, text) == role


@pytest.mark.parametrize(("language", "subject", "text"), NO_TITLES)
def test_no_title_is_made_of_other_words(
    language: str, subject: str, text: str
) -> None:
    assert _role(subject, text) == ""
