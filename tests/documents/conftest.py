"""A home of its own for the files of each test, and the worker at hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from onward.documents import blobs
from onward.project.worker import work_once


@pytest.fixture(autouse=True)
def files_of_this_test() -> Iterator[Path]:
    """The folder of files, empty again afterwards."""
    folder: Path = settings.HOME / blobs.FOLDER
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


class Worker:
    """Does what waits, as the worker beside the program does."""

    def __call__(self) -> int:
        """Do all waiting jobs; return how many there were."""
        count = 0
        while work_once("tests"):
            count += 1
        return count


@pytest.fixture
def work(db: None) -> Worker:
    return Worker()
