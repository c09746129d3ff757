"""The browser's side of the draggable bars: real mouse and keys in Chromium, a stand-in for the kernel."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import playground.bars

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

# A model as anywidget gives it: a change calls the listeners, save_changes is the message to the kernel.
PAGE = """
<div id="one"></div><div id="two"></div>
<script type="module">
  const url = URL.createObjectURL(new Blob([SOURCE], { type: "text/javascript" }));
  const { default: widget, rescale } = await import(url);
  const values = { labels: ["dog", "cat", "mouse"], p: [0.2, 0.5, 0.3], title: "q", color: "#0072B2", hatched: true };
  const listeners = new Map();
  const sent = [];
  const model = {
    get: (name) => values[name],
    set: (name, value) => {
      values[name] = value;
      for (const call of listeners.get(`change:${name}`) ?? []) call();
    },
    save_changes: () => sent.push(values.p),
    on: (event, call) => listeners.set(event, (listeners.get(event) ?? new Set()).add(call)),
    off: (event, call) => listeners.get(event).delete(call),
  };
  const ends = ["one", "two"].map((id) => widget.render({ model, el: document.getElementById(id) }));
  const listening = () => [...listeners.values()].reduce((sum, calls) => sum + calls.size, 0);
  Object.assign(window, { model, sent, ends, listening, rescale, ready: true });
</script>
"""


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    source = Path(playground.bars.__file__).with_suffix(".js").read_text(encoding="utf-8")
    page, errors = browser.new_page(), []
    page.on("pageerror", lambda error: errors.append(error))
    page.set_content(PAGE.replace("SOURCE", json.dumps(source).replace("</", "<\\/")))
    page.wait_for_function("globalThis.ready")
    yield page
    page.close()
    assert errors == []


def bar(page, name, view="one"):
    return page.locator(f"#{view}").get_by_role("slider", name=name)


def p(page):
    return page.evaluate("model.get('p')")


def at(page, name, value):
    """The point of the page where a bar has this value."""
    way = bar(page, name).locator("rect").nth(1).bounding_box()
    return way["x"] + way["width"] / 2, way["y"] + way["height"] * (1 - value)


def test_finger_moves_the_bar_and_not_the_page(browser):
    source = Path(playground.bars.__file__).with_suffix(".js").read_text(encoding="utf-8")
    with browser.new_context(viewport={"width": 640, "height": 400}, has_touch=True) as context:
        page = context.new_page()
        tall = PAGE.replace("SOURCE", json.dumps(source).replace("</", "<\\/")) + "<div style='height:2000px'></div>"
        page.set_content(tall)
        page.wait_for_function("globalThis.ready")
        x, y = at(page, "cat", 0.2)
        finger = context.new_cdp_session(page)

        def touch(kind, *where):
            points = [{"x": x, "y": y} for x, y in where]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", (x, y))
        for up in range(5, 100, 5):
            touch("touchMove", (x, y - up))
        touch("touchMove", at(page, "cat", 0.9))
        touch("touchEnd")
        assert p(page)[1] == pytest.approx(0.9, abs=0.011)
        assert page.evaluate("scrollY") == 0


def test_others_keep_their_proportions_and_share_equally_from_zero(page):
    rescale = "([base, i, value]) => rescale(base, i, value)"
    assert page.evaluate(rescale, [[0.2, 0.5, 0.3], 0, 0.6]) == pytest.approx([0.6, 0.25, 0.15])
    assert page.evaluate(rescale, [[1, 0, 0], 0, 0.4]) == pytest.approx([0.4, 0.3, 0.3])
    assert page.evaluate(rescale, [[0.2, 0.5, 0.3], 1, 7]) == [0, 1, 0]
    assert page.evaluate(rescale, [[0.2, 0.8, 0], 1, -1]) == [1, 0, 0]


def test_the_mouse_drags_a_bar_and_a_way_there_and_back_restores_the_others(page):
    page.mouse.move(*at(page, "dog", 0.2))
    page.mouse.down()
    page.mouse.move(*at(page, "dog", 0.6))
    assert p(page) == pytest.approx([0.6, 0.25, 0.15], abs=0.005)
    page.mouse.move(*at(page, "dog", 1.5))
    assert p(page) == [1, 0, 0]
    page.mouse.move(*at(page, "dog", 0.2))
    assert p(page) == pytest.approx([0.2, 0.5, 0.3], abs=0.005)
    page.mouse.up()
    page.mouse.move(*at(page, "dog", 0.9))
    assert p(page) == pytest.approx([0.2, 0.5, 0.3], abs=0.005)


def test_keys_move_a_bar_by_a_hundredth_a_tenth_or_to_an_end(page):
    bar(page, "cat").focus()
    for key, value in {
        "ArrowUp": 0.51,
        "ArrowLeft": 0.5,
        "PageUp": 0.6,
        "PageDown": 0.5,
        "Home": 0,
        "End": 1,
        "ArrowRight": 1,
        "ArrowDown": 0.99,
    }.items():
        page.keyboard.press(key)
        assert p(page)[1] == pytest.approx(value)
        assert sum(p(page)) == pytest.approx(1)
    assert p(page) == pytest.approx([0.004, 0.99, 0.006])  # dog and mouse still 2 to 3


def test_tab_goes_from_bar_to_bar_and_each_says_its_value(page):
    for name, text in (("dog", "dog 0.20"), ("cat", "cat 0.50"), ("mouse", "mouse 0.30")):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "Object.fromEntries([...document.activeElement.attributes].map(a => [a.name, a.value]))"
        )
        assert focused["role"] == "slider"
        assert focused["aria-label"] == f"q {name}"
        assert focused["aria-valuetext"] == text
        assert (focused["aria-valuemin"], focused["aria-valuemax"]) == ("0", "1")


def test_every_view_follows_the_model(page):
    page.mouse.click(*at(page, "dog", 0.75))
    for view in ("one", "two"):
        assert bar(page, "dog", view).get_attribute("aria-valuenow") == "0.75"
    page.evaluate("model.set('p', [0, 0, 1])")
    for view in ("one", "two"):
        assert bar(page, "mouse", view).get_attribute("aria-valuetext") == "mouse 1.00"


def test_messages_to_the_kernel_are_few_and_the_last_value_is_always_sent(page):
    page.mouse.move(*at(page, "dog", 0.2))
    page.mouse.down()
    page.mouse.move(*at(page, "dog", 0.8), steps=60)
    page.mouse.up()
    page.wait_for_function("sent.length > 0 && sent.at(-1) === model.get('p')")
    assert page.evaluate("sent.length") < 60


def test_new_labels_are_drawn_in_every_view(page):
    page.evaluate("model.set('labels', ['ant', 'bee', 'cow'])")
    page.mouse.click(*at(page, "bee", 0.9))
    assert bar(page, "bee", "two").get_attribute("aria-valuetext") == "bee 0.90"


def test_a_view_that_goes_leaves_no_listener_and_the_other_goes_on(page):
    both = page.evaluate("listening()")
    page.evaluate("ends[0]()")
    assert page.evaluate("listening()") == both / 2
    page.mouse.click(*at(page, "dog", 0.9))
    assert p(page) == [0.2, 0.5, 0.3]
    way = bar(page, "dog", "two").locator("rect").nth(1).bounding_box()
    page.mouse.click(way["x"] + 5, way["y"] + way["height"] / 2)
    assert p(page)[0] == pytest.approx(0.5, abs=0.01)
    page.evaluate("ends[1]()")
    assert page.evaluate("listening()") == 0


def test_no_label_is_cut_off(page):
    page.evaluate("model.set('labels', ['a very long class name', 'cat', 'mouse'])")
    frame = page.locator("#one svg").bounding_box()
    for words in page.locator("#one text").all():
        box = words.bounding_box()
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
