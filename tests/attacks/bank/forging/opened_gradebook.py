# tries: full marks written into ../../../gradebook.db
# must not: earn a point
import sqlite3

for path in ("../../../gradebook.db", planted["root"] + "/gradebook.db"):
    try:
        with sqlite3.connect(path, timeout=5) as book:
            book.execute("UPDATE grade SET manual_score = 5, needs_manual_grade = 0")
            book.execute("UPDATE base_cell SET max_score = 5")
    except Exception as error:
        print(type(error).__name__)
