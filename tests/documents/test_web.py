from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from onward.core.reach import PUBLIC, reach_besides
from onward.documents.rules.kinds import Problem
from onward.documents.sources.web import MAX_BYTES, Refused, fetch
from tests.documents import files
from tests.documents.server import Answer, Site, serve

HERE, _ = reach_besides(["127.0.0.1"])
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serve({"/planner": Answer(files.page(), headers=HTML)}) as running:
        yield running


def problem_of(site: Site, path: str) -> Problem:
    with pytest.raises(Refused) as caught:
        fetch(site.address + path, reach=HERE)
    return caught.value.problem


def test_a_page_is_fetched_under_an_honest_name(site: Site) -> None:
    page = fetch(f"{site.address}/planner", reach=HERE)
    assert page.data == files.page()
    assert (page.name, page.charset) == ("page.html", "utf-8")
    assert [path for path, _agent in site.asked] == ["/robots.txt", "/planner"]
    assert all(agent.startswith("Onward/") for _path, agent in site.asked)


def test_redirects_are_followed_to_where_the_page_is(site: Site) -> None:
    site.answers["/old"] = Answer(status=301, headers={"Location": "/planner?x=1"})
    site.answers["/planner?x=1"] = Answer(files.page(), headers=HTML)
    page = fetch(f"{site.address}/old", reach=HERE)
    assert page.address == f"{site.address}/planner?x=1"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(status=404), Problem.NOT_THERE),
        (Answer(status=410), Problem.NOT_THERE),
        (Answer(status=403), Problem.REFUSED),
        (Answer(status=503), Problem.UNREACHABLE),
        (Answer(b"x", headers={"Content-Type": "image/png"}), Problem.UNKNOWN_KIND),
        (Answer(bytes(MAX_BYTES + 5), headers=HTML), Problem.TOO_LARGE),
        (Answer(status=302, headers={"Location": "/page"}), Problem.UNREACHABLE),
        (
            Answer(status=302, headers={"Location": "file:///etc/passwd"}),
            Problem.NOT_A_WEB_ADDRESS,
        ),
        (
            Answer(b"no gzip", headers=HTML | {"Content-Encoding": "gzip"}),
            Problem.UNREACHABLE,
        ),
    ],
)
def test_what_cannot_be_had_is_a_problem(
    site: Site, answer: Answer, problem: Problem
) -> None:
    site.answers["/page"] = answer
    assert problem_of(site, "/page") == problem


def test_a_site_that_asks_programs_to_stay_away_is_heard(site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /planner\n")
    assert problem_of(site, "/planner") == Problem.ROBOTS
    assert [path for path, _agent in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_address_of_this_machine_is_refused_and_never_asked(
    site: Site, host: str
) -> None:
    address = site.address.replace("127.0.0.1", host)
    with pytest.raises(Refused) as caught:
        fetch(f"{address}/planner", reach=PUBLIC)
    assert caught.value.problem == Problem.PRIVATE_ADDRESS
    assert site.asked == []


def test_a_redirect_into_the_private_network_is_refused(site: Site) -> None:
    target = site.address.replace("127.0.0.1", "127.0.0.2")
    site.answers["/out"] = Answer(status=302, headers={"Location": f"{target}/planner"})

    with pytest.raises(Refused) as caught:
        fetch(f"{site.address}/out", reach=HERE)
    assert caught.value.problem == Problem.PRIVATE_ADDRESS
    assert [path for path, _agent in site.asked] == ["/robots.txt", "/out"]


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Refused) as caught:
        fetch(f"http://127.0.0.1:{port}/", reach=HERE)
    assert caught.value.problem == Problem.UNREACHABLE


def test_what_is_no_web_address_is_not_fetched() -> None:
    with pytest.raises(Refused) as caught:
        fetch("ftp://jobs.example/", reach=HERE)
    assert caught.value.problem == Problem.NOT_A_WEB_ADDRESS
