"""nbgrader's settings for this course, used as they stand by every nbgrader command, formgrader and Validate.

One variable overrides the one thing that depends on the machine: COURSE_EXCHANGE, the folder
through which assignments, submissions and feedback pass (one that every student can reach).
"""

import os
import sysconfig

c = get_config()  # noqa: F821 - nbgrader gives it to this file

here = os.path.dirname(os.path.abspath(__file__))
exchange = os.environ.get("COURSE_EXCHANGE", os.path.join(here, "exchange"))
scripts = sysconfig.get_path("scripts")

# nbgrader calls `alembic` by its bare name; without this, `.venv/bin/nbgrader` works only where .venv is activated.
if scripts not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = scripts + os.pathsep + os.environ["PATH"]

# A fetch or a list before the first release would fail where the folder is missing.
os.makedirs(exchange, exist_ok=True)

c.CourseDirectory.course_id = "entropy-to-mnist"  # names the course in the exchange; without it nothing is exchanged
c.CourseDirectory.root = here  # the gradebook stands beside this file, whatever folder JupyterLab was started in
c.Exchange.root = exchange  # nbgrader's own default is a system folder that only an administrator can make
c.Exchange.assignment_dir = "assignments"  # where fetched ones go; by default they litter the project's root

# In a clone release/ exists and the gradebook does not: unforced, generate_assignment would skip what release/
# holds and leave the gradebook without the assignment.
c.GenerateAssignment.force = True
# Forced, nbgrader removes release/ASSIGNMENT before it looks whether it can make it anew: this puts it back where it
# cannot (cells added or removed after students have handed in), and says where points differ from the check's own.
c.GenerateAssignment.exporter_class = "autograder.grading.release.ReleaseExporter"
c.GenerateFeedback.force = True  # unforced, points given by hand after the first feedback never reach the student
# The rubric of a written answer stands in the locked question above it: cut out of release/, put back at autograde,
# so that it is in sight where formgrader asks for the points. nbgrader would allow that in a task cell alone.
c.ClearMarkScheme.enforce_metadata = False

c.Execute.kernel_name = "autograder"  # warm and confined; the set-up installs it, `jupyter kernelspec list` shows it
# `nbgrader zip_collect` takes the zip files that Canvas and Moodle give out; both name the student by a number, which
# becomes the student's id here and finds the right line when grades go back (`autograder export`).
#   Canvas  lovelaceada_12345_67890_08_mnist.ipynb, lovelaceada_LATE_12345_67890_08_mnist-1.ipynb
#   Moodle  Ada Lovelace_12345_assignsubmission_file_/08_mnist.ipynb, or the same without the folder
c.FileNameCollectorPlugin.named_regexp = (
    r".*?/[^/]+?_(?:LATE_)?(?P<student_id>\d+)_(?:assignsubmission_file_?/?(?:.*/)?|\d+_)"
    r"(?P<file_id>[^/]+?)(?:-\d+| ?\(\d+\))?\.ipynb$"
)
c.ZipCollectApp.collector_plugin = "autograder.grading.downloads.NewestCollector"  # of two from one student, the newer
c.ZipCollectApp.strict = True  # a notebook of any other name than the assignment's is told and left where it is

c.Execute.timeout = 30  # seconds a cell may run; a check ends its own calls after 20 s, so that they get a verdict
c.Execute.iopub_timeout = 10  # seconds; output that is later fails a whole submission, and a busy machine needs over 4

# nbgrader gives no points to a graded cell with anything on stderr: a student's warning must never cost points.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = "."

c.OverwriteCells.add_missing_cells = True  # a check that got lost in a student's notebook is put back and asked

c.Autograde.exporter_class = "autograder.grading.plugin.SubmissionExporter"  # reads whatever was handed in
c.Autograde.pre_convert_hook = "autograder.grading.plugin.begin"  # what does not come to its end is noted in .grading/
# nbgrader's own steps, with Restore before them: checks and their order come from the gradebook, not from the student
c.Autograde.sanitize_preprocessors = [
    "autograder.grading.plugin.Restore",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# nbgrader's own steps, with Referee in the place of Execute: it runs the notebook confined and judges outside
c.Autograde.autograde_preprocessors = [
    "autograder.grading.plugin.Referee",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
