"""Power cuts: whatever the site acknowledged before `kill -9` is there afterwards, chained."""

import http.client
import os
import random
import threading
import time

import pytest

from served import DESK, Busy, Served

ROUNDS = int(os.environ.get("ANCHANG_KILL_ROUNDS", "20"))
CLIENTS = 8
SEED = int(os.environ.get("ANCHANG_SEED", "20250602"))


def register_until_cut(visitor, acknowledged, is_cut):
    while not is_cut.is_set():
        try:
            acknowledged.append(visitor.register())
        except Busy:
            time.sleep(0.05)
        except (OSError, http.client.HTTPException):
            return


def load(server, visitors, seconds):
    """Registers arrivals from every visitor until the server is killed; gives what it answered."""
    acknowledged, is_cut = [], threading.Event()
    threads = [
        threading.Thread(target=register_until_cut, args=(visitor, acknowledged, is_cut))
        for visitor in visitors
    ]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    server.kill()
    is_cut.set()
    for thread in threads:
        thread.join(timeout=30)
    return list(acknowledged)


@pytest.fixture
def server(tmp_path):
    served = Served(tmp_path / "site")
    yield served
    served.stop()


def lost(visitor, decisions):
    return [decision for decision in decisions if visitor.get(f"/decisions/{decision}").status != 200]


def test_a_decision_that_was_never_made_counts_as_lost(server):
    visitor = server.start().visitor().sign_in(DESK)
    assert lost(visitor, ["never-made"]) == ["never-made"]


def test_killed_at_any_instant_nothing_acknowledged_is_lost(server):
    chance = random.Random(SEED)
    server.start()
    visitors = [server.visitor().sign_in(DESK) for _ in range(CLIENTS)]
    everything = []
    for number in range(ROUNDS):
        acknowledged = load(server, visitors, chance.uniform(0.1, 0.6))
        verdict = server.run("verify")
        assert verdict.returncode == 0, f"round {number}, seed {SEED}: {verdict.stdout}{verdict.stderr}"
        server.start()
        assert lost(visitors[0], acknowledged) == [], f"round {number}, seed {SEED}"
        everything += acknowledged
    assert len(set(everything)) == len(everything) >= ROUNDS
    print(f"{ROUNDS} kills, {len(everything)} acknowledged decisions, none lost")


def test_a_journal_that_was_tampered_with_does_not_verify(server):
    server.start().visitor().sign_in(DESK).register()
    server.stop()
    assert server.run("verify").returncode == 0
    [database] = [path for path in server.data.rglob("*.sqlite")]
    content = database.read_bytes()
    marker = b"new_first"
    assert marker in content
    database.write_bytes(content.replace(marker, b"new_fjrst"))
    assert server.run("verify").returncode != 0
