"""The lessons as pages that stand alone: opened in a browser that is cut off from everything."""

from pathlib import Path

from playwright.sync_api import Page, expect

from playground.site import first_page, lesson_page
from tests.notebook_form import ROOT, notebooks

LESSON = ROOT / "notebooks" / "03_cross_entropy.ipynb"


def test_lesson_page_shows_pictures_and_formulas_without_asking_for_anything(page: Page, tmp_path: Path) -> None:
    place = tmp_path / "lesson.html"
    place.write_text(lesson_page(LESSON, after=Path("04_logits.ipynb")))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.goto(place.as_uri())
    assert asked == [place.as_uri()]
    expect(page.locator("script, button, input, link")).to_have_count(0)

    expect(page.get_by_role("heading", level=1)).to_have_text("03 Cross-entropy")
    assert page.locator(".face > .column svg[role=img]").count() >= 2
    expect(page.get_by_text("Closed until you make your prediction")).to_have_count(0)
    formula = page.get_by_role("img", name=r"H(p, q) = -\sum_i p_i \log q_i", exact=True)
    box = formula.bounding_box()
    assert box
    assert box["width"] > 100

    answer = page.locator("details p").first
    expect(answer).to_be_hidden()
    page.get_by_text("The answer", exact=True).first.click()
    expect(answer).to_be_visible()
    expect(answer).to_have_text("both the same")
    expect(page.get_by_role("link", name="the next lesson →")).to_have_attribute("href", "04_logits.html")

    page.set_viewport_size({"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_first_page_links_a_page_for_each_lesson_and_nothing_else(page: Page) -> None:
    page.set_content(first_page((ROOT / "START_HERE.md").read_text()))
    links = page.get_by_role("link").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links == [f"{path.stem}.html" for path in notebooks("notebooks")]
