#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""model-speed.py --program BENCH --model FOLDER --runtime FOLDER [--python PYTHON] [--checkpoint FOLDER]: pairs of
60 tokens a second on two threads: ours from strings to records, OpenVINO's benchmark_app on the same
network with ready numbers, and PyTorch from strings with the weights before they were quantised. PYTHON
has the packages of models/train/requirements.txt; what it lacks is left out. The three take turns."""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys

N_TURNS = 3
SECONDS = 6
THREADS = 2
APP_ROWS = 8
TOKENS = 60
N_PAIRS = 512
SKIPPED = 77
MIN_OF_BENCHMARK_APP = 0.8
MIN_OF_PYTORCH = 3
# Words that are one token each in the vocabulary of BERT, uncased.
WORDS = ("bridge river police mayor council harbour train storm school market fire court paper winter village "
         "doctor station border engine garden letter window island minister factory hospital railway farmer").split()
PYTORCH = """
import sys, time, torch
from transformers import AutoModel, AutoModelForSequenceClassification, AutoTokenizer
part, folder, threads, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
torch.set_num_threads(threads)
pairs = [line.rstrip("\\n").split("\\t") for line in sys.stdin]
tokenizer = AutoTokenizer.from_pretrained(folder)
model = (AutoModelForSequenceClassification if part == "pair" else AutoModel).from_pretrained(folder).eval()
def run():
    for i in range(0, len(pairs), 32):
        some = pairs[i:i + 32]
        texts = [[a for a, _ in some]] + ([[b for _, b in some]] if part == "pair" else [])
        with torch.inference_mode():
            model(**tokenizer(*texts, padding=True, truncation=True, return_tensors="pt"))
begin, n = time.monotonic(), 0
while time.monotonic() - begin < seconds:
    run()
    n += len(pairs)
print(n / (time.monotonic() - begin))
"""


def make_pairs(is_pair):
    """Each has TOKENS tokens with the special ones; those of vectors are all in the first text."""
    n = TOKENS - (3 if is_pair else 2)
    lines = []
    for i in range(N_PAIRS):
        words = [WORDS[(i * 7 + k * (1 + i % 5)) % len(WORDS)] for k in range(n)]
        cut = n // 2 if is_pair else n
        lines.append(" ".join(words[:cut]) + "\t" + (" ".join(words[cut:]) or "unused"))
    return "\n".join(lines) + "\n"


def run_ours(options, text):
    run = subprocess.run([options.program, options.model, options.runtime, str(THREADS), str(SECONDS)], input=text,
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        return None
    return float(run.stdout.split()[1])


def run_benchmark_app(options, part):
    shapes = ",".join(f"{name}[{APP_ROWS},{TOKENS}]" for name in part["inputs"])
    command = [options.python, "-c", "from openvino.tools.benchmark.main import main; main()", "-m",
               os.path.join(options.model, part["network"]), "-d", "CPU", "-t", str(SECONDS), "-data_shape", shapes,
               "-infer_precision", "f32", "-hint", "none", "-nthreads", str(THREADS), "-nstreams", str(THREADS)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    count = re.search(r"Count:\s+(\d+) iterations", run.stdout)
    took = re.search(r"Duration:\s+([\d.]+) ms", run.stdout)
    return APP_ROWS * int(count.group(1)) * 1000 / float(took.group(1)) if count and took else None


def run_pytorch(options, name, text):
    if not options.checkpoint:
        return None
    run = subprocess.run([options.python, "-c", PYTORCH, name, options.checkpoint, str(THREADS), str(SECONDS)],
                         input=text, capture_output=True, text=True, check=False)
    return float(run.stdout.split()[-1]) if run.returncode == 0 else None


def middle(values):
    known = [value for value in values if value]
    return statistics.median(known) if known else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for flag in ("--program", "--model", "--runtime"):
        parser.add_argument(flag, required=True, type=os.path.abspath)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--checkpoint")
    options = parser.parse_args()
    try:
        with open(os.path.join(options.model, "model.json"), encoding="utf-8") as file:
            parts = json.load(file)["parts"]
    except FileNotFoundError:
        print("skipped: no model")
        return SKIPPED
    name = "pair" if "pair" in parts else "vectors"
    text = make_pairs(name == "pair")
    turns = []
    for _ in range(N_TURNS):
        turns.append((run_ours(options, text), run_benchmark_app(options, parts[name]), run_pytorch(options, name, text)))
        print(*(f"{value:.0f}" if value else "-" for value in turns[-1]), flush=True)
    ours, app, pytorch = (middle(column) for column in zip(*turns))
    if ours is None:
        print("skipped: no runtime")
        return SKIPPED
    print(f"{name}, {TOKENS} tokens, {THREADS} threads, median of {N_TURNS}: ours {ours:.0f}/s"
          + (f", benchmark_app {app:.0f}/s (ours {ours / app:.2f} of it)" if app else "")
          + (f", PyTorch {pytorch:.0f}/s (ours {ours / pytorch:.1f} times)" if pytorch else ""))
    is_met = (not app or ours >= MIN_OF_BENCHMARK_APP * app) and (not pytorch or ours >= MIN_OF_PYTORCH * pytorch)
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
