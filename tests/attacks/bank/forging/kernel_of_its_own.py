# tries: the notebook asks for another kernel, which no grader confines
# must not: earn a point
import nbformat

def hand_in(folder, notebook, planted):
    notebook.metadata["kernelspec"] = {"name": "../../kernel", "display_name": "mine", "language": "bash"}
    notebook.metadata["language_info"] = {"name": "bash", "pygments_lexer": "x" * 1000}
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
