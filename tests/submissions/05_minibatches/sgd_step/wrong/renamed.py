# loses check_sgd_step: error.arguments
def sgd_step(weights, gradient, learning_rate):
    return weights - learning_rate * gradient
