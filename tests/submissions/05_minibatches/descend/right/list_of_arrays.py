def descend(gradient, w, lr, steps):
    points = [w]
    while len(points) <= steps:
        last = points[-1]
        points.append(last - lr * gradient(last))
    return points
