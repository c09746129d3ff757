# tries: IPython is kept from showing and counting errors
# must not: earn a point
shell = get_ipython()
shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None
shell.set_custom_exc((BaseException,), lambda *_, **__: None)
