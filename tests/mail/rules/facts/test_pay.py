from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.facts import is_well_formed
from onward.mail.rules.facts.pay import grade_in, offered_facts, pay_facts, pay_in


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period", "words"),
    [
        ("Basic: £34,250 per annum\nTravel allowance: £62 a day", "34250", "GBP", "year", "£34,250 per annum"),
        ("The gross salary shall be KES 118,000 per month, subject to tax", "118000", "KES", "month", "KES 118,000 per month"),
        ("the compensation in our offer to $148,500, with a signing bonus of $10,000", "148500", "", "", "$148,500"),
        ("Dispatcher: $31.40/hour, second shift differential", "31.40", "", "hour", "$31.40/hour"),
        ("so: £39k, and the four day week", "39000", "GBP", "", "£39k"),
        ("Beginn 1. Februar, 3.350 € brutto, 30 Urlaubstage", "3350", "EUR", "", "3.350 €"),
        ("Stufe 6 (CHF 98'410.- brutto p. a. bei 100 %)", "98410", "CHF", "year", "CHF 98'410"),
        ("Stundenlohn: 15,46 €", "15.46", "EUR", "hour", "15,46 €"),
        ("Wir heben das Fixum auf 112 T€, die Frist bleibt", "112000", "EUR", "", "112 T€"),
    ],
)  # fmt: skip
def test_what_an_offer_pays_is_read(
    text: str, amount: str, currency: str, period: str, words: str
) -> None:
    found = pay_in(text)
    assert found is not None
    assert found.least == found.most == Decimal(amount)
    assert found.currency == currency
    assert found.words.startswith(words)
    assert period in ("", found.period)


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        (
            "Votre salaire : 2 380 € brut par mois, plus une prime",
            "2380",
            "EUR",
            "month",
        ),
        ("Rémunération de 37 k€ brut annuel", "37000", "EUR", "year"),
        ("Son 23.700 euros brutos anuales en 14 pagas", "23700", "EUR", "year"),
        ("La paga es de 9,80 € la hora", "9.80", "EUR", "hour"),
        ("1.720 € lordi al mese, più buoni pasto da 7 €", "1720", "EUR", "month"),
        ("O salário é de R$ 4.300,00 por mês", "4300", "BRL", "month"),
        ("Je loon is € 3.050 bruto per maand", "3050", "EUR", "month"),
        ("Oferujemy 8 300 zł brutto miesięcznie", "8300", "PLN", "month"),
        ("29,50 zł brutto za godzinę", "29.50", "PLN", "hour"),
        ("Maaşınız aylık net 41.000 TL, yemek 3.000 TL", "41000", "TRY", "month"),
        ("Lönen blir 33 900 kr i månaden", "33900", "", "month"),
        ("un salario de COP 9.400.000 mensuales", "9400000", "COP", "month"),
        ("Your CTC is INR 12,40,000", "1240000", "INR", "year"),
        ("Basic monthly salary: S$6,150\nTransport: S$200", "6150", "SGD", "month"),
        ("a package of R41 500 per month", "41500", "ZAR", "month"),
        ("2.950 € fix im Monat plus Provision (etwa 400 €)", "2950", "EUR", "month"),
        ("$21 an hour to start, rising to $23 in May", "21", "", "hour"),
        ("£24,100 full time equivalent, £14,460 pro rata", "14460", "GBP", ""),
        ("Jahresgehalt 50.700 € (3.900 € im Monat)", "50700", "EUR", "year"),
    ],
)
def test_pay_is_read_in_each_language_and_beside_what_is_extra(
    text: str, amount: str, currency: str, period: str
) -> None:
    found = pay_in(text)
    assert found is not None
    assert found.least == found.most == Decimal(amount)
    assert (found.currency, found.period) == (currency, period)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("zwischen 51.000 und 55.000 Euro im Jahr", "zwischen 51.000 und 55.000 Euro im Jahr"),
        ("Es sind 51.000 bis 55.000 € jährlich", "51.000 bis 55.000 € jährlich"),
        ("between £51,000 and £55,000 a year", "£51,000 and £55,000 a year"),
        ("51.000 tot 55.000 euro per jaar", "51.000 tot 55.000 euro per jaar"),
        ("51.000 € hasta 55.000 € al año", "51.000 € hasta 55.000 € al año"),
    ],
)  # fmt: skip
def test_a_span_is_read_whole_also_where_the_money_is_named_once(
    text: str, words: str
) -> None:
    found = pay_in(text)
    assert found is not None
    assert (found.least, found.most) == (Decimal(51_000), Decimal(55_000))
    assert (found.words, found.period) == (words, "year")


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Eingruppiert werden Sie in TV-L E11 Stufe 2.", "TV-L E11 Stufe 2"),
        ("Vergütung nach TVöD-SuE, Entgeltgruppe S 8a.", "TVöD-SuE, Entgeltgruppe S 8a"),
        ("Die Stelle ist in Besoldungsgruppe A 11 bewertet.", "Besoldungsgruppe A 11"),
        ("The post is NHS Band 6.", "NHS Band 6"),
        ("paid at Grade 5, point 12, from May", "Grade 5, point 12"),
        ("Inschaling in schaal 8 trede 2", "schaal 8 trede 2"),
        ("We are a band of 6 people, on scale.", ""),
        ("Stufe 2 des Verfahrens, TVöD und mehr", ""),
        ("in E 9a oder E 9b, also TV-L E9a bis TV-L E9b", ""),
    ],
)  # fmt: skip
def test_a_place_on_an_open_scale_is_kept_in_its_words(text: str, grade: str) -> None:
    assert grade_in(text) == grade
    assert offered_facts(text) == ({"salary": grade} if grade else {})


def test_an_amount_says_more_than_a_grade() -> None:
    text = "TV-L E11 Stufe 2, das sind 4.031 € im Monat"
    assert offered_facts(text)["salary"] == "4.031 € im Monat"


def test_hours_a_week_are_no_pay_of_a_week() -> None:
    found = pay_in("the post of Buyer, 30 hours per week, at £26,940 pro rata")
    assert found is not None
    assert (found.least, found.period) == (Decimal(26_940), "")


def test_what_is_paid_beside_a_year_s_pay_is_small_change() -> None:
    found = pay_in("37 hours, €33,500 a year. A weekend on call we pay at a flat €60.")
    assert found is not None
    assert (found.least, found.period) == (Decimal(33_500), "year")


def test_a_span_has_two_ends() -> None:
    found = pay_in("Your salary is £30,000 to £34,000 a year.")
    assert found is not None
    assert (found.least, found.most) == (Decimal(30_000), Decimal(34_000))
    assert found.period == "year"
    assert found.words == "£30,000 to £34,000 a year"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "within 48 hours and 35 days",
        "£14.10 an hour or £15 an hour, tell us",
        "Relocation allowance: £2,000",
        "€0 deposit",
        "Tools up to $300 a year",
        "Sie verdienen bis zu 4.000 € im Monat",
        "Wir sehen uns Fr. 12. Juni",
        "Stelle R12345",
        "call 030 555 0188",
    ],
)
def test_no_pay_is_guessed(text: str) -> None:
    assert pay_in(text) is None


@given(
    st.integers(1, 9_999_999),
    st.sampled_from(["year", "month", "hour"]),
    st.sampled_from(["£", "€"]),
)
def test_an_amount_is_read_as_it_was_written(
    amount: int, period: str, sign: str
) -> None:
    article = "an" if period == "hour" else "a"
    found = pay_in(f"Your salary will be {sign}{amount:,} {article} {period}.")
    assert found is not None
    assert pay_facts(found) == {
        "salary": f"{sign}{amount:,} {article} {period}",
        "salary_min": str(amount),
        "salary_max": str(amount),
        "salary_currency": "GBP" if sign == "£" else "EUR",
        "salary_period": period,
    }


@given(st.text(alphabet="£$€0123456789.,' kKapbhour/CHF-\n", max_size=60))
def test_whatever_is_read_can_be_kept(text: str) -> None:
    found = pay_in(text)
    if found is not None:
        assert 0 < found.least <= found.most
        assert all(is_well_formed(*fact) for fact in pay_facts(found).items())
