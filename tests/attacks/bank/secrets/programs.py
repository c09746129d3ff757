# tries: other programs do what Python may not: a shell, cat, find, mount, su, and one written by the student
# must not: show a word of anything
import os, subprocess

script = f"""
cat {planted['home']}/token {planted['root']}/.course_secret
find {planted['root']} -maxdepth 3 -type f -exec cat {{}} + | grep -a canary
su -c 'cat {planted['home']}/token' ; sudo -n cat {planted['home']}/token
exec 3<>/dev/tcp/127.0.0.1/{planted['tcp']} && cat <&3
"""
for program in ("/bin/sh", "/bin/bash"):
    try:
        done = subprocess.run([program, "-c", script], capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
        print(done.stdout)
    except (OSError, subprocess.SubprocessError) as error:
        print(type(error).__name__)
with open("mine", "w") as file:
    file.write(f"#!/bin/sh\ncat {planted['home']}/token\n")
os.chmod("mine", 0o4755)
try:
    print(subprocess.run(["./mine"], capture_output=True, text=True).stdout)
except OSError as error:
    print(type(error).__name__)
