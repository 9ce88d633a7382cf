#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The shipped pair model as a checkpoint again, to train on from it.

usage: thaw.py NETWORK.xml BASE OUT

NETWORK.xml is what export.py wrote for the part `pair`; BASE the encoder that it was trained from (its shape and its
tokenizer are taken). Weights in int8 are multiplied out, so OUT differs from what was trained by what rounding
cost (docs/MODEL.md). Fails when the answers of the two on two pairs differ by more than quantised activations explain.
`train.py --base BASE --start OUT` goes on from there.
"""
import re
import sys

import numpy as np
import openvino as ov
import torch
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

import pairs

MOST_SHIFT = 0.6  # of a logit; export.py measured .52 at worst
EMBEDDINGS = "/net/bert/embeddings/"
TRIED = [("The minister said 12 people died.", "same day | Twelve were killed, the minister said."),
         ("police: The bridge was open on Monday.", "2 days later | The bridge has been closed since Sunday.")]


def source(node, at):
    return node.input_value(at).get_node()


def constant(node):
    """The value of an expression of constants, in floats; None where it depends on the input."""
    kind = node.get_type_name()
    if kind == "Constant":
        return node.get_data().astype(np.float32)
    if kind == "Convert":
        return constant(source(node, 0))
    if kind in ("Multiply", "Subtract"):
        a, b = constant(source(node, 0)), constant(source(node, 1))
        return None if a is None or b is None else a * b if kind == "Multiply" else a - b
    return None


def smoothing(node):
    """The scale that NNCF put before a product to even out its input (SmoothQuant, Xiao et al. 2023); 1 where it put none."""
    while node.get_type_name() == "FakeQuantize":
        node = source(node, 0)
    if node.get_type_name() == "Multiply" and "smooth" in node.get_friendly_name():
        return constant(source(node, 1)).reshape(1, -1)
    return 1


def product(node):
    """The weights of a MatMul, outputs x inputs; None where it multiplies two things of the input."""
    weights = constant(source(node, 1))
    if weights is None:
        return None
    return (weights if node.get_attributes()["transpose_b"] else weights.T) * smoothing(source(node, 0))


def addend(node):
    """(the constant that is added, the scale of what it is added to) of a bias or the end of a layer norm."""
    for at in (0, 1):
        bias, other = constant(source(node, at)), source(node, 1 - at)
        if bias is not None and bias.size > 1:
            scales = [constant(source(other, i)) for i in (0, 1)] if other.get_type_name() == "Multiply" else []
            return bias.reshape(-1), next((s.reshape(-1) for s in scales if s is not None and s.size > 1), None)
    return None, None


def parts(model):
    """{name of a node: its value}: tables, products, biases and norms of the graph."""
    out = {}
    for node in model.get_ordered_ops():
        name, kind = node.get_friendly_name(), node.get_type_name()
        if kind == "MatMul":
            out[name] = product(node)
        elif kind == "Add":
            out[name] = addend(node)
        elif kind == "Gather" or (kind == "Multiply" and "embeddings" in name):
            out[name] = constant(source(node, 0)) if kind == "Gather" else constant(node)
    return out


def weight_of(found, key):
    """The value of one weight of the checkpoint, by its name there."""
    words = EMBEDDINGS + "word_embeddings/"
    if key.endswith("word_embeddings.weight"):
        return found[words + "Gather"] * found[words + "Gather_1"]
    if "embeddings.weight" in key:
        return found[EMBEDDINGS + key.split(".")[-2] + "/Gather/fq_weights_0"]
    stem, what = re.match(r"(.*)\.(weight|bias)$", "/net/" + key).groups()
    stem = re.sub(r"layer/(\d)", r"layer.\1", stem.replace(".", "/"))
    if "LayerNorm" in key:
        return found[stem + "/LayerNormalization"][1 if what == "weight" else 0]
    if stem + "/Gemm/WithoutBiases" in found:
        return found[stem + "/Gemm/WithoutBiases"] if what == "weight" else found.get(stem + "/Gemm", found["output"])[0]
    return found[stem + "/MatMul"] if what == "weight" else found[stem + "/Add"][0]


def shift(network, net, tokenizer):
    """How far the answers of the two are apart at most."""
    tried = tokenizer([a for a, _ in TRIED], [b for _, b in TRIED], padding=True, return_tensors="pt")
    compiled = ov.Core().compile_model(network, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    shipped = compiled({name: tried[name].numpy() for name in ("input_ids", "attention_mask", "token_type_ids")})[0]
    with torch.inference_mode():
        return float(np.abs(net(**tried).logits.numpy() - shipped).max())


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    path, base, out = sys.argv[1:]
    network = ov.Core().read_model(path)
    found = parts(network)
    config = AutoConfig.from_pretrained(base, num_labels=5 + len(pairs.TYPES))
    net = AutoModelForSequenceClassification.from_config(config).eval()
    state = {key: torch.from_numpy(np.ascontiguousarray(weight_of(found, key))) for key in net.state_dict()}
    net.load_state_dict(state)
    tokenizer = AutoTokenizer.from_pretrained(base)
    most = shift(network, net, tokenizer)
    print(f"{path}: {len(state)} weights, logits shift by {most:.3f} at most")
    if most > MOST_SHIFT:
        sys.exit(f"{path}: the checkpoint does not answer as the network does")
    net.save_pretrained(out)
    tokenizer.save_pretrained(out)


if __name__ == "__main__":
    main()
