#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""From a checkpoint to a part of a model folder that the program runs.

usage: export.py vectors|pair CHECKPOINT FOLDER --calibration PAIRS.jsonl [--name NAME] [--licence SPDX]

CHECKPOINT is a Hugging Face folder (config.json, model.safetensors, tokenizer.json). For `vectors` it is
an encoder: the mean over the tokens and the length of 1 become part of the graph. For `pair` it is a
sequence classifier; what its outputs mean is read from CHECKPOINT/heads.json, a list of heads as in
model.json, or from the id2label of its config.json, taken as one softmax.

FOLDER gets <part>/network.{xml,bin} in int8, <part>/tokenizer.{xml,bin}, and its model.json is made or
brought up to date; docs/MODEL.md describes it. PAIRS.jsonl has {"premise", "hypothesis"} a line: real
pairs, of which the first N_CALIBRATION set the ranges of the activations and others measure the loss,
which is printed and written to FOLDER/<part>/loss.json. Same input, same bytes.
"""
import argparse
import copy
import hashlib
import json
import os
import random
import tempfile

import nncf
import numpy as np
import openvino as ov
import openvino_tokenizers
import torch
from transformers import AutoModel, AutoModelForSequenceClassification, AutoTokenizer

FORMAT = "claimdiff-model-1"
INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
MAX_TOKENS = 256
MIN_TABLE_ROWS = 5000  # a table of words; those of positions and kinds are small
N_CALIBRATION = 320
N_MEASURED = 320
SEED = 7
NAMES = {"vectors": "vectors", "pair": "pair"}


class Vectors(torch.nn.Module):
    """Mean over the tokens that are not padding, then length 1 (Sentence-BERT)."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.net(input_ids=input_ids, attention_mask=attention_mask,
                          token_type_ids=token_type_ids).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1.0)
        return torch.nn.functional.normalize(mean, dim=1)


class Logits(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.net(input_ids=input_ids, attention_mask=attention_mask,
                        token_type_ids=token_type_ids).logits


class RowwiseEmbedding(torch.nn.Module):
    """A table of words in int8 with a scale a row, looked up before it is scaled. The runtime would
    unpack a table that is scaled first, as NNCF leaves it, to 47 MB of floats at every start."""

    def __init__(self, table):
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        flat = ids.reshape(-1)
        rows = torch.index_select(self.rows, 0, flat).to(torch.float32) * torch.index_select(self.scale, 0, flat)
        return rows.reshape(*ids.shape, -1)


def shrink_words(module):
    """The same network with its table of words in int8."""
    small = copy.deepcopy(module)
    for parent in list(small.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, torch.nn.Embedding) and child.num_embeddings > MIN_TABLE_ROWS:
                setattr(parent, name, RowwiseEmbedding(child.weight.detach()))
    return small.eval()


def load(part, checkpoint):
    kind = AutoModel if part == "vectors" else AutoModelForSequenceClassification
    net = kind.from_pretrained(checkpoint, attn_implementation="eager", local_files_only=True).eval()
    # The wrapper too: the ONNX exporter puts everything back into the mode of what it was given.
    return (Vectors if part == "vectors" else Logits)(net).eval()


def to_openvino(module, folder):
    """By way of ONNX, whose dynamic axes the runtime keeps."""
    ids = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS} | {"output": {0: "batch"}}
    path = os.path.join(folder, "network.onnx")
    torch.onnx.export(module, (ids, ids, ids), path, input_names=INPUTS, output_names=["output"],
                      dynamic_axes=axes, opset_version=17, dynamo=False)
    return ov.convert_model(path)


def read_pairs(path):
    """The first pairs calibrate, the next measure; nothing is in both."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = sorted({(row["premise"], row["hypothesis"]) for row in rows})
    random.Random(SEED).shuffle(pairs)
    if len(pairs) < N_CALIBRATION + 20:
        raise SystemExit(f"{path}: {len(pairs)} pairs are too few")
    return pairs[:N_CALIBRATION], pairs[N_CALIBRATION:N_CALIBRATION + N_MEASURED]


def tokenise(tokenizer, part, pairs):
    for a, b in pairs:
        texts = ([a],) if part == "vectors" else ([a], [b])
        batch = tokenizer(*texts, truncation=True, max_length=MAX_TOKENS, return_tensors="np",
                          return_token_type_ids=True)
        yield {name: batch[name].astype(np.int64) for name in INPUTS}


def quantise(model, samples):
    return nncf.quantize(model, nncf.Dataset(samples), model_type=nncf.ModelType.TRANSFORMER,
                         preset=nncf.QuantizationPreset.MIXED, subset_size=len(samples))


def outputs(model, samples):
    compiled = ov.Core().compile_model(model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    return np.concatenate([compiled(sample)[0] for sample in samples])


def reference(module, samples):
    with torch.inference_mode():
        return np.concatenate([module(*(torch.from_numpy(sample[n]) for n in INPUTS)).numpy() for sample in samples])


def loss_of(part, heads, exact, small):
    """What int8 costs against the checkpoint itself."""
    if part == "vectors":
        near = (exact * small).sum(1) / np.linalg.norm(small, axis=1)
        return {"texts": len(near), "cosine_mean": float(near.mean()), "cosine_least": float(near.min()),
                "cosine_of_pairs_shift": float(np.abs(exact[::2] @ exact[1::2].T - small[::2] @ small[1::2].T).mean())}
    result = {"pairs": len(exact), "logit_shift_mean": float(np.abs(exact - small).mean()),
              "logit_shift_most": float(np.abs(exact - small).max())}
    first = 0
    for number, head in enumerate(heads):
        a, b = (x[:, first:first + len(head["labels"])] for x in (exact, small))
        same = (a.argmax(1) == b.argmax(1)) if head["kind"] == "softmax" else ((a > 0) == (b > 0)).all(1)
        result[f"head_{number}_same_answer"] = float(same.mean())
        first += len(head["labels"])
    return result


def read_heads(checkpoint):
    path = os.path.join(checkpoint, "heads.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    with open(os.path.join(checkpoint, "config.json"), encoding="utf-8") as file:
        labels = json.load(file)["id2label"]
    return [{"kind": "softmax", "labels": [labels[str(i)].lower() for i in range(len(labels))], "temperature": 1.0}]


def save_without_places(model, path):
    """The folder and the versions on this machine are not part of the model: same input, same bytes."""
    for key in ("conversion_parameters", "nncf", "optimum", "framework"):
        if model.has_rt_info([key]):
            del model.rt_info[key]
    ov.save_model(model, path, compress_to_fp16=True)


def save_tokenizer(tokenizer, part, path):
    model = openvino_tokenizers.convert_tokenizer(
        tokenizer, number_of_inputs=1 if part == "vectors" else 2, max_length=MAX_TOKENS, truncation=True)
    ov.save_model(model, path)


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def describe(part, folder, tokenizer, heads, width):
    names = [f"{part}/{stem}.{end}" for stem in ("network", "tokenizer") for end in ("bin", "xml")]
    described = {
        "network": f"{part}/network.xml", "tokenizer": f"{part}/tokenizer.xml",
        "files": {name: sha256(os.path.join(folder, name)) for name in names},
        "inputs": INPUTS, "special_tokens": sorted(tokenizer.all_special_tokens), "max_tokens": MAX_TOKENS}
    return described | ({"dimension": width, "pooling": "none"} if part == "vectors" else {"heads": heads})


def write_model_json(folder, part, described, name, licence):
    path = os.path.join(folder, "model.json")
    model = {"format": FORMAT, "name": name, "licence": licence, "parts": {}}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            model["parts"] = json.load(file)["parts"]
    model["parts"] = {key: (described if key == part else model["parts"].get(key)) for key in NAMES}
    model["parts"] = {key: value for key, value in model["parts"].items() if value is not None}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file, indent=1, ensure_ascii=False)
        file.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=sorted(NAMES))
    parser.add_argument("checkpoint")
    parser.add_argument("folder")
    parser.add_argument("--calibration", required=True)
    parser.add_argument("--name", default="claimdiff-minilm-2")
    parser.add_argument("--licence", default="Apache-2.0")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    home = os.path.join(options.folder, options.part)
    os.makedirs(home, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(options.checkpoint, local_files_only=True)
    module = load(options.part, options.checkpoint)
    heads = read_heads(options.checkpoint) if options.part == "pair" else None
    calibration, measured = read_pairs(options.calibration)
    with tempfile.TemporaryDirectory() as scratch:
        plain = to_openvino(shrink_words(module), scratch)
        small = quantise(plain, list(tokenise(tokenizer, options.part, calibration)))
        samples = list(tokenise(tokenizer, options.part, measured))
        exact, got = reference(module, samples), outputs(small, samples)
        loss = loss_of(options.part, heads, exact, got)
        save_without_places(small, os.path.join(home, "network.xml"))
    save_tokenizer(tokenizer, options.part, os.path.join(home, "tokenizer.xml"))
    write_model_json(options.folder, options.part,
                     describe(options.part, options.folder, tokenizer, heads, exact.shape[1]),
                     options.name, options.licence)
    with open(os.path.join(home, "loss.json"), "w", encoding="utf-8") as file:
        json.dump({key: round(value, 5) for key, value in loss.items()}, file, indent=1)
        file.write("\n")
    print(json.dumps(loss, indent=1))


if __name__ == "__main__":
    main()
