from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.builders import NOW


@pytest.fixture
def still_clock() -> Iterator[None]:
    """The clock stands at NOW."""
    with time_machine.travel(NOW, tick=False):
        yield
