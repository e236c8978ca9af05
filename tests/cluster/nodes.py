"""A real OpenSearch cluster for tests: three nodes, each its own process, on this machine's loopback.

    python -m tests.cluster.nodes [HEAP_MB]    # starts one and prints its address, until it is interrupted

Maven resolves OpenSearch (`pom.xml`). Not here: anything about Rashomon's index.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

POM = Path(__file__).with_name("pom.xml")
NODES, HEAP_MB = 3, 384
RESOLVING, STARTING, TRIES = 300.0, 240.0, 3
"""Seconds Maven and a cluster may take, and how often either is tried."""

_MAIN = "org.codelibs.opensearch.runner.OpenSearchRunner"
_HTTP_PORTS, _TRANSPORT_PORTS = range(7200, 9290), range(21_000, 32_000)
"""Below what the system gives to outgoing connections; the runner takes no HTTP port above 9299."""

_ALWAYS = ("-Xms128m", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.net.preferIPv4Stack=true")
_STARTS_SOON = "-XX:TieredStopAtLevel=1"
_DIES_WITH_PARENT = 1
_POLL, _PAUSE = 0.25, 5.0


def missing() -> str:
    """Which program the cluster needs and this machine lacks; empty where none is."""
    return ", ".join(name for name, program in (("Java", "java"), ("Maven", "mvn")) if shutil.which(program) is None)


def class_path(folder: Path) -> str:
    """The jars of a node, resolved by Maven: from its cache, else from the registry it knows. Raises RuntimeError."""
    file = folder / "class-path.txt"
    goal = ["dependency:build-classpath", f"-Dmdep.outputFile={file}"]
    said = ""
    for options in (["-o"], *([[]] * TRIES)):
        command = ["mvn", "-q", "-B", *options, "-f", str(POM), *goal]
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(command, capture_output=True, text=True, timeout=RESOLVING, check=False)
            if done.returncode == 0 and file.exists():
                return file.read_text("utf-8").strip()
            said = done.stdout[-2_000:] + done.stderr[-2_000:]
        time.sleep(_PAUSE if not options else 0)
    raise RuntimeError(f"Maven could not resolve OpenSearch: {said}")


class Node:
    """One node: a Java process with a folder of its own. It can be killed and started again on the same ports."""

    def __init__(self, folder: Path, http: int, transport: int, options: tuple[str, ...]) -> None:
        """options: of the Java machine."""
        self.folder, self.http, self.transport, self.options = folder, http, transport, options
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the node answers."""
        return f"http://127.0.0.1:{self.http}"

    def configure(self, transports: list[int]) -> None:
        """Write the node's settings; transports: the ports at which the nodes of the cluster speak to each other."""
        peers = json.dumps([f"127.0.0.1:{port}" for port in transports])
        settings = [
            "network.host: 127.0.0.1",
            f"transport.port: {self.transport}",
            f"discovery.seed_hosts: {peers}",
            f"cluster.initial_cluster_manager_nodes: {peers}",
            "cluster.routing.allocation.disk.threshold_enabled: false",
            "action.auto_create_index: false",
        ]
        (self.folder / "config").mkdir(parents=True)
        (self.folder / "config" / "opensearch.yml").write_text("\n".join(settings) + "\n", "utf-8")

    def start(self, jars: str, cluster: str) -> None:
        """Start the process; it answers some seconds later."""
        java = ["java", *self.options, *_ALWAYS, "-cp", jars, _MAIN]
        places = [
            part for name in ("conf", "data", "logs") for part in (f"-{name}Path", str(self.folder / _place(name)))
        ]
        runner = ["-basePath", str(self.folder), *places, "-numOfNode", "1", "-clusterName", cluster]
        with (self.folder / "output.log").open("ab") as output:
            self.process = subprocess.Popen(
                [*java, *runner, "-baseHttpPort", str(self.http - 1)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )

    def is_running(self) -> bool:
        """Whether the process lives; it need not answer yet."""
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def ask(self, path: str, seconds: float = 5.0) -> Any:
        """What the node answers to a GET of `path`, as JSON. Raises OSError where it does not."""
        with urllib.request.urlopen(f"{self.url}{path}", timeout=seconds) as reply:
            return json.load(reply)


class Cluster:
    """Three nodes that know each other."""

    def __init__(self, folder: Path, jars: str, heap_mb: int, *, lasting: bool) -> None:
        options = (f"-Xmx{heap_mb}m", *(() if lasting else (_STARTS_SOON,)))
        self._jars = jars
        self._name = f"rashomon-{random.getrandbits(32):08x}"
        http, transport = _free(_HTTP_PORTS), _free(_TRANSPORT_PORTS)
        self.nodes = [Node(folder / f"node-{n}", http[n], transport[n], options) for n in range(NODES)]
        for node in self.nodes:
            node.configure(transport)

    @property
    def urls(self) -> list[str]:
        """Where the nodes answer."""
        return [node.url for node in self.nodes]

    def start(self, seconds: float = STARTING) -> None:
        """Start the nodes that do not run and wait until all answer and every copy of every index is in place.

        Raises RuntimeError, with the end of the nodes' logs, where that takes more than `seconds` or a node ends.
        """
        for node in self.nodes:
            if not node.is_running():
                node.start(self._jars, self._name)
        until, again = time.monotonic() + seconds, time.monotonic() + _PAUSE
        while not self._is_green():
            if time.monotonic() > until or not all(node.is_running() for node in self.nodes):
                raise RuntimeError(f"the cluster did not start:\n{self._said()}")
            if time.monotonic() > again:
                self._place_copies()
                again = time.monotonic() + _PAUSE
            time.sleep(_POLL)

    def kill(self, number: int) -> None:
        """End one node at once."""
        self.nodes[number].kill()

    def stop(self) -> None:
        """End all nodes."""
        for node in self.nodes:
            node.kill()

    def _place_copies(self) -> None:
        """Have the cluster try again to place copies it gave up on: it does after five failures, as of a slow start."""
        for node in self.nodes:
            request = urllib.request.Request(
                f"{node.url}/_cluster/reroute?retry_failed=true&metric=none", method="POST"
            )
            with contextlib.suppress(OSError), urllib.request.urlopen(request, timeout=5.0):
                return

    def _is_green(self) -> bool:
        for node in self.nodes:
            try:
                health = node.ask("/_cluster/health")
            except (OSError, ValueError):
                return False
            if health["number_of_nodes"] != NODES or health["status"] != "green":
                return False
        return True

    def _said(self) -> str:
        logs = [log for node in self.nodes for log in (*node.folder.glob("logs/*.log"), node.folder / "output.log")]
        return "\n".join(f"{log}: {log.read_text('utf-8', 'replace')[-1_500:]}" for log in logs if log.exists())


@contextlib.contextmanager
def running(heap_mb: int = HEAP_MB, *, lasting: bool = False) -> Iterator[Cluster]:
    """A cluster that answers, with data in a temporary folder; all of it is gone afterwards. Raises RuntimeError.

    lasting: whether its code is made quick, which pays in a run of many minutes only.
    """
    with tempfile.TemporaryDirectory(prefix="rashomon-cluster-", ignore_cleanup_errors=True) as home:
        jars = class_path(Path(home))
        for turn in range(1, TRIES + 1):  # another program may have taken a port in between
            cluster = Cluster(Path(home) / f"try-{turn}", jars, heap_mb, lasting=lasting)
            try:
                try:
                    cluster.start()
                except RuntimeError:
                    if turn == TRIES:
                        raise
                    continue
                yield cluster
                return
            finally:
                cluster.stop()


def _place(name: str) -> str:
    return "config" if name == "conf" else name


def _free(ports: range) -> list[int]:
    """As many ports nobody listens at as there are nodes."""
    found: list[int] = []
    with contextlib.ExitStack() as held:
        for port in random.sample(ports, len(ports)):
            listener = held.enter_context(socket.socket())
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            found.append(port)
            if len(found) == NODES:
                return found
    raise RuntimeError("no free ports")


def _die_with_parent() -> None:
    """Have the kernel end the node when whoever started it ends, however that came (prctl(2), PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running(int(sys.argv[1]) if sys.argv[1:] else HEAP_MB) as started:
        print(*started.urls, os.getpid(), flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()
