"""What is kept of the outputs of a whole notebook."""

from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.outputs import ALL, MIB, Recorder


def test_loud_notebook_keeps_no_more_than_its_share_however_many_cells_it_has() -> None:
    cells = [new_code_cell(id=f"cell-{number}") for number in range(3 * ALL)]
    recorder = Recorder(new_notebook(cells=cells), 1)
    said = {"name": "stdout", "text": "x" * (MIB - 100)}
    headers = {"header": {"msg_type": "stream"}, "parent_header": {"msg_id": "1"}}
    message = {"msg_type": "stream", "content": said, "metadata": {}, **headers}
    for number, cell in enumerate(cells):
        recorder.begin(cell, number)
        recorder.take(message)
    kept = [cell for cell in cells if cell.outputs]
    assert len(kept) == ALL
    assert cells[0].outputs[0].text == said["text"]
    assert recorder.over
