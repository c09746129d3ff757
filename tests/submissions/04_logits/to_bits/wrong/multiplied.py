# loses check_to_bits: conversion.inverted
import numpy as np


def to_bits(nats):
    return nats * np.log(2)
