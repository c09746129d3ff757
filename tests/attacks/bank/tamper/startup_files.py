# tries: start-up files of IPython, Jupyter, nbgrader, matplotlib and shells are planted for the next kernel
# must not: reach another kernel, or the grader's home
# stock: not run, it would change the home folder
import os, pathlib

bad = "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass'])\n"
for home in {planted["home"], os.path.expanduser("~"), "/root", planted["root"], os.environ.get("IPYTHONDIR", ".")}:
    for name in (".ipython/profile_default/startup/00.py", ".ipython/profile_default/ipython_config.py", "profile_default/startup/00.py",
                 ".jupyter/nbgrader_config.py", ".jupyter/jupyter_config.py", ".bashrc", ".config/matplotlib/matplotlibrc",
                 ".local/lib/python3.11/site-packages/usercustomize.py", "nbgrader_config.py"):
        try:
            path = pathlib.Path(home, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(bad)
        except OSError as error:
            print(type(error).__name__)
