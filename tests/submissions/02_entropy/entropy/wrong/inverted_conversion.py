# loses check_entropy: conversion.inverted
import numpy as np

def entropy(p, base=2):
    p = np.array(p)
    p = p[p > 0]
    return -np.sum(p * np.log(p)) * np.log(base)
