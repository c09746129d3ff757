# tries: a transformer of syntax trees empties every cell that mentions a check
# must not: earn a point
import ast

class Emptied(ast.NodeTransformer):
    def visit_Module(self, node):
        text = ast.dump(node)
        return ast.Module(body=[], type_ignores=[]) if "check" in text or "__answer__" in text else node

get_ipython().ast_transformers.append(Emptied())
