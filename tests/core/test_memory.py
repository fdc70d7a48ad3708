from __future__ import annotations

import gc
import subprocess
import sys

from onward.core.memory import keep_what_is_loaded, seldom_collected


def test_what_is_loaded_is_left_out_of_later_searches() -> None:
    before = gc.get_threshold()
    kept = [[number] for number in range(100)]
    try:
        keep_what_is_loaded()
        assert gc.get_freeze_count() > 100
        assert not any(each is kept for each in gc.get_objects())
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
    assert any(each is kept for each in gc.get_objects())


def test_the_collector_looks_seldom_for_a_while_only() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before


def test_readings_that_overlap_leave_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    first, second = seldom_collected(), seldom_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold() > before
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_a_command_collects_seldom_and_leaves_all_where_it_is_as_it_ends() -> None:
    # What is registered first is asked last.
    code = (
        "import atexit, gc\n"
        "from onward.project.cli import main\n"
        "before = gc.get_threshold()\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 1000))\n"
        "atexit.register(lambda: print(gc.get_threshold() > before))\n"
        "main(['--version'])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ended.stdout.split()[-2:] == ["True", "True"]
