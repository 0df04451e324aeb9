"""A GGUF model of half a megabyte that the real llama.cpp loads, and that says what a test wants it to say.

One block whose attention and feed-forward are zero leaves a token's embedding as it is, so the next token depends on
the last one alone: a table. What is to be said is cut into tokens that are each used once, so the table is a chain; the
chat template ends the prompt with the first token of the chain that a condition chooses. Nothing but the standard
library is needed.
"""

import random
import re
import struct
from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import prod
from pathlib import Path
from typing import NamedTuple

_NORMAL, _CONTROL = 1, 3
Value = bool | int | float | str | list[str] | list[int] | list[float]
_WIDTH = 128

_TEMPLATE = """\
{%- set ns = namespace(last='', asked='', role='') -%}
{%- for m in messages -%}
{%- if m.role == 'user' -%}{%- set ns.asked = m.content -%}{%- endif -%}
{%- set ns.role = m.role -%}{%- if m.content -%}{%- set ns.last = m.content -%}{%- endif -%}
{%- endfor -%}
{%- set asked = ns.asked -%}{%- set last = ns.last -%}{%- set role = ns.role -%}
{%- if tools -%}<|im_start|>system
# Tools
<tools>
{%- for tool in tools %}
{{ tool | tojson }}
{%- endfor %}
</tools>
For each call return <tool_call>
{"name": NAME, "arguments": {...}}
</tool_call><|im_end|>
{% endif -%}
{%- for m in messages -%}
{%- if m.role == 'tool' -%}<|im_start|>user
<tool_response>
{{ m.content }}
</tool_response><|im_end|>
{% elif m.role == 'assistant' -%}<|im_start|>assistant
{% if m.reasoning_content %}<think>
{{ m.reasoning_content }}
</think>

{% endif %}{{ m.content or '' }}
{%- for c in m.tool_calls or [] -%}
{%- set c = c.function if c.function else c %}
<tool_call>
{"name": "{{ c.name }}", "arguments": {{ c.arguments if c.arguments is string else c.arguments | tojson }}}
</tool_call>
{%- endfor -%}<|im_end|>
{% else -%}<|im_start|>{{ m.role }}
{{ m.content }}<|im_end|>
{% endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}<|im_start|>assistant
%BRANCHES%{%- endif -%}
"""


class Script(NamedTuple):
    """What is said when a Jinja condition over ``messages``, ``tools``, ``asked``, ``last`` and ``role`` holds."""

    when: str
    say: str


def build(path: Path, scripts: Sequence[Script]) -> Path:
    """Write the model."""
    letters = _byte_letters()
    tokens, types = list(letters), [_NORMAL] * 256

    def add(token: str, kind: int) -> int:
        tokens.append(token)
        types.append(kind)
        return len(tokens) - 1

    end, _, start = (add(mark, _CONTROL) for mark in ("<|im_end|>", "<|im_start|>", "<|bos|>"))
    following: dict[int, int] = {}
    branches, used = "", set(letters)
    for number, script in enumerate(scripts):
        mark = f"<|say{number}|>"
        branches += f"{{%- {'elif' if number else 'if'} {script.when} -%}}{mark}\n"
        at = add(mark, _CONTROL)
        for piece in _pieces(script.say, used):
            token = add("".join(letters[byte] for byte in piece.encode()), _NORMAL)
            following[at] = at = token
        following[at] = end
    template = _TEMPLATE.replace("%BRANCHES%", branches + "{%- endif -%}")
    _write(path, tokens, types, following, template=template, end=end, start=start)
    return path


def _write(
    path: Path,
    tokens: list[str],
    types: list[int],
    following: Mapping[int, int],
    *,
    template: str,
    end: int,
    start: int,
) -> None:
    rng = random.Random(7)  # noqa: S311 - nearly orthogonal codes
    codes = [[rng.choice((-1.0, 1.0)) for _ in range(_WIDTH)] for _ in tokens]
    output = [[0.0] * _WIDTH for _ in tokens]
    for token, after in following.items():
        output[after] = [a + b for a, b in zip(output[after], codes[token], strict=True)]
    one, half = array("f", [1.0] * _WIDTH), _WIDTH // 2
    shapes = {
        "attn_q": (_WIDTH, _WIDTH),
        "attn_k": (_WIDTH, half),
        "attn_v": (_WIDTH, half),
        "attn_output": (_WIDTH, _WIDTH),
        "ffn_gate": (_WIDTH, 32),
        "ffn_up": (_WIDTH, 32),
        "ffn_down": (32, _WIDTH),
    }
    tensors: dict[str, tuple[tuple[int, ...], array[float]]] = {
        "token_embd.weight": ((_WIDTH, len(tokens)), _flat(codes)),
        "output_norm.weight": ((_WIDTH,), one),
        "output.weight": ((_WIDTH, len(tokens)), _flat(output)),
        "blk.0.attn_norm.weight": ((_WIDTH,), one),
        "blk.0.ffn_norm.weight": ((_WIDTH,), one),
        **{
            f"blk.0.{name}.weight": (shape, array("f", bytes(4 * shape[0] * shape[1])))
            for name, shape in shapes.items()
        },
    }
    facts: dict[str, Value] = {
        "general.architecture": "llama",
        "general.name": "scripted",
        "llama.context_length": 65_536,
        "llama.embedding_length": _WIDTH,
        "llama.block_count": 1,
        "llama.feed_forward_length": 32,
        "llama.attention.head_count": 2,
        "llama.attention.head_count_kv": 1,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.rope.dimension_count": half,
        "llama.vocab_size": len(tokens),
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "default",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": types,
        "tokenizer.ggml.merges": [f"{tokens[0]} {tokens[1]}"],
        "tokenizer.ggml.eos_token_id": end,
        "tokenizer.ggml.eot_token_id": end,
        "tokenizer.ggml.bos_token_id": start,
        "tokenizer.ggml.add_bos_token": False,
        "tokenizer.chat_template": template,
    }
    _write_file(path, tensors, facts)


def build_eyes(path: Path) -> Path:
    """Write what lets the model take pictures: one layer that leaves all as it is, and a projection of zeros."""
    width, side, patch = 32, 28, 14
    one = array("f", [1.0] * width)

    def zeros(*shape: int) -> tuple[tuple[int, ...], "array[float]"]:
        return shape, array("f", bytes(4 * prod(shape)))

    tensors = {
        "v.patch_embd.weight": zeros(patch, patch, 3, width),
        "v.class_embd": zeros(width),
        "v.position_embd.weight": zeros(width, (side // patch) ** 2 + 1),
        "v.pre_ln.weight": ((width,), one),
        "v.pre_ln.bias": zeros(width),
        "mm.0.weight": zeros(width, _WIDTH),
        "mm.0.bias": zeros(_WIDTH),
        "mm.2.weight": zeros(_WIDTH, _WIDTH),
        "mm.2.bias": zeros(_WIDTH),
    }
    for layer in ("v.blk.0.", "v.blk.1."):
        for name in ("attn_q", "attn_k", "attn_v", "attn_out", "ffn_down", "ffn_up"):
            tensors |= {f"{layer}{name}.weight": zeros(width, width), f"{layer}{name}.bias": zeros(width)}
        for name in ("ln1", "ln2"):
            tensors |= {f"{layer}{name}.weight": ((width,), one), f"{layer}{name}.bias": zeros(width)}
    facts: dict[str, Value] = {
        "general.architecture": "clip",
        "general.name": "eyes",
        "general.file_type": 0,
        "clip.has_vision_encoder": True,
        "clip.has_text_encoder": False,
        "clip.has_llava_projector": True,
        "clip.projector_type": "mlp",
        "clip.vision.image_size": side,
        "clip.vision.patch_size": patch,
        "clip.vision.embedding_length": width,
        "clip.vision.feed_forward_length": width,
        "clip.vision.projection_dim": _WIDTH,
        "clip.vision.block_count": 2,
        "clip.vision.attention.head_count": 2,
        "clip.vision.attention.layer_norm_epsilon": 1e-5,
        "clip.use_gelu": True,
        "clip.vision.image_mean": [0.5, 0.5, 0.5],
        "clip.vision.image_std": [0.5, 0.5, 0.5],
    }
    _write_file(path, tensors, facts)
    return path


def _write_file(
    path: Path, tensors: Mapping[str, tuple[tuple[int, ...], "array[float]"]], facts: Mapping[str, Value]
) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(facts))
    head += b"".join(_entry(key, value) for key, value in facts.items())
    at, data = 0, []
    for name, (shape, values) in tensors.items():
        head += _string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, at)
        raw = values.tobytes()
        data.append(raw + b"\0" * (-len(raw) % 32))
        at += len(data[-1])
    path.write_bytes(head + b"\0" * (-len(head) % 32) + b"".join(data))


def _flat(rows: Iterable[Iterable[float]]) -> "array[float]":
    return array("f", (value for row in rows for value in row))


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _entry(key: str, value: Value) -> bytes:
    match value:
        case bool():
            return _string(key) + struct.pack("<I?", 7, value)
        case int():
            return _string(key) + struct.pack("<II", 4, value)
        case float():
            return _string(key) + struct.pack("<If", 6, value)
        case str():
            return _string(key) + struct.pack("<I", 8) + _string(value)
        case _:
            texts = [each for each in value if isinstance(each, str)]
            if texts:
                return _string(key) + struct.pack("<IIQ", 9, 8, len(texts)) + b"".join(map(_string, texts))
            if any(isinstance(each, float) for each in value):
                return _string(key) + struct.pack(f"<IIQ{len(value)}f", 9, 6, len(value), *value)
            return _string(key) + struct.pack(f"<IIQ{len(value)}i", 9, 5, len(value), *value)


def _byte_letters() -> list[str]:
    """GPT-2's letters for the 256 bytes."""
    plain = {*range(33, 127), *range(161, 173), *range(174, 256)}
    others = iter(range(256, 512))
    return [chr(byte) if byte in plain else chr(next(others)) for byte in range(256)]


def _pieces(text: str, used: set[str]) -> list[str]:
    """The text in pieces none of which was used before: words where they can be, else other stretches."""
    pieces = []
    while text:
        word = re.match(r"\s*\S+", text)
        sizes = [word.end() if word else len(text), *range(2, 20)]
        size = next(size for size in sizes if text[:size] not in used and len(text) - size != 1)
        pieces.append(text[:size])
        used.add(text[:size])
        text = text[size:]
    return pieces
