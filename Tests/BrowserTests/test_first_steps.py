"""What the README asks a stranger to do: three visitors, and a second window that follows live."""

import time

import pytest

from conftest import register
from served import DESK, Served


def order(page):
    """Who is on the board, in order."""
    return page.eval_on_selector_all(
        "#board [data-staff]", "rows => rows.map(row => row.dataset.staff)")


def wait_for_change(page, before, timeout=1_000):
    page.wait_for_function(
        "before => document.querySelector('#board').innerText !== before", arg=before,
        timeout=timeout)


def test_three_visitors_go_to_three_people_and_the_board_follows(window):
    desk = window().sign_in(DESK)
    watcher = window().sign_in(DESK).open("/board")
    watcher.page.wait_for_selector("#board [data-staff]")
    people = []
    for _ in range(3):
        before = watcher.page.locator("#board").inner_text()
        people.append(register(desk.page).locator(".decision-person").inner_text())
        wait_for_change(watcher.page, before)
    assert len(set(people)) == 3


def test_the_board_is_the_same_after_a_reload(window):
    opened = window().sign_in(DESK).open("/board")
    opened.page.wait_for_selector("#board [data-staff]")
    before = order(opened.page)
    assert len(before) >= 3 and len(set(before)) == len(before)
    opened.page.reload()
    assert order(opened.page) == before


@pytest.fixture
def fragile(tmp_path):
    served = Served(tmp_path).start()
    yield served
    served.stop()


def test_a_lost_connection_shows_and_heals_by_itself(fragile, window):
    opened = window()
    opened.address = fragile.address
    opened.sign_in(DESK).open("/board")
    opened.page.wait_for_selector("#board [data-staff]")
    banner = opened.page.locator("#connection")
    assert not banner.is_visible()

    fragile.kill()
    banner.wait_for(state="visible")
    before = opened.page.locator("#board").inner_text()

    fragile.start()
    banner.wait_for(state="hidden", timeout=20_000)
    register(window_of(opened), "new_first")
    wait_for_change(opened.page, before, timeout=5_000)
    opened.forget_lost_connection()


def window_of(opened):
    """A second page in the same session."""
    page = opened.context.new_page()
    page.goto(opened.address + "/reception")
    return page


def test_a_signal_to_stop_is_obeyed_while_a_board_is_open(fragile, window):
    opened = window()
    opened.address = fragile.address
    opened.sign_in(DESK).open("/board")
    opened.page.wait_for_selector("#board [data-staff]")
    began = time.monotonic()
    fragile.stop()
    assert time.monotonic() - began < 3
    assert fragile.process.returncode == 0
    opened.page.close()
    opened.forget_lost_connection()
