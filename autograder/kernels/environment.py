"""The files that a Python process of this environment reads: interpreter, libraries, system, fonts, time zones."""

from __future__ import annotations

import os
import site
import sys

_SYSTEM = """
/bin /sbin /lib /lib32 /lib64 /usr/bin /usr/sbin /usr/lib /usr/lib32 /usr/lib64 /usr/libexec /usr/share
/usr/local/bin /usr/local/lib /usr/local/lib64 /usr/local/share/fonts /nix/store
/etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d /etc/alternatives /etc/fonts /etc/localtime /etc/timezone
/etc/locale.alias /etc/mime.types /etc/os-release /etc/nsswitch.conf
/sys/devices/system/cpu /sys/devices/system/node
"""


def libraries() -> tuple[str, ...]:
    """Absolute paths that exist, for `Policy.readable`: nothing of the course, and no names of users."""
    python = [sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix]
    if sys.base_prefix in ("/usr", "/usr/local"):
        python = python[:2] if sys.prefix != sys.base_prefix else []
    if site.ENABLE_USER_SITE:
        python.append(site.getusersitepackages())
    return tuple(dict.fromkeys(path for path in [*_SYSTEM.split(), *python] if os.path.exists(path)))
