"""A cluster of machines on one: Spark's own master and workers, each in a process of its own on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

from .servers import free_port, wait_until

SPARK_HOME = Path(pyspark.__file__).parent
_CONNECT_SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"
_MASTER, _WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"


def parent(process: int) -> int:
    """Return the process that has started another, 0 where that has ended."""
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return 0
    # A name in brackets may have spaces in it.
    return int(told.rpartition(")")[2].split()[1])


def ancestors(process: int) -> list[int]:
    """Return the processes that have started a process, one through the other."""
    found = []
    while process := parent(process):
        found.append(process)
    return found


def started_by(process: int, named: str) -> list[int]:
    """Return what a process has started, itself or through others, with a name in the command."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if named in command and process in ancestors(int(folder.name)):
            found.append(int(folder.name))
    return found


@contextmanager
def connect_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address of a Spark Connect server with two cores, from PySpark's own wheel, and its process;
    nothing of the package is on its path.
    """
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {
        "SPARK_HOME": str(SPARK_HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    settings = {
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.local.dir": str(folder),
    }
    options = [part for name, value in settings.items() for part in ("--conf", f"{name}={value}")]
    submit = [str(SPARK_HOME / "bin" / "spark-submit"), "--master", "local[2]", "--class", _CONNECT_SERVER]
    log = folder / "log"
    with log.open("wb") as told:
        process = subprocess.Popen(
            [*submit, *options, "spark-internal"], env=environment, cwd=folder, stdout=told, stderr=told
        )
    try:
        started = "Spark Connect server started"
        wait_until(lambda: started in log.read_text(errors="replace"), "the server is there", 240.0)
        yield f"sc://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(60)


class Standalone:
    """A master and its workers, of one core each. What they write lies in `folder`.

    Workers have nothing of the package on their path: what they run has to be brought to them.
    """

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._folder = folder
        self._started = 0
        # Neither the package nor a Spark of another place may come in from outside.
        self._environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("PYTHONPATH", "SPARK_CONF_DIR", "SPARK_HOME") and not name.startswith("PYSPARK")
        } | {
            "SPARK_HOME": str(SPARK_HOME),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_DAEMON_MEMORY": "256m",
            "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "PYSPARK_PYTHON": sys.executable,
        }
        port = free_port()
        self.address = f"spark://127.0.0.1:{port}"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []
        try:
            self._start("master", _MASTER, "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
            wait_until(lambda: "New state: ALIVE" in self._log("master"), "the master is there")
            for _ in range(workers):
                self.add_worker()
        except BaseException:
            self.end()
            raise

    def add_worker(self) -> None:
        """Start a worker, and wait until the master knows it."""
        self._started += 1
        name = f"worker-{self._started}"
        options = ["--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0"]
        options += ["--work-dir", str(self._folder / name)]
        self.workers.append(self._start(name, _WORKER, *options, self.address))
        wait_until(lambda: "Successfully registered" in self._log(name), f"{name} is there")

    def lose_worker(self) -> None:
        """End a worker and all that it had started at once, as when its machine fails."""
        worker = self.workers.pop(0)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def end(self) -> None:
        for process in reversed(self._processes):
            if process.poll() is None:
                process.terminate()
        for process in reversed(self._processes):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def running(self) -> list[str]:
        """Return the command lines of processes that were started for this cluster and still run."""
        commands = []
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                command = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if self.address.removeprefix("spark://") in command or str(self._folder) in command:
                commands.append(command)
        return commands

    def _start(self, name: str, main: str, *options: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [str(SPARK_HOME / "bin" / "spark-class"), main, *options],
                env=self._environment,
                cwd=self._folder,
                stdout=log,
                stderr=log,
                # A group of its own: what a worker starts ends with it.
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def _log(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text(errors="replace")


def kept(session: SparkSession) -> int:
    """Return how many tables the workers keep for a session."""
    return int(session.sparkContext._jsc.sc().getPersistentRDDs().size())
