"""云栖府 with everybody busy: the held group, and whom it goes to, live in a second window."""

from conftest import DESKTOP, PHONE, register
from served import DESK
from test_day_of_the_floor import press


def fill(fresh):
    """Gives a group to each of the five who stand."""
    visitor = fresh.visitor().sign_in(DESK)
    for _ in range(5):
        visitor.register()
    return visitor


def test_the_group_waits_for_the_one_it_is_locked_for(enter, fresh, accessible, fits):
    fill(fresh)
    boards = [enter(DESK, size).open("/board").page for size in (DESKTOP, PHONE)]
    desk = enter(DESK).page
    card = register(desk)
    assert "白榆 接完后马上交给他" in card.inner_text()
    assert "REC-13" in card.inner_text()
    accessible(desk)
    for board in boards:
        board.locator("#board .held").wait_for()
        assert "第 9 组" in board.locator(".held").inner_text()
        assert "等 白榆 接完" in board.locator(".held").inner_text()
        accessible(board)
        fits(board)

    other = enter("censhan", PHONE).open("/me").page
    press(other, "接待完毕")
    assert "正在接" not in other.locator("#my-state").inner_text()
    assert boards[0].locator("#board .held").is_visible()

    phone = enter("baiyu", PHONE).open("/me").page
    press(phone, "接待完毕")
    assert "正在接：第 9 组" in phone.locator("#my-state").inner_text()
    for board in boards:
        board.locator("#board .held").wait_for(state="detached")


def test_the_wall_shows_what_the_board_shows(enter, fresh, accessible, fits):
    visitor = fill(fresh)
    wall = enter(DESK).open("/board/wall").page
    wall.wait_for_selector("#board [data-staff]")
    visitor.register()
    wall.locator(".wall-part").first.wait_for()
    board = enter(DESK).open("/board").page
    names = "nodes => nodes.map(node => node.dataset.staff)"
    lines = wall.locator("#board [data-staff]").evaluate_all(names)
    assert lines and lines == board.locator("#board [data-staff]").evaluate_all(names)
    accessible(wall)
    fits(wall)


def test_the_desk_ends_a_reception_for_somebody_without_a_phone(enter):
    page = enter(DESK).open("/reception").page
    row = page.locator("tbody tr").filter(has_text="白榆")
    assert "接待中" in row.inner_text()
    with page.expect_navigation():
        row.get_by_role("button", name="送客").click()
    assert "已送客" in page.locator("tbody tr").filter(has_text="白榆").inner_text()
