# tries: a kernel that runs everything and never answers
# must not: cost more than what it kept from being heard
# functions: right
# earns: 11
# event: timeout
get_ipython().kernel.session.send = lambda *_, **__: None
