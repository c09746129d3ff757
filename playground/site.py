"""The lessons as pages to read without a kernel: `python -m playground.site` writes them into site/.

Each lesson is run from top to bottom, in a kernel in which everything that moves shows its still face (faces.py), and
nbconvert makes a page of it. A page stands alone: its pictures, formulas and styles are in it, it has no script, and it
asks the network for nothing. The first page is made of START_HERE.md.
"""

import re
from pathlib import Path
from string import Template
from typing import Any

import nbformat
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import ExecutePreprocessor, RegexRemovePreprocessor
from pygments.formatters import HtmlFormatter

from playground.formula import drawn

KERNEL = [
    "--IPKernelApp.exec_lines=from playground.faces import stand_still; stand_still()",
    "--IPKernelApp.log_level=ERROR",  # no warning about ports that only this machine sees
]
REVEAL = r"\w+\.reveal\(\)\s*\Z"  # its words are folded below the question already
PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>$style</style>
</head>
<body>
$body
</body>
</html>
""")
NOTE = (
    '<p class="still">On this page everything stands still. In JupyterLab (<code>make lab</code>) the pictures move, '
    "and each waits for your own answer to the question above it. Here, too: answer first, then unfold.</p>"
)


class _Formulas(IPythonRenderer):
    """Markdown in which formulas are pictures."""

    def inline_math(self, body: str) -> str:
        return drawn(body)

    def block_math(self, body: str) -> str:
        large = drawn(body.replace(r"\frac", r"\dfrac"))
        return f'<span class="block-formula">{large}</span>'


def lesson_page(path: Path, before: Path | None = None, after: Path | None = None) -> str:
    """The lesson in the notebook at `path`, run and made into a page, with links to the lessons around it."""
    notebook: Any = nbformat.read(path, as_version=4)  # pyright: ignore[reportUnknownMemberType]  # untyped library
    RegexRemovePreprocessor(patterns=[REVEAL]).preprocess(notebook, {})
    run = ExecutePreprocessor(timeout=None, store_widget_state=False, extra_arguments=KERNEL)
    run.preprocess(notebook, {"metadata": {"path": str(path.parent)}})
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.outputs and all(map(_is_face, cell.outputs)):
            cell.metadata["transient"] = {"remove_source": True}
    exporter = HTMLExporter(template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True)
    exporter.register_filter("markdown2html", _to_html)
    body, _ = exporter.from_notebook_node(notebook)
    links = [f'<a href="{place.stem}.html">{words}</a>' if place else "" for place, words in (
        (before, "← the lesson before"), (after, "the next lesson →"),
    )]  # fmt: skip
    top = f'<nav><a href="index.html">All lessons</a></nav>{NOTE}'
    return _page(
        _title(notebook.cells[0].source), f"{top}<main>{body}</main><footer><nav>{''.join(links)}</nav></footer>"
    )


def first_page(text: str) -> str:
    """The page that links the lessons: the beginning of START_HERE.md, as far as its table, without the exercises."""
    head = text[: text.rindex("|\n", 0, text.index("\n## ")) + 2]
    head = re.sub(r"^(\|[^|]*\|)[^|]*\|", r"\1", head, flags=re.MULTILINE)
    head = re.sub(r"\(notebooks/(\w+)\.ipynb\)", r"(\1.html)", head)
    return _page("From entropy to MNIST", f"<main>{_to_html(head)}</main>{NOTE}")


def write(root: Path, site: Path) -> None:
    """Writes a page for each lesson of notebooks/ below `root`, and the first page, into the folder `site`."""
    site.mkdir(parents=True, exist_ok=True)
    (site / "index.html").write_text(first_page((root / "START_HERE.md").read_text()))
    lessons: list[Path | None] = [*sorted((root / "notebooks").glob("*.ipynb"))]
    for before, path, after in zip([None, *lessons], lessons, [*lessons[1:], None], strict=False):
        if path:
            (site / f"{path.stem}.html").write_text(lesson_page(path, before, after))
            print(f"{site.name}/{path.stem}.html", flush=True)


def _is_face(output: Any) -> bool:
    return 'class="face"' in output.get("data", {}).get("text/html", "")


def _title(source: str) -> str:
    return source.partition("\n")[0].lstrip("# ")


def _to_html(source: str) -> str:
    return MarkdownWithMath(renderer=_Formulas(escape=False, exclude_anchor_links=True)).render(source)


def _page(title: str, body: str) -> str:
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("default", "github-dark"))
    plain = ".highlight { background: var(--jp-layout-color2); }"
    colours = f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{plain}\n"
    style = colours + Path(__file__).with_suffix(".css").read_text()
    return PAGE.substitute(title=title, style=style, body=body)


if __name__ == "__main__":
    write(Path.cwd(), Path("site"))
