# loses check_batchnorm_update: error.undefined
def batchnorm_update(x, mean, var, momentum=0.1):
    raise NotImplementedError
