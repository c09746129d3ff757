"""What is kept of the outputs of a whole notebook."""

import functools
import json

from nbformat.v4 import new_code_cell, new_notebook

from autograder.grading.outputs import ALL, DEEPEST, MIB, Recorder, clean


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


def test_what_is_kept_can_be_written_and_read_again_whatever_it_was() -> None:
    deep = functools.reduce(lambda inner, _: [inner], range(5000), 1)
    kept = clean({"half \ud800": [float("nan"), "\udfff", (1, 2)], "deep": deep})
    assert json.loads(json.dumps(kept, allow_nan=False).encode()) == kept
    assert kept["half ?"] == [None, "?", [1, 2]]
    assert json.dumps(kept).count("[") == DEEPEST + 1


def test_error_in_a_reply_is_told_whatever_the_reply_holds() -> None:
    cell = new_code_cell(id="cell")
    recorder = Recorder(new_notebook(cells=[cell]), 1)
    recorder.begin(cell, 0)
    told = recorder.error_in({"ename": 5, "evalue": ["x"], "traceback": 5})
    assert (told.ename, told.evalue) == ("", "")
    told = recorder.error_in({"ename": "E", "evalue": "x" * 2 * MIB, "traceback": ["y", 7]})
    assert (told.ename, told.evalue) == ("E", "")
