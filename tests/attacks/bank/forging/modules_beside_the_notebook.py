# tries: files beside the notebook that Python would import in the place of the course's and of libraries
# must not: earn a point
import nbformat

CHECK = '''
class CheckFailed(AssertionError): pass
def check(name): return True
def send(*_): pass
'''

def hand_in(folder, notebook, planted):
    package = folder / "autograder"
    (package / "probes").mkdir(parents=True)
    for name in ("__init__.py", "check.py", "probes/__init__.py", "probes/answer.py"):
        (package / name).write_text(CHECK)
    for name in ("json.py", "base64.py", "numpy.py", "ast.py", "sitecustomize.py", "usercustomize.py"):
        (folder / name).write_text("raise SystemExit(0)\n" if name == "base64.py" else CHECK)
    startup = folder / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("get_ipython().input_transformers_cleanup.append(lambda lines: ['pass'])\n")
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
