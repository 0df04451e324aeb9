"""The child process that runs a local model: ``python -m reader.assist.serve MODEL SOCKET CONTEXT MMPROJ``.

It is llama.cpp's own server (package ``xllamacpp``), on a socket in a folder that nobody else can enter. It ends when
its standard input is closed, so that it never outlives the reader, however that ends; and a model that crashes takes
no terminal with it. One line on standard output says that it is ready.
"""

import os
import sys


def main(model: str, socket: str, context: int, mmproj: str = "") -> None:
    """Serve a model until standard input ends.

    Args:
        model: The GGUF file.
        socket: Where to listen.
        context: Tokens of its context; 0 for the model's own.
        mmproj: The GGUF file of its eyes; "" for none.
    """
    import xllamacpp  # noqa: PLC0415 - an extra; what happens without it is told by the parent

    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = context
    params.mmproj.path = mmproj
    params.n_parallel = 1
    params.hostnames = [socket]
    params.warmup = False
    params.use_jinja = True
    params.cpuparams.n_threads = _cores()
    server = xllamacpp.Server(params)
    print(f"ready {server.listening_address}", flush=True)
    sys.stdin.buffer.read()
    os._exit(0)  # the server's threads wait for nobody


def _cores() -> int:
    """The cores this process may use, as far as the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
