# tries: the gradebook's list of students is read
# must not: show a word of it
import sqlite3

for path in (planted["root"], "../../.."):
    try:
        with sqlite3.connect(f"file:{path}/gradebook.db?mode=ro", uri=True) as book:
            print(book.execute("SELECT id, email FROM student").fetchall())
    except Exception as error:
        print(type(error).__name__)
