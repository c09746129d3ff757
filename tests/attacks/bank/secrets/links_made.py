# tries: links made beside the notebook, soft and hard, lead to the grader's files
# must not: show a word of them, there or when files are kept
import os

root = planted["root"]
for number, path in enumerate((root + "/.course_secret", root + "/gradebook.db", planted["home"] + "/token", root + "/source")):
    for make in (os.symlink, os.link):
        name = f"{make.__name__}{number}.txt"
        try:
            make(path, name)
            print(open(name, "rb").read()[:100_000])
        except OSError as error:
            print(type(error).__name__)
os.symlink(root, "course")
os.makedirs("deep/er", exist_ok=True)
os.symlink("../../../../.course_secret", "deep/er/secret.txt")
