"""A lesson without eyes or mouse: every control has a spoken name, and the keyboard reaches and moves it."""

from playwright.sync_api import Page, expect

from tests.browser.desk import ALL_RAN, Desk
from tests.browser.test_demos import guess

LESSON = "notebooks/02_entropy.ipynb"  # it holds each kind of control that a lesson has, but for the pad
GUESSES = {
    "bricks-predict": "shrinks",
    "coin-predict": "about half a bit",
    "questions-predict": "4",
    "huffman-predict": "2 bits",
    "letters-predict": "exactly that",
}
OPTIONS = (
    "1 bit: a coin has two sides",
    "0.9 bits: as often as I guess right",
    "about half a bit",
    "0.1 bits: as often as I guess wrong",
)
NOT_YET_NAMED = ".noUi-handle:not([aria-label]), .widget-toggle-button:not([aria-pressed])"
# How far, in pixels, what is to the right of that element's window can be brought into sight.
FARTHEST_SCROLL = """picture => {
    for (let box = picture.parentElement; box; box = box.parentElement) {
        box.scrollLeft = 9999;
        if (box.scrollLeft > 0) return box.scrollLeft;
    }
    return 0;
}"""
CONTROLS = {"button", "checkbox", "combobox", "group", "radio", "radiogroup", "slider", "textbox"}


def controls(page: Page, cell: str) -> list[tuple[str, str]]:
    """Role and name of each control in the output of a cell, as the browser tells them to a screen reader."""
    session = page.context.new_cdp_session(page)
    where = f".jp-Cell[data-windowed-list-index='{cell}'] .jp-OutputArea-output"
    found = session.send("Runtime.evaluate", {"expression": f'document.querySelector("{where}")'})
    nodes = session.send("Accessibility.queryAXTree", {"objectId": found["result"]["objectId"]})["nodes"]
    said = [(node.get("role", {}).get("value"), node.get("name", {}).get("value", "")) for node in nodes]
    return [(role, name) for role, name in said if role in CONTROLS]


def test_every_control_has_a_name_and_the_keyboard_alone_moves_it(desk: Desk) -> None:
    desk.open_notebook(LESSON)
    desk.run_all()
    kinds = set[str]()
    for question, answer in GUESSES.items():
        guess(desk.cell(question), answer)
        for cell in (question, question.replace("predict", "demo")):
            shown = desk.cell(cell)
            expect(shown.locator(".jp-OutputArea-output").first).to_be_visible()
            expect(shown.locator(NOT_YET_NAMED)).to_have_count(0)
            named = controls(desk.page, str(shown.get_attribute("data-windowed-list-index")))
            assert all(name for _, name in named), named
            kinds |= {role for role, _ in named}
    assert kinds >= {"button", "group", "radio", "radiogroup", "slider", "textbox"}

    demo = desk.cell("huffman-demo")
    first, second = demo.get_by_role("button", name="½ ¼ ⅛ ⅛"), demo.get_by_role("button", name=".2 .5 .3")
    expect(first).to_have_attribute("aria-pressed", "true")
    first.focus()
    desk.page.keyboard.press("ArrowRight")  # moves nothing, and no cell either
    expect(first).to_be_focused()
    desk.page.keyboard.press("Tab")
    expect(second).to_be_focused()
    desk.page.keyboard.press("Space")
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(first).to_have_attribute("aria-pressed", "false")
    for _ in range(3):
        desk.page.keyboard.press("Tab")
    slider = demo.get_by_role("slider", name="weight of A")
    expect(slider).to_be_focused()
    before = slider.get_attribute("aria-valuetext")
    desk.page.keyboard.press("ArrowRight")
    expect(slider).not_to_have_attribute("aria-valuetext", str(before))
    expect(slider).to_have_attribute("aria-valuetext", demo.locator(".widget-readout").first.inner_text())
    assert desk.errors() == []


def test_keyboard_alone_reaches_a_question_answers_it_and_goes_on(desk: Desk) -> None:
    desk.open_notebook(LESSON)
    desk.run_all()
    question = desk.cell("coin-predict")
    options, button = question.get_by_role("radio"), question.get_by_role("button", name="That is my guess")
    place = int(str(question.get_attribute("data-windowed-list-index")))
    active, press = desk.page.locator(".jp-Notebook .jp-Cell.jp-mod-active"), desk.page.keyboard.press
    options.first.focus()
    press("Shift+Enter")  # runs the question, and goes on to the cell below
    expect(active).to_have_attribute("data-windowed-list-index", str(place + 1))
    desk.page.wait_for_function(ALL_RAN)
    expect(options.and_(question.locator("[name^=question]"))).to_have_count(len(OPTIONS))

    press("Shift+Tab")
    expect(button).to_be_focused()
    press("Shift+Tab")
    expect(options.last).to_be_focused()
    for key, chosen in (("ArrowUp", 2), ("ArrowLeft", 1), ("j", 1), ("ArrowDown", 2)):
        press(key)
        expect(options.nth(chosen)).to_be_focused()
        expect(options.nth(chosen)).to_be_checked()
    expect(active).to_have_attribute("data-windowed-list-index", str(place))
    press("Tab")
    expect(button).to_be_focused()
    press("Enter")
    expect(question.get_by_text(f"Your guess: {OPTIONS[2]}")).to_be_visible()
    expect(question).to_be_focused()  # the button is gone, but not the place in the notebook
    press("ArrowDown")
    expect(active).to_have_attribute("data-windowed-list-index", str(place + 1))
    assert desk.errors() == []


def test_at_200_percent_in_a_narrow_window_sliders_stay_long_and_pictures_large(desk: Desk) -> None:
    desk.open_notebook(LESSON)
    desk.run_all()
    desk.page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    desk.page.set_viewport_size({"width": 350, "height": 900})  # what 700 pixels are at 200 %
    guess(desk.cell("coin-predict"), GUESSES["coin-predict"])
    demo = desk.cell("coin-demo")
    picture, track = demo.get_by_role("img"), demo.locator(".slider-container")
    expect(picture).to_be_visible()
    width = "shown => shown.getBoundingClientRect().width"
    assert picture.evaluate(width) >= 440  # of the 660 for which its words were set
    assert track.evaluate(width) >= 150
    assert picture.evaluate(FARTHEST_SCROLL) > 0
    assert desk.errors() == []
