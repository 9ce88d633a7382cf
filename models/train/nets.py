# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What every script here does to a network's input and output: padding, batches by length, pooling."""
import torch

MAX_TOKENS = 160  # of a pair; model.json tells the program the same


def padded(token_ids, token_types):
    """(ids, types, mask) of a batch, each batch x longest, from lists of different length."""
    longest = max(len(ids) for ids in token_ids)
    ids = torch.zeros(len(token_ids), longest, dtype=torch.long)
    types, mask = ids.clone(), ids.clone()
    for k, (row, of_row) in enumerate(zip(token_ids, token_types)):
        ids[k, :len(row)] = torch.tensor(row)
        types[k, :len(row)] = torch.tensor(of_row)
        mask[k, :len(row)] = 1
    return ids, types, mask


def by_tokens(order, lengths, budget):
    """Cut an order of rows, shortest first or nearly, into batches of at most budget tokens with their padding."""
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if batch and longest * (len(batch) + 1) > budget:
            out.append(batch)
            batch, longest = [], lengths[i]
        batch.append(i)
    return out + [batch] if batch else out


def pooled(hidden, mask):
    """Mean of the hidden states of a text's own tokens, of length 1: a sentence vector (SBERT, Reimers and Gurevych 2019)."""
    mask = mask.unsqueeze(-1).to(hidden.dtype)
    return torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=1)
