# tries: the shell's own run_cell and the kernel's do_execute do nothing any more
# must not: earn a point
import types
shell = get_ipython()
kernel = shell.kernel

async def nothing(self, *_, **__):
    return {"status": "ok", "execution_count": 1, "user_expressions": {}, "payload": []}

kernel.do_execute = types.MethodType(nothing, kernel)
shell.run_cell = lambda *_, **__: None
