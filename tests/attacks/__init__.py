"""What a hostile notebook may try, and that none of it works: the bank of attacks, run through nbgrader for real.

    bank/<class>/<name>.py    one attack: a student's cells, or a maker of what is handed in (see `attack.py`)
    attack.py                 reads the bank, makes the submissions
    planted.py                secrets laid out where an attack may look, and what tells afterwards that one was taken
    grading.py                a class of attackers and honest neighbours, graded by `nbgrader autograde`
    stock.py                  the same attacks against nbgrader as it comes, those that do no harm to the machine

`python -m tests.attacks` prints the table: attack, stock nbgrader, ours.
"""
