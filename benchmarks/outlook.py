"""Check what the longer view promises: intervals by simulation, pages by the clock.

Run: python -m benchmarks.outlook
Simulated searches have a true rate, answers that come late, refusals and silence; nothing
of a real person. The pages are asked of a real `onward run` with 10,000 applications.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.searches import NOW, answer_day, draw_search
from benchmarks.web import Visitor, fill
from onward.core.intervals import Beta, count_interval
from onward.method.outlook.rules.rates import (
    NO_PRIORS,
    PRIORS,
    Question,
    interview_chances,
    seen,
)
from onward.method.outlook.rules.rows import Row
from onward.method.outlook.rules.silence import Answer, Wait, curves_of

RATES = (0.016, 0.05, 0.12, 0.25, 0.42)
BINS = 10
CHI_SQUARE_99 = 21.67
"""The 99 % point of chi-square with nine degrees of freedom."""

PAGES = {
    "floor: /help/": "/help/",
    "Today": "/",
    "numbers": "/outlook/",
    "numbers, slider at 30": "/outlook/?weekly=30",
    "gone quiet": "/outlook/quiet/",
    "stepping stones": "/outlook/stones/",
    "picture: the whole search": "/outlook/pictures/way/",
    "picture: how far": "/outlook/pictures/funnel/",
    "picture: day by day": "/outlook/pictures/days/",
    "picture: when answers come": "/outlook/pictures/answers/",
    "picture: through time": "/outlook/pictures/lines/",
    "file: through time, SVG": "/outlook/pictures/lines/export.svg",
}


def belief(rows: list[Row], prior: Beta) -> Beta:
    """Return what the product believes of the rate of interviews after these rows."""
    return seen(rows, question=Question.INTERVIEW, now=NOW).belief(prior)


def calibration(chance: random.Random, *, draws: int, ahead: int = 20) -> list[int]:
    """Return how often the simulated count fell into each tenth of the predicted ones.

    The true rate is drawn from the prior, a whole search at that rate is looked at while
    parts of it are fresh, and the next applications are drawn at the same rate.

    Source: Talts et al. (2018), arXiv 1804.06788.
    """
    prior = PRIORS[Question.INTERVIEW]
    bins = [0] * BINS
    for _ in range(draws):
        rate = chance.betavariate(prior.a, prior.b)
        rows = draw_search(
            chance, rate=rate, count=chance.randint(0, 80), weeks=chance.uniform(2, 40)
        )
        chances = interview_chances(ahead, interview=belief(rows, prior))
        count = sum(chance.random() < rate for _ in range(ahead))
        rank = sum(chances[:count]) + chance.random() * chances[count]
        bins[min(BINS - 1, int(rank * BINS))] += 1
    return bins


def chi_square(bins: list[int]) -> float:
    """Return how far the bins are from even."""
    expected = sum(bins) / len(bins)
    return sum((count - expected) ** 2 / expected for count in bins)


def coverage(
    chance: random.Random, *, rate: float, draws: int, weeks: float
) -> tuple[float, float, float, float]:
    """Return how often 80 % intervals held the rate, with the prior and without, and the count.

    The last two are of the next 20: how often the interval held what came, and its width.
    """
    held = [0, 0, 0]
    width = 0
    for _ in range(draws):
        rows = draw_search(
            chance, rate=rate, count=chance.randint(20, 120), weeks=weeks
        )
        for place, priors in enumerate((PRIORS, NO_PRIORS)):
            low, high = belief(rows, priors[Question.INTERVIEW]).interval()
            held[place] += low <= rate <= high
        found = belief(rows, PRIORS[Question.INTERVIEW])
        first, last = count_interval(interview_chances(20, interview=found))
        held[2] += first <= sum(chance.random() < rate for _ in range(20)) <= last
        width += last - first
    return held[0] / draws, held[1] / draws, held[2] / draws, width / draws


def curve_coverage(chance: random.Random, *, rate: float, draws: int) -> float:
    """Return how often the band of replies by day 14 held the true share, with fresh rows."""
    true = rate * 0.74
    held = 0
    for _ in range(draws):
        point = curves_of(
            [_wait(chance, rate=rate) for _ in range(80)], days=13
        ).positive[13]
        held += point.low <= true <= point.high
    return held / draws


def _wait(chance: random.Random, *, rate: float) -> Wait:
    until = chance.uniform(0, 60)
    is_positive = chance.random() < rate
    at = answer_day(chance) if is_positive else chance.expovariate(1 / 40)
    answer = Answer.POSITIVE if is_positive else Answer.NO
    return Wait(int(at), answer) if at <= until else Wait(int(until), None)


def report_simulations(*, draws: int) -> None:
    """Print calibration and coverage as tables."""
    chance = random.Random(2026)
    bins = calibration(chance, draws=draws * 5)
    print(f"Calibration of the next 20, {draws * 5} searches, tenths: {bins}")
    print(f"chi-square {chi_square(bins):.1f}; even up to {CHI_SQUARE_99} (99 %)\n")
    print(f"80 % intervals, {draws} searches of 20 to 120 applications each:\n")
    print(
        "| true rate | weeks | rate held | own alone | next 20 held | width | curve |"
    )
    print("|---|---|---|---|---|---|---|")
    for weeks in (26, 8):
        for rate in RATES:
            rated, alone, counted, width = coverage(
                chance, rate=rate, draws=draws, weeks=weeks
            )
            curve = curve_coverage(chance, rate=rate, draws=draws)
            print(
                f"| {rate:.1%} | {weeks} | {rated:.2f} | {alone:.2f} "
                f"| {counted:.2f} | {width:.1f} | {curve:.2f} |"
            )


def measure(visitor: Visitor, *, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each page, the pages in turn."""
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for path in PAGES.values():
        visitor.get(path)
    for _round in range(rounds):
        for name, path in PAGES.items():
            times[name].append(visitor.get(path)[0])
    return times


def measure_first(visitor: Visitor, program: Path, *, rounds: int) -> list[float]:
    """Return the milliseconds of the first page of numbers after each new event."""
    times = []
    for number in range(rounds):
        subprocess.run(
            [program, "add", f"Kestrel {number}"], check=True, capture_output=True
        )
        times.append(visitor.get("/outlook/")[0])
    return times


def report_times(times: dict[str, list[float]]) -> None:
    """Print p50 and p95 of each page, and how many times the floor that is."""
    floor = statistics.median(times["floor: /help/"])
    print("| page | p50 ms | p95 ms | p50 / floor |\n|---|---|---|---|")
    for name, values in times.items():
        p50 = statistics.median(values)
        p95 = statistics.quantiles(values, n=20)[18]
        print(f"| {name} | {p50:.1f} | {p95:.1f} | {p50 / floor:.1f} |")


def report_pages(*, applications: int, rounds: int) -> None:
    """Fill a home, start the program on it, and print what its pages take."""
    with tempfile.TemporaryDirectory(prefix="onward-outlook-") as folder:
        os.environ["ONWARD_HOME"] = folder
        from onward.project.setup import start

        start()
        from onward.method.feelings.rules import Hours
        from onward.method.feelings.services.quiet import prefer_hours
        from onward.people.services import local_person
        from onward.project.periodic import catch_up_everyone

        # In a quiet window the pages would rest, and there would be nothing to measure.
        prefer_hours(local_person(), hours=Hours.NONE)
        fill(local_person(), applications=applications)
        begin = time.perf_counter()
        catch_up_everyone()
        print(
            f"\n{applications} applications; steps told in {time.perf_counter() - begin:.0f} s"
        )
        program = Path(sys.executable).with_name("onward")
        process = subprocess.Popen(
            [program, "run", "--port", "0", "--no-browser"],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            found = re.search(r"http\S+", process.stdout.readline())
            assert found
            visitor = Visitor(found.group())
            times = measure(visitor, rounds=rounds)
            first = measure_first(visitor, program, rounds=10)
            report_times(times | {"numbers, first after an event": first})
        finally:
            process.terminate()
            process.wait(timeout=20)


def main() -> None:
    """Run the simulations, then the pages; print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    if options.draws:
        report_simulations(draws=options.draws)
    report_pages(applications=options.applications, rounds=options.rounds)


if __name__ == "__main__":
    main()
