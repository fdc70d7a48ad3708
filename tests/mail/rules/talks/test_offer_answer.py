from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.offer_answer import offer_answer, yes_to_offer

ACCEPTS = [
    "Der unterschriebene Vertrag liegt als Scan bei, das Original bringe ich morgen zur Post.",
    "Den unterschriebenen Arbeitsvertrag schicke ich Ihnen heute zurück.",
    "The signed contract is in the post.",
    "Le contrat signé est en pièce jointe.",
    "El contrato firmado va adjunto.",
    "Il contratto firmato è in allegato.",
    "O contrato assinado segue em anexo.",
    "Het getekende contract zit in de bijlage.",
    "Podpisaną umowę przesyłam w załączniku.",
    "Det påskrivna avtalet ligger med som bilaga.",
    "İmzalı sözleşme ektedir.",
    "I am delighted to accept your offer for the position of Night Porter.",
    "Thank you. I would be happy to accept the offer.",
    "I hereby accept the position as discussed.",
    "Dear Kim,\nI'm very pleased to formally accept your\noffer of employment. Please let me know if you need anything else.",
    "I'm glad to accept the offer, and please tell me if you need anything.",
    "I have signed the contract and attached it.",
    "Please find attached the signed offer letter.",
    "I am happy to confirm my acceptance of the role.",
    "Hiermit nehme ich Ihr Angebot gerne an.",
    "Ich nehme Ihr Stellenangebot sehr gern an und freue mich auf den ersten Tag.",
    "Vielen Dank, ich möchte Ihr Angebot annehmen.",
    "Ihr Angebot nehme ich sehr gerne an.",
    "Ich sage Ihnen hiermit sehr gern zu.",
    "Gerne sage ich Ihnen für die Stelle zu.",
    "Anbei der unterschriebene Arbeitsvertrag.",
    "Ich freue mich, Ihr Angebot anzunehmen.",
    "J’accepte votre offre avec plaisir.",
    "J'ai le plaisir d'accepter votre offre.",
    "Acepto la oferta con mucho gusto.",
    "Me complace aceptar su oferta.",
    "Accetto con piacere la vostra offerta.",
    "Sono lieta di accettare la proposta.",
    "Aceito a proposta com muito gosto.",
    "Accetto molto volentieri!",
    "Le restituisco la lettera d'impegno controfirmata.",
    "Sono felice di dirvi di sì.",
    "Graag neem ik uw aanbod aan.",
    "Hierbij het getekende contract.",
    "Ondertekend contract zit in de bijlage.",
    "Ik zeg met heel veel plezier ja.",
    "Ik heb alles gelezen en ga graag akkoord.",
    "Wat een mooie brief. Ik doe het!",
    "Na een weekend praten is het duidelijk: het wordt een volmondig ja.",
    "Z przyjemnością przyjmuję Państwa ofertę.",
    "Teklifinizi memnuniyetle kabul ediyorum.",
    "Jag tackar ja till tjänsten.",
    "Signed and returned, with both thumbs up.",
    "I have signed everything.",
    "Den Vertrag schicke ich unterschrieben zurück.",
    "Linda, that works for me. Signed letter attached. See you on the 24th!",
    "Je vous retourne le contrat dûment signé.",
    "Devuelvo el contrato firmado.",
    "Restituisco il contratto firmato.",
    "Envio o contrato já assinado.",
    "Het contract gaat getekend retour.",
    "Odsyłam podpisaną umowę.",
    "Jag skickar avtalet underskrivet.",
    "İmzaladığım sözleşmeyi gönderiyorum.",
    "Está decidido: acepto. El lunes llevo los papeles.",
    "Après une nuit de réflexion, j'accepte !",
    "Ma réponse est oui.",
    "Ci ho dormito su e accetto.",
    "Falei em casa e aceito, com muita alegria.",
    "A minha resposta é sim.",
    "Na het weekend: ik neem het met beide handen aan.",
    "Rozmawiałam z mężem i przyjmuję.",
    "Evde konuştuk ve kabul ediyorum.",
    "Jag har sovit på saken och jag säger ja.",
]
DECLINES = [
    "Lo hemos hablado en casa y no puedo aceptarla: son dos horas de viaje.",
    "J'ai beaucoup hésité et je ne peux malheureusement pas l'accepter.",
    "Pensei muito e não vou poder aceitar.",
    "Thuis besproken, maar ik kan het helaas niet aannemen.",
    "Po namyśle nie mogę jej przyjąć.",
    "Çok düşündüm ama kabul edemeyeceğim.",
    "I loved the visit, but nobody is home if I leave at four, so I have to turn the job down.",
    "Si je compte le trajet, c'est trop loin, donc je ne peux pas accepter votre proposition.",
    "Ne abbiamo parlato in famiglia e non posso accettare: il viaggio è troppo lungo.",
    "Mi spiace, devo purtroppo dirle di no.",
    "Na lang nadenken ga ik het toch niet doen.",
    "Ik moet daarom helaas nee zeggen.",
    "Ich habe lange überlegt, muss aber leider absagen: das Gehalt reicht für uns nicht.",
    "Vielen Dank, muss Ihnen nun doch absagen.",
    "Leider muss ich absagen, mit dem Fahrweg und dem Kind bekomme ich das nicht hin.",
    "I'm going to have to pass, the shift doesn't work with my kids.",
    "I have decided to decline your offer.",
    "I am going to have to turn the job down.",
    "I'm afraid I must turn down the offer, as I have accepted another position.",
    "I cannot accept the offer.",
    "I have decided not to accept your offer.",
    "I have accepted an offer from another company.",
    "I have accepted a position elsewhere.",
    "I have decided to stay with my current employer.",
    "I am grateful, but I have to decline the offer.",
    "Leider muss ich Ihr Angebot ablehnen.",
    "Ich kann Ihr Angebot leider nicht annehmen.",
    "Ich habe mich für eine andere Stelle entschieden.",
    "Ich habe mich gegen Ihr Angebot entschieden.",
    "Ich lehne das Angebot ab.",
    "Nach langem Überlegen sage ich Ihr Angebot leider ab.",
    "Leider nehme ich Ihr Angebot nicht an.",
    "Je dois malheureusement décliner votre offre.",
    "Lamentablemente no puedo aceptar la oferta.",
    "Purtroppo devo rifiutare la vostra offerta.",
    "Não posso aceitar a proposta.",
    "Ik moet uw aanbod helaas afslaan.",
    "Niestety muszę odrzucić Państwa ofertę.",
    "Teklifinizi maalesef kabul edemiyorum.",
    "Tyvärr måste jag tacka nej till tjänsten.",
    "With a heavy heart I have to say no.",
    "After a weekend of thinking, my answer is no.",
    "Schweren Herzens muss ich Ihnen nein sagen.",
    "Je dois malheureusement vous dire non.",
    "Con mucha pena tengo que decirle que no.",
    "Com muita pena tenho de dizer que não.",
    "Z żalem muszę powiedzieć nie.",
    "Med tungt hjärta måste jag säga nej.",
    "Daarom sla ik jullie aanbod af.",
    "Ik slaap er slecht van, dus zie ik af van het contract.",
    "Als leerling verdien ik daar te weinig, daarom ga ik het niet doen.",
    "Ik moet helaas bedanken voor de functie.",
    "Het wordt helaas een nee.",
    "Üzülerek hayır demek zorundayım.",
]
REASONS = {
    "Nach reiflicher Überlegung muss ich leider absagen": "Der Fahrweg und das Gehalt passen für mich nicht zusammen.",
    "After a weekend of thinking, I have to decline your offer": "If I left at four, nobody would be at home.",
    "Je dois malheureusement décliner votre offre": "si je compte le trajet, c'est trop loin.",
    "Lamentablemente no puedo aceptar la oferta": "si salgo a las cuatro no llego.",
    "Purtroppo devo rifiutare la vostra offerta": "se parto alle quattro non arrivo.",
    "Não posso aceitar a proposta": "se sair às quatro não chego.",
    "Ik moet uw aanbod helaas afslaan": "als ik om vier uur vertrek, is er niemand thuis.",
    "Niestety muszę odrzucić Państwa ofertę": "jeśli liczyć dojazd, to za daleko.",
    "Teklifinizi maalesef kabul edemiyorum": "yol çok uzun.",
    "Tyvärr måste jag tacka nej till tjänsten": "om jag räknar resan är det för långt.",
    "Leider muss ich Ihr Angebot ablehnen": "Darf ich mich trotzdem wieder melden?",
}
"""A no, and what may stand behind a colon."""
SAYS_NOTHING_YET = [
    "Acepto la invitación a la entrevista.",
    "Si me confirmáis el horario, acepto.",
    "No acepto.",
    "Mijn huidige contract loopt eind mei af.",
    "Als jullie er een vaste plek van maken, doe ik het.",
    "Ik ga akkoord met dat tijdstip.",
    "Wij bedanken voor de snelle reactie.",
    "Der unterschriebene Vertrag liegt noch bei meinem Anwalt.",
    "Der unterschriebene Mietvertrag liegt bei.",
    "Falls der unterschriebene Vertrag noch fehlt, melden Sie sich.",
    "Wann brauchen Sie den unterschriebenen Vertrag?",
    "J'accepte le rendez-vous de mardi.",
    "Kom ik eruit, dan neem ik het aan als het uurloon klopt.",
    "If the hours stay so, I will have to say no.",
    "The non-disclosure form: signed and returned.",
    "I would be happy to accept if the salary were 40,000.",
    "If you cannot raise it, I will have to decline your offer.",
    "Unless the hours change I cannot accept the offer.",
    "I need until Friday to decide whether to accept your offer.",
    "I cannot accept the offer yet.",
    "I would like to accept your offer, subject to the contract.",
    "May I accept the offer by phone?",
    "By when do I have to accept the offer?",
    "I accept the invitation to the interview.",
    "I am happy to accept your offer of an interview.",
    "I am happy to accept your offer to meet on Thursday.",
    "I have signed the confidentiality agreement and attached it.",
    "I had to decline the other offer, so I am free in May.",
    "Ich habe das andere Angebot abgelehnt.",
    "Anbei die unterschriebene Datenschutzerklärung.",
    "Thank you for the offer. I will think about it.",
    "Please accept my application for the position.",
    "Ich würde Ihr Angebot gern annehmen, wenn das Gehalt stimmt.",
    "Bis wann muss ich das Angebot annehmen?",
    "Ich nehme Ihr Angebot noch nicht an.",
    "Ihr Angebot eines Gesprächs nehme ich gern an.",
    "Falls nicht, muss ich Ihr Angebot ablehnen.",
    "Vielen Dank für das Angebot. Ich melde mich bis Freitag.",
    "Si le salaire est confirmé, j'accepte votre offre.",
    "Acepto la oferta siempre que el horario sea flexible.",
    "Se lo stipendio resta quello, accetto la vostra offerta.",
]
RESERVED = [
    "I would like to accept the offer, but I need to know the start date.",
    "I am happy to accept the offer in principle.",
    "I'd be glad to accept your offer. However, could we speak about the salary?",
    "Ich nehme Ihr Angebot grundsätzlich gern an.",
    "Ich nehme Ihr Angebot gern an. Allerdings kann ich am Montag noch nicht.",
    "I am pleased to accept your offer. I have accepted another position.",
]


@pytest.mark.parametrize("text", ACCEPTS)
def test_an_offer_is_taken(text: str) -> None:
    answer = offer_answer(text)
    assert answer is not None
    assert (answer.accepts, answer.is_sure) == (True, True)
    assert answer.words in text


@pytest.mark.parametrize("text", DECLINES)
def test_an_offer_is_turned_down(text: str) -> None:
    answer = offer_answer(text)
    assert answer is not None
    assert (answer.accepts, answer.is_sure) == (False, True)


@pytest.mark.parametrize("said", REASONS)
def test_a_colon_ends_a_no_as_a_full_stop_does(said: str) -> None:
    answer = offer_answer(f"Thank you. {said}: {REASONS[said]}")
    assert answer is not None
    assert (answer.accepts, answer.is_sure) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "If the hours change: I accept the offer.",
        "I accept your offer: if the start may move to June.",
        "Ich nehme Ihr Angebot an: sofern der Beginn bleibt.",
        "Leider muss ich absagen: das Gespräch am Montag.",
        "My question: do I have to decline your offer?",
        "Leider muss ich absagen, mein Kind ist krank.",
        "I have to pass the exam first.",
    ],
)
def test_a_condition_a_question_a_talk_or_an_exam_is_no_no(text: str) -> None:
    assert offer_answer(text) is None


@pytest.mark.parametrize("text", SAYS_NOTHING_YET)
def test_a_condition_a_question_or_time_to_think_is_no_answer(text: str) -> None:
    assert offer_answer(text) is None


@pytest.mark.parametrize("text", RESERVED)
def test_a_reservation_makes_it_unsure(text: str) -> None:
    answer = offer_answer(text)
    assert answer is not None
    assert not answer.is_sure


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    answer = offer_answer(text)
    assert answer is None or answer.words in text


@given(st.sampled_from(ACCEPTS + DECLINES), st.sampled_from(SAYS_NOTHING_YET[:10]))
def test_a_question_beside_an_answer_never_turns_it_round(
    said: str, open_: str
) -> None:
    alone, beside = offer_answer(said), offer_answer(f"{open_}\n\n{said}")
    assert alone is not None
    assert beside is not None
    assert beside.accepts == alone.accepts


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Night porter - offer", "I've slept on it twice. I'd be very happy to accept."),
        ("Re: OFFER from Oakmere", "Yes please, I'm in, very happy to accept. What do you need?"),
        ("Re: Good news", "The contract reads well. I'm delighted to accept, see you on the 3rd."),
        ("Re: Good news", "The salary is fine and I gladly accept."),
    ],
)  # fmt: skip
def test_bare_words_take_an_offer_that_is_spoken_of(subject: str, text: str) -> None:
    found = offer_answer(text, subject=subject)
    assert found is not None
    assert found.accepts


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Your interview", "Thank you for the invitation. I'd be delighted to accept."),
        ("Re: Offer of an interview", "I'd be very happy to accept."),
        ("Re: Tuesday", "I'd be very happy to accept."),
        ("Re: Night porter - offer", "I'd be very happy to accept if the start could be in May."),
        ("Re: Night porter - offer", "I'm not sure I'd be happy to accept."),
        ("Re: Night porter - offer", "Would I be happy to accept?"),
    ],
)  # fmt: skip
def test_bare_words_of_a_talk_or_with_an_if_take_nothing(
    subject: str, text: str
) -> None:
    assert offer_answer(text, subject=subject) is None


@pytest.mark.parametrize(
    "text",
    [
        "Amazing, yes I'd love to accept. Thank you Sian!!",
        "Yes please, I'll take it! See you on the 9th.",
        "Paula, I'm thrilled - yes! I'd love to join, and September 14 works.",
        "I would love to join the lab.",
        "Thank you so much, I would be delighted. 1 September suits me perfectly.",
        "It's a yes from me! What time on Monday?",
        "Sofia, it's a yes from me too!! Signing tonight.",
        "Ja, das mache ich sehr gern!",
        "Oui, j'accepte avec plaisir !",
        "merci beaucoup, c'est d'accord pour moi ! À lundi 3.",
        "Sí, acepto encantada.",
        "Sì, accetto volentieri!",
        "Sim, aceito com muito gosto!",
        "Ja, ik doe het graag!",
        "Tak, przyjmuję z radością!",
        "Evet, kabul ediyorum!",
        "Ja, jag tar jobbet!",
        "ja! Ja, ja und nochmal ja. Ich freue mich auf das Team.",
        "Yes, yes and again yes!",
        "Oui, oui et mille fois oui !",
        "Sì, sì e mille volte sì!",
        "Tak, tak i po stokroć tak!",
    ],
)
def test_a_short_yes_takes_the_offer_above_it(text: str) -> None:
    found = yes_to_offer(text)
    assert found is not None
    assert (found.accepts, found.is_sure) == (True, True)


def test_a_short_yes_with_a_reservation_is_not_sure() -> None:
    found = yes_to_offer("I'd love to accept. But the hours are too long for me.")
    assert found is not None
    assert not found.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "I'd love to accept if the hours work.",
        "I'll take it from there.",
        "Ja, ja, das Wetter.",
        "I'd love to take the 3pm slot.",
        "I'd love to join you for the call.",
        "I'd love to join the call at ten.",
        "I'd love to join!",
        "I would be delighted to talk it over.",
        "I'd love to join if the hours work.",
        "Yes please! See you Wednesday at 5.30.",
        "Could I take it home and think?",
        "I won't take it.",
        "It's a yes. " + "Let me tell you how I came to think so. " * 20,
    ],
)
def test_a_yes_to_something_else_takes_no_offer(text: str) -> None:
    assert yes_to_offer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Yes please! I accept, see you on the 7th.",
        "Yes please! I accept.",
        "I accept, thank you!",
        "I gladly accept - see you Monday.",
        "Danke! Ich nehme gerne an, bis Montag.",
        "Ja, ich nehme an!",
        "¡Sí, por favor! Acepto, nos vemos el 7.",
        "Accetto, grazie mille!",
        "Sim! Aceito, até dia 7.",
        "Ja graag! Ik neem het aan, tot maandag.",
        "Ik accepteer, dank u wel!",
        "Tak! Przyjmuję, do zobaczenia w poniedziałek.",
        "Evet, kabul ediyorum, teşekkürler!",
    ],
)
def test_a_sentence_that_only_accepts_takes_the_offer_above_it(text: str) -> None:
    found = yes_to_offer(text)
    assert found is not None
    assert (found.accepts, found.is_sure) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "I accept that you need time.",
        "I accept, if the hours stay.",
        "Do I accept, or wait?",
        "I can't accept, sorry.",
        "I accept your invitation for Tuesday.",
        "I accept, see you at the interview on Tuesday.",
        "I accept, regretfully, that this is over.",
        "Ich nehme an, Sie meinen den 7. März.",
        "Ich nehme an, dass der Vertrag noch kommt.",
        "Ich nehme an.",
        "Non accetto, mi dispiace.",
        "Não aceito, obrigada.",
        "Nie przyjmuję, dziękuję.",
        "Ik neem aan, dat u maandag bedoelt.",
        "Kabul etmiyorum.",
    ],
)
def test_accepting_something_else_takes_no_offer(text: str) -> None:
    assert yes_to_offer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I accept, on one condition: 30 hours a week.",
        "I accept, with one change: 30 hours.",
        "I accept, Thursday at 2 works.",
        "Ich nehme gerne an, unter einer Bedingung.",
        "Ik accepteer, op één voorwaarde.",
        "Acepto, con una condición.",
        "Accetto, a una condizione.",
        "Aceito, com uma condição.",
        "Przyjmuję, pod jednym warunkiem.",
        "Kabul ediyorum, tek şartla.",
    ],
)
def test_a_yes_under_a_condition_is_not_read(text: str) -> None:
    assert yes_to_offer(text) is None
