from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward
from tests.mail.own_model import model_server as behave
from tests.mail.own_model.model_server import ModelServer


@pytest.fixture
def server() -> Iterator[ModelServer]:
    model = ModelServer()
    model.behave = behave.always(
        behave.reading("rejection", "message itself is not in this e-mail")
    )
    yield model
    model.close()


def test_a_model_is_set_up_asked_and_its_reading_accepted(
    visitor: Page, onward: Onward, mailbox: Path, server: ModelServer
) -> None:
    onward.run("import", str(mailbox), "--quiet")
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/mail/")
    visitor.get_by_role("link", name="A language model of your own").click()
    visitor.get_by_label("Address of your model").fill("https://models.example.org/v1")
    visitor.get_by_label("Name of the model").fill("small")
    visitor.get_by_role("button", name="Keep and turn on").click()
    expect(
        visitor.get_by_text("models.example.org is not this computer").first
    ).to_be_visible()
    visitor.get_by_label("Address of your model").fill(server.address)
    visitor.get_by_role("button", name="Keep and turn on").click()
    expect(visitor.get_by_text("Kept, and turned on")).to_be_visible()
    visitor.get_by_role("button", name="Test it with an invented no").click()
    expect(visitor.get_by_text("quoted words that do not stand")).to_be_visible()
    visitor.get_by_text("Word for word").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Ask about 2 messages").click()
    expect(visitor.get_by_role("heading", name="Done")).to_be_visible(timeout=20_000)
    expect(visitor.get_by_text("1 × quoted words")).to_be_visible()
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="1 to look at").click()
    first = visitor.get_by_role("listitem").filter(has_text="Your model reads it as")
    expect(first.locator("mark")).to_have_text("message itself is not in this e-mail")
    assert list(faults(visitor)) == []
    first.get_by_role("link", name="Look at it").click()
    expect(visitor.locator(".message__text mark")).to_have_count(1)
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Record it so").click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Fieldnote")
    assert visitor.url.startswith(f"{onward.address}/no/")
    visitor.goto(onward.address + "/mail/review/")
    expect(visitor.get_by_text("Your model reads it as")).to_have_count(0)
    visitor.goto(onward.address + "/mail/model/")
    visitor.get_by_role("link", name="Remove it").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Remove it").click()
    expect(visitor.get_by_role("heading", name="Set it up")).to_be_visible()
    assert len(server.asked) == 3
