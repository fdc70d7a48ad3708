from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.facts import is_well_formed
from onward.mail.rules.facts.pay import pay_facts, pay_in


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
