#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""make-tiny.py: makes tiny/, an NLI model of a few words for the tests: three labels, in an ONNX file.
"same" speaks for entailment, "not" for contradiction, "bad" gives an output that is no number; every other
word is a little neutral. Needs models/train/requirements.txt."""
import json
import os
import sys

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../../models/train"))
import export  # noqa: E402

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "same", "not", "bad", "the", "bridge", "is", "open"]
INPUTS = ["input_ids", "attention_mask"]
MAX_TOKENS = 24
OUT = os.path.join(HERE, "tiny")


class Sum(torch.nn.Module):
    def __init__(self):
        super().__init__()
        table = torch.zeros(len(WORDS), 3)
        table[:, 1] = 0.1
        table[WORDS.index("same")] = torch.tensor([2.0, 0, 0])
        table[WORDS.index("not")] = torch.tensor([0, 0, 2.0])
        table[WORDS.index("bad")] = torch.tensor([3e38, 3e38, 3e38])
        self.register_buffer("table", table)

    def forward(self, input_ids, attention_mask):
        rows = torch.index_select(self.table, 0, input_ids.reshape(-1)).reshape(*input_ids.shape, 3)
        return (rows * attention_mask.unsqueeze(-1).to(rows.dtype)).sum(1) * 1.5


def make_tokenizer():
    inner = Tokenizer(models.WordPiece({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    inner.normalizer = normalizers.BertNormalizer()
    inner.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    inner.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return PreTrainedTokenizerFast(tokenizer_object=inner, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
                                   sep_token="[SEP]", model_max_length=MAX_TOKENS)


def main():
    os.makedirs(OUT, exist_ok=True)
    export.MAX_TOKENS = MAX_TOKENS
    export.save_tokenizer(make_tokenizer(), "pair", os.path.join(OUT, "tokenizer.xml"))
    ids = torch.ones(2, 8, dtype=torch.long)
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS} | {"output": {0: "batch"}}
    torch.onnx.export(Sum().eval(), (ids, ids), os.path.join(OUT, "network.onnx"), input_names=INPUTS,
                      output_names=["output"], dynamic_axes=axes, opset_version=17, dynamo=False)
    files = {name: export.sha256(os.path.join(OUT, name)) for name in ("network.onnx", "tokenizer.bin", "tokenizer.xml")}
    head = {"kind": "softmax", "labels": ["entailment", "neutral", "contradiction"], "temperature": 1.5}
    part = {"network": "network.onnx", "tokenizer": "tokenizer.xml", "files": files, "inputs": INPUTS,
            "special_tokens": ["[CLS]", "[PAD]", "[SEP]", "[UNK]"], "max_tokens": MAX_TOKENS, "heads": [head]}
    with open(os.path.join(OUT, "model.json"), "w", encoding="utf-8") as file:
        json.dump({"format": export.FORMAT, "name": "tiny-1", "licence": "CC0-1.0", "parts": {"pair": part}}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
