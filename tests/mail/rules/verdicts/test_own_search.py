"""What friends and kin tell of their own search is no word on the reader's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict
from onward.mail.rules.verdicts.own_search import without_own_search

FRIEND = Address("Zoe Vale", "zoe.vale@webpost.example")


def mail(text: str, *, sender: Address = FRIEND) -> Message:
    return Message(
        key="k",
        message_id="k@webpost.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=sender,
        subject="Re: weekend",
        text=text,
        to=(Address("Robin", "robin@person.example"),),
    )


OWN = [
    # en
    "Hi Robin,\n\nMum asks if you come on Sunday. I had an interview as well, at the clinic, "
    'but they wrote "we have decided not to move forward with your application". Oh well.\n\nZoe',
    'Hi Robin,\n\nHow was the lake? They turned me down at the bakery: "unfortunately you '
    'were not selected. We wish you well." Pizza on Friday?\n\nZoe',
    "Hi Robin,\n\nSee you Sunday. My sister had an interview too and they told her "
    '"we are going with another person". She is fine.\n\nZoe',
    # de
    "Hallo Robin,\n\nkommt ihr am Sonntag? Ich hatte auch ein Vorstellungsgespräch, aber sie "
    'schrieben "wir haben uns für eine andere Person entschieden". Na ja.\n\nZoe',
    'Hallo Robin,\n\nSonntag passt. Ich habe auch eine Absage bekommen: "Leider können wir '
    'Ihre Bewerbung nicht berücksichtigen." Egal.\n\nZoe',
    # fr
    "Salut Robin,\n\nvous venez dimanche ? Moi aussi j'ai passé un entretien, mais ils ont "
    "écrit « nous ne donnons pas suite à votre candidature ». Tant pis.\n\nZoé",
    # es
    "Hola Robin:\n\n¿venís el domingo? Yo también hice una entrevista, pero me escribieron "
    "«hemos decidido no seguir adelante con tu candidatura». En fin.\n\nZoe",
    # it
    "Ciao Robin,\n\nvenite domenica? Anch'io ho fatto un colloquio, ma mi hanno scritto "
    '"abbiamo deciso di non proseguire con la sua candidatura". Pazienza.\n\nZoe',
    # nl
    "Hoi Robin,\n\nkomen jullie zondag? Ik had ook een sollicitatiegesprek, maar ze schreven "
    '"helaas gaan we niet met je verder". Nou ja.\n\nZoe',
    # pl
    "Cześć Robin,\n\nprzyjedziecie w niedzielę? Ja też byłam na rozmowie, ale napisali "
    '"nie zdecydowaliśmy się kontynuować rekrutacji". Trudno.\n\nZoe',
    # pt
    "Olá Robin,\n\na mãe manda beijos. Eu também fui a uma entrevista, mas escreveram "
    '"decidimos não avançar com a sua candidatura". Enfim.\n\nZoe',
    # sv
    "Hej Robin,\n\nkommer ni på söndag? Jag var också på intervju, men de skrev "
    '"vi har valt att inte gå vidare med din ansökan". Nåja.\n\nZoe',
    # tr
    "Selam Robin,\n\npazar günü geliyor musunuz? Ben de mülakata gittim ama "
    '"sizinle ilerleyemiyoruz" dediler. Kısmet.\n\nZoe',
    "Selam Robin,\n\nannem o Karadeniz Nakliyat işini kabul etsin diyor. Kardeşim de iş "
    'görüşmesine girdi ama "başka bir adayla devam ediyoruz" demişler.\n\nZoe',
]


@pytest.mark.parametrize("text", OWN)
def test_what_a_friend_tells_of_their_own_search_is_ordinary_mail(text: str) -> None:
    assert read_message(mail(text)).verdict in NOT_HIRING


RECRUITER = Address("Kim Alder", "kim.alder@brightharbour.example")
ABOUT_READER = [
    # Whoever passes a no on has had talks, and answers, too.
    "Hi Robin,\n\nI had an interview debrief with Acme and they have decided not to move "
    "forward with your application. Sorry.\n\nKim",
    "Hallo Robin,\n\nich habe leider eine Absage erhalten: die Bergmann GmbH hat sich für "
    "einen anderen Kandidaten entschieden.\n\nKim",
    "Hoi Robin,\n\nIk heb je sollicitatie besproken met de manager, maar helaas gaan we "
    "niet verder met je.\n\nKim",
    "Bonjour Robin,\n\nj'ai eu un entretien avec le client, mais il ne donne pas suite à "
    "votre candidature.\n\nKim",
    "Hola Robin:\n\nhe hablado con ellos y lamentablemente no has sido seleccionada para "
    "el puesto; han elegido a otra persona.\n\nKim",
    "Olá Robin,\n\ndisseram-me que não vão avançar com a sua candidatura.\n\nKim",
    "Merhaba Robin,\n\nmüşteriyle görüşme yaptım ama maalesef başvurunuz olumsuz "
    "sonuçlandı, sizinle ilerleyemiyorlar.\n\nKim",
    # en
    "Hi Robin,\n\nI had a long interview with the client's team, but they have decided not "
    "to move forward with your application. I am sorry.\n\nKim",
    "Hi Robin,\n\nThank you for the interview on Monday. We decided to go with another "
    "candidate, who was turned down by nobody.\n\nKim",
    # de
    "Hallo Robin,\n\nich hatte gestern noch ein Gespräch mit dem Kunden, aber leider haben "
    "sie sich gegen Ihre Bewerbung entschieden.\n\nKim",
    # nl
    "Hoi Robin,\n\nik heb gisteren een gesprek gehad met de opdrachtgever, maar helaas "
    "gaan ze niet verder met jouw sollicitatie.\n\nKim",
    # fr
    "Bonjour Robin,\n\nmerci pour l'entretien de lundi. Malheureusement, nous ne donnons pas "
    "suite à votre candidature.\n\nKim",
    # sv
    "Hej Robin,\n\nTack för intervjun i måndags. Vi har valt att inte gå vidare med din "
    "ansökan.\n\nKim",
    # tr
    "Merhaba Robin,\n\npazartesi günkü görüşme için teşekkürler. Ne yazık ki sizinle "
    "ilerleyemiyoruz, başka bir adayla devam ediyoruz.\n\nKim",
]


@pytest.mark.parametrize("text", ABOUT_READER)
def test_what_whoever_takes_people_on_says_is_left_whole(text: str) -> None:
    letter = mail(text, sender=RECRUITER)
    assert without_own_search(letter) is letter
    assert read_message(letter).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "I have had an interview drop out and can fit in a chat on Thursday at 10 if that suits.",
        "I had another interview yesterday for the kitchen job and we've decided to go with "
        "someone else. Sorry.",
        "They turned me down upstairs, the money for the post is gone.",
        "Ich hatte gestern noch ein Vorstellungsgespräch und nun haben wir uns für jemand "
        "anderen entschieden.",
        "J'ai passé un autre entretien hier et nous avons choisi quelqu'un d'autre.",
        "Ayer tuve otra entrevista y hemos elegido a otra persona.",
        "Ho avuto un altro colloquio ieri e abbiamo scelto un'altra persona.",
        "Ik had gisteren nog een sollicitatiegesprek en we hebben voor iemand anders gekozen.",
        "Ontem tive outra entrevista e escolhemos outra pessoa.",
        "Jag hade en intervju till i går och vi har valt en annan.",
    ],
)
def test_what_an_employer_tells_of_interviews_is_read(text: str) -> None:
    sent = mail(f"Hi Robin,\n\n{text}\n\nMaud")
    assert without_own_search(sent) is sent
