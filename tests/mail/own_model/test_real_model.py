"""A real small model, where somebody has one: what it says is checked like anybody's.

    pip install xllamacpp
    ONWARD_TEST_MODEL=/path/to/small.gguf pytest tests/mail/own_model/test_real_model.py

Small models say much nonsense: what is tested is the way there and the checking, and that
nothing of it gets further than a proposal with words that stand in the message.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

import pytest

from onward.applications.models import Event
from onward.mail.models import MailMessage, ModelAnswer, Review
from onward.mail.rules.own_model.answers import Outcome
from onward.mail.services.asking import ask_about_ambiguous
from onward.mail.services.own_model import try_out
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_model.conftest import make_message, make_model

FILE = os.environ.get("ONWARD_TEST_MODEL", "")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FILE, reason="needs ONWARD_TEST_MODEL, the path of a .gguf"),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a server that runs the model on one thread."""
    # Installed by hand only: the type checker knows nothing of it.
    library = import_module("xllamacpp")
    params = library.CommonParams()
    params.model.path = FILE
    params.n_ctx, params.n_parallel, params.port = 4096, 1, 0
    params.cpuparams.n_threads = 1
    server = library.Server(params)
    yield f"{server.listening_address}/v1"
    del server


def test_a_real_model_is_asked_and_its_answers_are_checked(
    owner: Person, address: str
) -> None:
    row = make_model(person=owner, address=address)
    assert try_out(row).outcome in Outcome
    for text in (
        "We have given the post to somebody who lives closer to the workshop.",
        "Sign in to see what has changed.",
        "Could we talk on Thursday at ten? The panel would like to meet you.",
    ):
        make_message(person=owner, text=text)
    asked = ask_about_ambiguous(owner, progress=quiet)
    assert (asked.asked, asked.trouble) == (3, "")
    for answer in ModelAnswer.objects.filter(outcome=Outcome.PROPOSED):
        where = answer.quote["where"]
        whole = answer.message.text if where == "body" else answer.message.subject
        place = slice(answer.quote["start"], answer.quote["end"])
        assert whole[place] == answer.quote["words"]
    assert MailMessage.objects.filter(review=Review.AMBIGUOUS).count() == 3
    assert not Event.objects.exists()
