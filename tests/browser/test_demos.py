"""What moves in the lessons, by mouse and keyboard: pictures follow the hand, the board trains and stands still."""

import re

from playwright.sync_api import Locator, expect

from playground.saddle import MOST
from tests.browser.desk import Desk


def guess(cell: Locator, answer: str) -> None:
    """Answer the question in that cell: a number where it has a field, else the option that is called so."""
    if cell.get_by_placeholder("a number").count():
        cell.get_by_placeholder("a number").fill(answer)
    else:
        cell.get_by_role("radio").and_(cell.get_by_label(answer)).check()
    button = cell.get_by_role("button", name="That is my guess")
    button.click()
    expect(button).to_be_hidden()


def look(demo: Locator) -> bytes:
    """The picture as pixels."""
    return demo.locator(".widget-html-content").first.screenshot()


def drag(desk: Desk, handle: Locator, across: float, up: float) -> None:
    """Take the handle, move it by that many pixels, and keep the button down."""
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    desk.page.mouse.move(x, y)
    desk.page.mouse.down()
    desk.page.mouse.move(x + across, y - up, steps=8)


def test_coin_follows_its_slider_while_it_is_dragged(desk: Desk) -> None:
    desk.open_notebook("notebooks/02_entropy.ipynb")
    desk.run_all()
    demo = desk.cell("coin-demo")
    expect(demo.get_by_text("Closed until you make your prediction above")).to_be_visible()
    guess(desk.cell("coin-predict"), "about half a bit")

    demo = desk.cell("coin-demo")
    picture, handle = demo.get_by_role("img"), demo.locator(".noUi-handle")
    expect(picture).to_have_attribute("aria-label", re.compile("H = .* = 1.000 bits"))
    before = look(demo)
    drag(desk, handle, across=100, up=0)
    expect(picture).not_to_have_attribute("aria-label", re.compile("= 1.000 bits"))
    assert look(demo) != before
    desk.page.mouse.up()

    handle.press("End")
    expect(demo.get_by_text("The coin always shows heads.")).to_be_visible()
    assert desk.errors() == []


def test_cross_entropy_follows_its_bars_by_mouse_and_by_keyboard(desk: Desk) -> None:
    desk.open_notebook("notebooks/03_cross_entropy.ipynb")
    desk.run_all()
    guess(desk.cell("predict-rest"), "both the same")

    demo = desk.cell("bars-demo")
    picture, dog = demo.get_by_role("img"), demo.get_by_role("slider", name="q: the classifier says dog")
    expect(picture).to_have_attribute("aria-label", re.compile("2.3219 bits"))
    before = look(demo)
    desk.cell("bars-demo")
    dog.press("PageUp")
    expect(picture).to_have_attribute("aria-label", re.compile("1.7370 bits"))  # -log2 0.3
    assert look(demo) != before

    drag(desk, dog, across=0, up=40)
    expect(picture).not_to_have_attribute("aria-label", re.compile("1.7370 bits"))
    desk.page.mouse.up()
    assert desk.errors() == []


def test_board_trains_an_epoch_and_stands_still_when_paused(desk: Desk) -> None:
    desk.open_notebook("notebooks/08_mnist.ipynb")
    desk.run_all()
    guess(desk.cell("predict-lr"), "93")

    board = desk.cell("training-board")
    said = board.get_by_text(re.compile(r"^(Ready|Epoch)"))
    board.get_by_label("epochs").select_option("40")
    board.get_by_role("button", name="Play").click()
    expect(said).to_have_text(re.compile(r"^Epoch [1-9].*Mean loss of epoch 1: 2\.2"), timeout=60_000)
    board.get_by_role("button", name="Pause").click()
    expect(board.get_by_role("button", name="Play")).to_be_visible()

    step = re.search(r"step (\d+)", said.inner_text())
    assert step
    board.get_by_role("button", name="bits").click()  # drawn anew by the kernel, from the run as it stands now
    expect(said).to_have_text(re.compile(rf"step {step[1]}\. Loss [\d.]+ bits"))
    board.locator("button", has_text=re.compile("^Step$")).click()
    expect(said).to_have_text(re.compile(rf"step {int(step[1]) + 1}\."))
    assert desk.errors() == []


def test_balls_roll_until_paused_and_step_on_by_keyboard(desk: Desk) -> None:
    desk.open_notebook("notebooks/05_minibatches.ipynb")
    desk.run_all()
    guess(desk.cell("surface-predict"), "neither")

    demo = desk.cell("surface-demo")
    picture = demo.get_by_role("img")
    expect(picture).to_have_attribute("aria-label", re.compile("^After 0 steps"), timeout=60_000)
    demo.get_by_role("button", name="Play").click()
    expect(picture).to_have_attribute("aria-label", re.compile("^After [1-9]"), timeout=60_000)
    demo.get_by_role("button", name="Pause").click()
    expect(demo.get_by_role("button", name="Play")).to_be_visible(timeout=60_000)

    steps = re.search(r"After (\d+) steps?", picture.get_attribute("aria-label") or "")
    assert steps
    demo.locator("button", has_text=re.compile("^Step$")).press("Enter")
    expect(picture).to_have_attribute("aria-label", re.compile(f"^After {int(steps[1]) + 1} steps:"), timeout=60_000)
    assert desk.errors() == []


def test_the_end_key_goes_to_the_last_step_of_the_surface_that_was_chosen_last(desk: Desk) -> None:
    desk.open_notebook("notebooks/05_minibatches.ipynb")
    desk.run_all()
    guess(desk.cell("saddle-predict"), "it never does")

    demo = desk.cell("saddle-demo")
    demo.get_by_role("button", name="bowl").click()  # twice as many steps as on the saddle
    demo.locator(".noUi-handle").first.press("End")
    expect(demo.get_by_role("img")).to_have_attribute("aria-label", re.compile(f"^After {MOST} steps"))
    assert desk.errors() == []
