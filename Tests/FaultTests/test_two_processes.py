"""Two server processes of one site on one PostgreSQL: one visitor, one receptionist."""

import os
import subprocess
import time
import urllib.parse
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from served import DESK, Busy, Served, values

CLIENTS = 64
SESSIONS = 16


@pytest.fixture
def database():
    url = os.environ.get("ANCHANG_TEST_POSTGRES")
    assert url, "ANCHANG_TEST_POSTGRES is not set: run these through bin/test"
    name = f"faults_{uuid.uuid4().hex[:12]}"
    sql = lambda text: subprocess.run(["psql", url, "-qXc", text], check=True)  # noqa: E731
    sql(f"CREATE DATABASE {name}")
    yield urllib.parse.urlunsplit(urllib.parse.urlsplit(url)._replace(path=f"/{name}"))
    sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def pair(tmp_path, database):
    servers = [Served(tmp_path / name, database=database).start() for name in ("one", "two")]
    yield servers
    for server in servers:
        server.stop()


def patiently(register):
    for _ in range(200):
        try:
            return register()
        except Busy:
            time.sleep(0.05)
    raise AssertionError("the site stayed busy for ten seconds")


def test_one_submission_sent_to_both_gets_one_decision(pair):
    first = pair[0].visitor().sign_in(DESK)
    both = [first, first.at(pair[1].address)]
    with ThreadPoolExecutor(2) as pool:
        for _ in range(20):
            form = first.arrival_form()
            answers = list(pool.map(lambda v: patiently(lambda: v.register(form=form)), both))
            assert answers[0] == answers[1]


def test_64_clients_of_two_processes_never_share_a_visitor(pair):
    people = [pair[0].visitor().sign_in(DESK) for _ in range(SESSIONS)]
    clients = [
        people[n % SESSIONS].at(pair[n % 2].address) for n in range(CLIENTS)
    ]
    with ThreadPoolExecutor(CLIENTS) as pool:
        decisions = [
            decision for batch in pool.map(
                lambda client: [patiently(client.register) for _ in range(3)], clients)
            for decision in batch
        ]
    assert len(set(decisions)) == len(decisions) == CLIENTS * 3

    here, there = (people[0].at(server.address) for server in pair)
    for decision in decisions:
        pages = [visitor.get(f"/decisions/{decision}") for visitor in (here, there)]
        answers = [receptionists(page.text) for page in pages]
        assert answers[0] == answers[1] and len(answers[0]) == 1, decision
    boards = [values(visitor.get("/board").text, "data-staff") for visitor in (here, there)]
    assert boards[0] and boards[0] == boards[1]
    assert pair[0].run("verify").returncode == 0


def receptionists(text):
    """The texts of the elements with the class decision-person."""
    parts = text.split("decision-person")[1:]
    return [part.split(">", 1)[1].split("<", 1)[0].strip() for part in parts]
