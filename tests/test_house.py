"""The rules of the house, kept by reading the tree: who imports whom, how notebooks stand, what the set-up promises."""

import ast
import os
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.notebook_form import ROOT, in_form, notebooks

PACKAGES = ("autograder", "playground")
CONDA_NAMES = {"torch": "pytorch", "matplotlib": "matplotlib-base", "playwright": "playwright-python"}
TAGS = {"raises-exception"}  # Run All goes on after a check that fails
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DECLARED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]]
KEPT = notebooks("notebooks") + notebooks("source")


def modules() -> dict[str, Path]:
    """Every module of both packages, by its dotted name."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it they stand."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            known = modules()
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in known else str(node.module)


def inside(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("name", modules())
def test_module_imports_only_what_its_package_may_know(name: str) -> None:
    imported = set(imports(modules()[name]))

    def imports_any(*packages: str) -> set[str]:
        return {one for one in imported if inside(one, *packages)}

    if inside(name, "playground"):
        assert not imports_any("autograder", "nbgrader", "dask", "distributed")
        return
    assert not imports_any("playground")
    if not inside(name, "autograder.grading"):
        assert not imports_any("nbgrader", "dask", "distributed")
    if inside(name, "autograder.judges"):
        assert not imports_any("autograder.probes", "autograder.kernels", "autograder.grading", "IPython")
    if inside(name, "autograder.kernels"):
        assert not imports_any("autograder.probes", "autograder.judges", "autograder.grading")
    if inside(name, "autograder.probes"):
        known = {*sys.stdlib_module_names, "numpy", "torch", "autograder"}
        assert {one.split(".")[0] for one in imported} <= known
        assert not imports_any("autograder.judges", "autograder.kernels", "autograder.grading")


def test_imports_point_one_way() -> None:
    graph = {name: {one for one in imports(path) if one in modules()} for name, path in modules().items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("name", modules())
def test_module_says_what_it_is_and_is_short_enough_to_read(name: str) -> None:
    text = modules()[name].read_text()
    assert not text or ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300
    assert name.split(".")[-1] not in {"utils", "helpers", "manager", "base", "common"}


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_machine_or_a_package_index() -> None:
    hosts = r"(?:pypi|pythonhosted|anaconda|npmjs)\.(?:org|com)"
    folders = r"(?<![\w./*-])/(?:home|root|Users|work)/\w"
    found = re.compile(f"{hosts}|{folders}")
    guilty = []
    for path in tracked():
        if path.suffix not in {".gz", ".png"} and path != Path(__file__):
            guilty += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in found.finditer(path.read_text())]
    assert not guilty


# Notebooks


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(ROOT)))
def test_notebook_stands_in_its_form(path: Path) -> None:
    assert re.fullmatch(r"\d\d_[a-z0-9_]+", path.stem)
    assert path.read_text() == in_form(path.read_text()), "`make format` puts it in form"


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(ROOT)))
def test_notebook_cells_have_readable_names_and_known_tags(path: Path) -> None:
    cells = nbformat.reads(path.read_text(), as_version=4).cells
    names = [cell.id for cell in cells]
    assert len(set(names)) == len(names)
    assert not [
        name for name in names if not re.fullmatch(r"[a-z][a-z0-9_-]*", name) or re.fullmatch("[0-9a-f]{8}", name)
    ]
    assert {tag for cell in cells for tag in cell.metadata.get("tags", [])} <= TAGS


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(ROOT)))
def test_notebook_code_is_plain_python_without_paths_and_with_one_seed(path: Path) -> None:
    cells = [cell.source for cell in nbformat.reads(path.read_text(), as_version=4).cells if cell.cell_type == "code"]
    trees = [ast.parse(source) for source in cells]  # a magic, or a call of pip, is no Python
    texts = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert not [text for text in texts if isinstance(text, str) and re.match(r"~?/\w|\.{1,2}/|[A-Z]:\\", text)]
    assert len(re.findall(r"(?:seed|default_rng)\(", "\n".join(cells))) <= 1


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_breaks_where_the_page_would_begin_a_list(path: Path) -> None:
    cells = nbformat.reads(path.read_text(), as_version=4).cells
    texts = [re.sub(r"(?ms)^```.*?^```|\$\$.*?\$\$", "", cell.source) for cell in cells if cell.cell_type == "markdown"]
    item = r"(?:\d+[.)]|[-+*])[ ]"  # a list begins below an empty line; its items, and what is indented, go on with it
    assert not [hit for text in texts for hit in re.findall(rf"(?m)^(?!{item}|[ \n]).+\n{item}.*", text)]


@pytest.mark.parametrize("path", notebooks("notebooks"), ids=lambda path: path.stem)
def test_lesson_code_is_short(path: Path) -> None:
    cells = nbformat.reads(path.read_text(), as_version=4).cells
    lengths = {cell.id: len(cell.source.splitlines()) for cell in cells if cell.cell_type == "code"}
    assert not {name: length for name, length in lengths.items() if length > 15}
    assert statistics.median(lengths.values()) <= 5


def test_lesson_exercise_and_release_share_one_stem() -> None:
    def places(folder: str) -> set[str]:
        return {path.relative_to(ROOT / folder).as_posix() for path in notebooks(folder)}

    assert places("release") == places("source")
    assert all(re.fullmatch(r"(\w+)/\1\.ipynb", place) for place in places("source"))
    assert {Path(lesson).stem for lesson in places("notebooks")} <= {Path(place).stem for place in places("source")}


# The set-up


def locked() -> dict[str, list[str]]:
    """The versions that the lock file names, by canonical package name; two where Python's own version decides."""
    versions: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        requirement = Requirement(line.split("#")[0])
        (one,) = requirement.specifier
        assert one.operator == "==", f"not exact: {line}"
        versions.setdefault(canonicalize_name(requirement.name), []).append(one.version)
    return versions


def test_lock_holds_a_version_of_each_dependency_within_its_range() -> None:
    versions = locked()
    for requirement in DECLARED:
        found = versions[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in found), requirement.name


def test_environment_is_what_the_lock_says() -> None:
    for path in (Path(sys.prefix) / "lib").glob("python*/site-packages/torch-*.dist-info"):
        assert path.name == f"torch-{locked()['torch'][0]}.dist-info"


def test_conda_environment_names_the_same_ranges_each_with_its_reason() -> None:
    text = (ROOT / "environment.yml").read_text().partition("dependencies:")[2]
    lines = [line for line in text.splitlines() if line.startswith("  - ") and line != "  - pip:"]
    entries = [re.fullmatch(r"  - ([a-z][a-z0-9-]*)(\S*)  # \S.*", line) for line in lines]
    assert all(entries), "a dependency without its reason"
    conda = {entry[1]: SpecifierSet(entry[2]) for entry in entries if entry}
    ours = {CONDA_NAMES.get(one.name, one.name): one.specifier for one in DECLARED}
    assert conda == {"python": SpecifierSet(PROJECT["requires-python"]), "pip": SpecifierSet(), **ours}


def test_first_page_links_every_lesson_and_its_exercise_and_nothing_that_is_missing() -> None:
    links = set(re.findall(r"\]\(([^)#:]+)\)", (ROOT / "START_HERE.md").read_text()))
    assert not [link for link in links if not (ROOT / link).is_file()]
    assert {
        path.relative_to(ROOT).as_posix() for folder in ("notebooks", "release") for path in notebooks(folder)
    } <= links


def test_every_command_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md", "START_HERE.md"):
        assert set(re.findall(r"(?:`|^    )make ([a-z]+)", (ROOT / page).read_text(), re.MULTILINE)) <= targets


def test_tests_of_a_module_stay_together_where_several_processes_share_them(request: pytest.FixtureRequest) -> None:
    if not os.environ.get("PYTEST_XDIST_WORKER"):
        pytest.skip("one process runs them all")
    assert request.node.nodeid.endswith("@test_house.py"), "pytest-xdist does not see the groups of tests/conftest.py"
