"""A no whose reason is the house's own: who was to leave stays, kin does it, no further post."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import (
    only_the_money_went,
    only_the_place_went,
    was_not_about_the_person,
)

GONE = [
    "jetzt hat aber unser Herr Möbius gesagt, er hängt doch noch ein Jahr dran und geht nicht zum 1.9. in Rente. Damit haben wir im Lager keinen Platz. Ich hätte Ihnen gern was anderes geschrieben.",
    "hab mit meiner frau nochmal gerechnet. wird dieses jahr nix mit ner zusätzlichen stelle. tut mir leid sie hätten gepasst",
    "inzwischen macht das mein Schwager mit. Nichts für ungut, war ein nettes Telefonat.",
    "unsere Kollegin bleibt uns jetzt doch erhalten, sie geht doch nicht in Pension.",
    "No bother Ruth, the wife's cousin is stepping in so we're covered for Dec. Best of luck with the other one",
    "our chef isn't retiring after all, so it's off. Sorry.",
    "we have done the sums and there is no extra post this year, sorry.",
    "my brother-in-law does it now. All the best.",
    "finalement notre collègue ne part pas à la retraite cette année.",
    "mon beau-frère s'en charge maintenant, désolé.",
    "al final el compañero no se jubila, lo siento.",
    "ahora mi cuñado se encarga de eso, un saludo.",
    "alla fine il collega resta, non va più in pensione.",
    "ora se ne occupa un altro di casa: mio cognato lo fa volentieri.",
    "onze collega gaat toch nog niet met pensioen, sorry.",
    "dat doet nu mijn zwager, sorry.",
    "kolega jednak nie odchodzi na emeryturę, przykro mi.",
    "teraz mój szwagier się tym zajmuje, przykro mi.",
    "afinal o colega não se reforma este ano: afinal não se reforma, lamento.",
    "agora o meu cunhado trata disso, lamento.",
    "vår kollega går ändå inte i pension, tyvärr.",
    "min svåger gör det nu, tyvärr.",
    "arkadaşımız emekli olmuyor, kusura bakmayın.",
    "artık kayınbiraderim yapıyor, kusura bakmayın.",
]
OTHER = [
    "Leider haben wir keine passende Stelle für Sie.",
    "we have no position that matches your profile.",
    "we have no place for somebody without a licence.",
    "Leider haben wir uns für einen anderen Bewerber entschieden; geht doch nicht in Rente unser Kollege, bleibt die Stelle anders besetzt.",
    "You stay on our list after you have applied.",
    "my brother and I run the pub, and we chose somebody else.",
    "Mein Mann macht die Buchhaltung. Uns fehlte bei Ihnen die Erfahrung mit Zöpfen.",
    "My wife does the books and she felt you lacked experience with cakes.",
    "Unser Vater hat den Betrieb gegründet. Wir haben anders entschieden.",
    "Nous n'avons pas de poste correspondant à votre profil.",
    "No tenemos un puesto que encaje con su perfil.",
    "Non abbiamo un posto adatto al Suo profilo.",
    "We hebben geen passende plek voor u.",
    "Nie mamy stanowiska odpowiedniego do Pani profilu.",
    "Não temos uma vaga para o seu perfil.",
    "Vi har ingen tjänst som passar din profil.",
    "Profilinize uygun bir pozisyonumuz yok.",
    "We are not going with you after all.",
    "we are not going ahead after all",
    "not: you were late for both trials. My son does the bar.",
    "we did not find the trial convincing. My brother does the accounts, so he will pay your hours.",
    "you were late for both trials. My son does it now.",
    "we did not find the trial convincing. My brother does the job instead.",
    "My son does it now, since you were late twice.",
    "leider klappt es nicht. Meine Frau macht die Buchhaltung und überweist dir den Probetag.",
    "das hat uns beim Probetag nicht überzeugt. Inzwischen macht das mein Schwager.",
    "leider nein. Das macht bei uns meine Frau mit der Buchhaltung.",
    "no further position at the moment",
    "there is no further position for now.",
    "we have no additional position at the moment.",
    "My wife does the payroll now and will send your hours.",
    "You stay on our list after all.",
    "wir haben derzeit keine weitere Stelle.",
    "finalement il reste peu de places et nous avons choisi.",
    "al final no se va adelante con su candidatura.",
    "ahora mi mujer se encarga de la contabilidad, un saludo.",
    "alla fine resta il fatto che non va.",
    "het blijft toch lastig, daarom kiezen we anders.",
    "jednak decyzja zostaje bez zmian.",
    "min fru tar över betalningen och skickar lönen.",
]


@pytest.mark.parametrize("text", GONE)
def test_a_place_that_is_none_after_all_is_not_about_the_person(text: str) -> None:
    text = f"Hallo,\n\n{text}\n\nKim"
    assert was_not_about_the_person(text)
    assert only_the_place_went(text)
    assert not only_the_money_went(text)


@pytest.mark.parametrize("text", OTHER)
def test_a_lack_of_fit_and_a_house_of_kin_are_no_such_reason(text: str) -> None:
    assert not only_the_place_went(f"Hallo,\n\n{text}\n\nKim")


def test_what_had_nothing_to_do_with_them_or_went_with_the_money_is_called_so() -> None:
    assert not only_the_place_went(
        "It had nothing to do with you, he stays on after all."
    )
    assert not only_the_place_went(
        "The funding was cut, so there is no extra post now."
    )
    assert only_the_money_went("The funding was cut.")
