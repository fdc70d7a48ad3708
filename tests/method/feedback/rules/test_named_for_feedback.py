"""The address that a no names for feedback, in ten languages; no other address is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.method.feedback.rules.reasons import address_for_feedback


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Feedback over uw assessment kunt u vragen tot 30 oktober via jobs@gemeente.example.", "jobs@gemeente.example"),
        ("U kunt feedback opvragen bij Noor via noor@kelpie.example.", "noor@kelpie.example"),
        ("Feedback können Sie bei Frau Holm unter holm@werk.example erfragen.", "holm@werk.example"),
        ("Vous pouvez demander un retour à rh@mairie.example.", "rh@mairie.example"),
        ("Feedback can be requested from Noor at noor@kelpie.example.", "noor@kelpie.example"),
        ("You can ask for feedback by writing to noor@kelpie.example.", "noor@kelpie.example"),
        ("Puede solicitar feedback en seleccion@hotel.example.", "seleccion@hotel.example"),
        ("Può chiedere un riscontro a hr@villa.example.", "hr@villa.example"),
        ("Pode pedir feedback para rh@loja.example.", "rh@loja.example"),
        ("Du kan få återkoppling genom att mejla hr@skola.example.", "hr@skola.example"),
        ("Vill du ha återkoppling, mejla hr@skola.example.", "hr@skola.example"),
    ],
)  # fmt: skip
def test_where_feedback_can_be_asked_for_is_known(text: str, address: str) -> None:
    assert address_for_feedback(f"We chose another.\n\n{text}\n\nKim") == address


@pytest.mark.parametrize(
    "text",
    [
        "We would love your feedback on our process: write to survey@x.example.",
        "Uw feedback over onze procedure is welkom op survey@x.example.",
        "Unfortunately we cannot give feedback; questions about your data go to privacy@x.example.",
        "U kunt geen feedback opvragen; vragen over uw gegevens: privacy@x.example.",
        "You cannot request feedback. Mail privacy@x.example.",
        "Vous ne pouvez pas demander de retour. Écrivez à dpo@x.example.",
        "If you would like feedback, write to a@x.example or b@x.example.",
        "Nie możemy uzyskać informacji zwrotnej; kadry@x.example",
        "To give us feedback on our hiring process use survey@x.example.",
        "Feedback können Sie leider nicht erfragen.",
        "För återkoppling om vår process, kontakta survey@x.example.",
        "If you would like feedback, just ring me. Your data: privacy@x.example.",
        "Happy to give feedback.",
        "We would love to get your feedback: please write to survey@firm.example.",
        "It will not be possible to obtain feedback; for your data write to privacy@firm.example.",
        "We are sorry that you can get no feedback at jobs@firm.example.",
        "No puede solicitar feedback en jobs@firm.example.",
        "Non può richiedere un feedback a jobs@firm.example.",
        "Não pode pedir feedback a jobs@firm.example.",
        "Vous ne pouvez obtenir de retour à jobs@firm.example.",
        "Vous pouvez demander le retour de votre dossier à archive@firm.example.",
        "Wir möchten gern Feedback zum Bewerbungsprozess einholen: umfrage@firm.example",
        "U kunt feedback over onze procedure aanvragen bij enquete@firm.example.",
        "Prosimy o informację zwrotną, chcemy uzyskać opinię: ankieta@firm.example",
        "Vill du ha feedback, så kan vi tyvärr inte ge det; kontakta inte oss på hr@firm.example.",
        "Süreçle ilgili geri bildirim için bize yazabilirsiniz: anket@firm.example",
    ],
)  # fmt: skip
def test_an_address_for_other_things_is_not_for_feedback(text: str) -> None:
    assert address_for_feedback(f"We chose another.\n\n{text}\n\nKim") == ""


@given(st.text(max_size=200))
def test_an_address_is_one_of_the_text(text: str) -> None:
    found = address_for_feedback(text)
    assert found == "" or found in text.lower()
