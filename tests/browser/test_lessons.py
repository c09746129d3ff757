"""Journeys through the real JupyterLab: the first page, every lesson from top to bottom, and what moves in them."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.notebook_form import ROOT, notebooks

LESSONS = [path.relative_to(ROOT).as_posix() for path in notebooks("notebooks")]


def test_first_page_is_rendered_with_the_first_lesson_beside_it_and_nothing_asks(desk: Desk) -> None:
    desk.open_first_page()
    tabs = desk.page.locator("#jp-main-dock-panel .lm-TabBar-tabLabel")
    expect(tabs).to_have_text(["START_HERE.md", Path(LESSONS[0]).name])
    for lesson in LESSONS:
        expect(desk.page.locator(f".jp-MarkdownViewer a[href*='{lesson}']")).to_be_visible()
    for folder in ("notebooks", "release"):
        expect(desk.page.locator(".jp-DirListing-itemText").get_by_text(folder, exact=True)).to_be_visible()
    expect(desk.page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)
    assert not desk.complaints


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_opens_without_a_question_and_runs_without_an_error(desk: Desk, lesson: str) -> None:
    desk.open_notebook(lesson)
    expect(desk.page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)
    desk.run_all()
    assert desk.errors() == []
