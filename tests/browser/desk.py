"""JupyterLab as a reader sees it: open a notebook, run it, look at one cell, move a slider, see what went wrong."""

from typing import Any
from uuid import uuid4

from playwright.sync_api import Locator, Page

NOTEBOOK = "window.jupyterapp.shell.currentWidget"
READY = f"() => {NOTEBOOK}.sessionContext?.session?.kernel?.status === 'idle'"
# Every code cell has run, or one has failed and the rest never will.
ALL_RAN = f"""() => {{
    const cells = {NOTEBOOK}.content.widgets.filter(c => c.model.type === 'code' && c.model.sharedModel.source.trim());
    const failed = cells.some(c => c.model.outputs.toJSON().some(o => o.output_type === 'error'));
    return failed || cells.every(c => c.model.executionCount && c.model.executionState !== 'running');
}}"""
ERRORS = f"""() => {NOTEBOOK}.content.widgets.filter(c => c.model.type === 'code').flatMap(c =>
    c.model.outputs.toJSON().filter(o => o.output_type === 'error')
        .map(o => `${{c.model.id}}: ${{o.ename}}: ${{o.evalue}}`))"""
GO_TO = f"""async id => {{
    const notebook = {NOTEBOOK}.content;
    const index = notebook.widgets.findIndex(c => c.model.id === id);
    if (index < 0) throw new Error(`no cell ${{id}}`);
    await notebook.scrollToItem(index, 'start');
    return index;
}}"""


class Desk:
    """One browser page on JupyterLab. What the browser itself complained about is in `complaints`."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(error.message))

    def open_first_page(self) -> None:
        """What `make lab` shows at the very first start."""
        self.page.goto(self.url)
        self.page.locator(".jp-MarkdownViewer h1").wait_for()

    def open_notebook(self, path: str) -> None:
        """Open a notebook, alone on a desk of its own, and wait until its kernel is ready.

        It is a fresh kernel: those of earlier journeys are ended, with what was guessed in them.
        """
        address, token = self.url.split("?")
        sessions = address.removesuffix("/lab") + "/api/sessions"
        for session in self.page.request.get(f"{sessions}?{token}").json():
            self.page.request.delete(f"{sessions}/{session['id']}?{token}")
        self.page.goto(f"{address}/workspaces/{uuid4()}/tree/{path}?{token}")
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.page.wait_for_function(READY)

    def run_all(self, patience_ms: float = 120_000) -> None:
        """Run All by the menu, and wait for the last cell or the first error."""
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function(ALL_RAN, timeout=patience_ms)

    def menu(self, bar: str, entry: str) -> None:
        self.page.locator(".lm-MenuBar-item", has_text=bar).first.click()
        self.page.locator(".lm-Menu-item").get_by_text(entry, exact=True).click()

    def validate(self) -> Locator:
        """Press Validate; the dialog in which nbgrader says what it found."""
        self.page.locator(".validate-button").click()
        dialog = self.page.locator(".jp-Dialog-content")
        dialog.wait_for(timeout=120_000)
        return dialog

    def errors(self) -> list[str]:
        """What the cells that failed say, and what the browser itself complained about."""
        said: Any = self.page.evaluate(ERRORS)
        return [*said, *self.complaints]

    def cell(self, name: str) -> Locator:
        """The cell of that id, brought into sight."""
        index = self.page.evaluate(GO_TO, name)
        return self.page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell[data-windowed-list-index='{index}']")
