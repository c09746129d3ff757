# tries: what is left beside the notebook confuses whoever grades, collects or reads it later
# functions: right
# earns: 11
# must not: change another file, or fail the submission
import os

names = ("attacked.ipynb", "nbgrader_config.py", "timestamp.txt", ".course_secret", "..hidden", "-rf", "a\nb", "x" * 250,
         "autograder.py", "con", "ü\u202egnp.exe", "'; DROP TABLE grade; --", "feedback.html")
for name in names:
    try:
        open(name, "w").write("<script>alert(1)</script>")
    except OSError as error:
        print(type(error).__name__)
os.makedirs("autograder/judges", exist_ok=True)
open("autograder/judges/__init__.py", "w").write("CHECKS = ()")
os.mkfifo("pipe")
for number in range(3000):
    open(f"many{number}", "w").close()
