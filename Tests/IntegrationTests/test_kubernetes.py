"""The Indexed Job: its manifest, and the very command that it runs, for two shares on this machine."""
from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from records import Records, lines_of, merged

FOLDER = ROOT / "Integrations/kubernetes"
MANIFEST = list(yaml.safe_load_all((FOLDER / "job.yaml").read_text()))
JOB = next(part for part in MANIFEST if part["kind"] == "Job")
POD = JOB["spec"]["template"]["spec"]
(CONTAINER,) = POD["containers"]


@pytest.fixture(name="path")
def path_with_program(program: Path, tmp_path: Path) -> str:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/scrutineer").symlink_to(program)
    return f"{tmp_path}/bin:{os.environ['PATH']}"


def listed(papers: Path, *besides: Path) -> str:
    found = [path for path in papers.rglob("*") if path.suffix in (".pdf", ".html")]
    return "".join(f"{path}\n" for path in sorted([*found, *besides]))


def run_job(papers: Path, records: Path, path: str, shares: int = 2) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, FOLDER / "run-locally", "--mount", f"/papers={papers}", "--mount", f"/records={records}"]
    return subprocess.run(
        [*command, "--shares", str(shares)], env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize("version", ["1.29.0", None])
def test_the_manifest_is_what_kubernetes_takes(version: str | None) -> None:
    validate = pytest.importorskip("kubernetes_validate")
    newest = version or validate.latest_version()
    for part in MANIFEST:
        validate.validate(part, newest, strict=True)


def test_the_manifest_agrees_with_itself() -> None:
    environment = {variable["name"]: variable["value"] for variable in CONTAINER["env"]}
    assert environment["SHARES"] == str(JOB["spec"]["completions"])
    assert environment["WORKERS"] == CONTAINER["resources"]["limits"]["cpu"]
    limit = int(CONTAINER["resources"]["limits"]["memory"].removesuffix("Mi"))
    assert int(environment["WORKERS"]) * int(environment["MEMORY"]) + 256 <= limit, "no room for the program beside its workers"
    rules = JOB["spec"]["podFailurePolicy"]["rules"]
    assert rules[0]["onExitCodes"]["containerName"] == CONTAINER["name"] and rules[0]["onExitCodes"]["values"] == [2]
    policy = next(part for part in MANIFEST if part["kind"] == "NetworkPolicy")["spec"]
    assert policy["podSelector"]["matchLabels"].items() <= JOB["spec"]["template"]["metadata"]["labels"].items()
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"} and not {"ingress", "egress"} & policy.keys()


def test_the_pod_has_no_rights() -> None:
    """What Kubernetes' Pod Security Standard calls restricted, and a root file system that can't be written."""
    assert POD["securityContext"]["runAsNonRoot"] and POD["securityContext"]["runAsUser"] > 0
    assert POD["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert POD["automountServiceAccountToken"] is False
    assert CONTAINER["securityContext"]["allowPrivilegeEscalation"] is False
    assert CONTAINER["securityContext"]["readOnlyRootFilesystem"] is True
    assert CONTAINER["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert [mount["readOnly"] for mount in CONTAINER["volumeMounts"] if mount["name"] == "papers"] == [True]


def test_two_shares_have_the_records_of_the_local_run(papers: Path, local: Records, path: str, tmp_path: Path) -> None:
    volume, records = tmp_path / "volume", tmp_path / "records"
    shutil.copytree(papers, volume)
    records.mkdir()
    (volume / "papers.txt").write_text(listed(papers))
    job = run_job(volume, records, path)
    assert job.returncode == 0, job.stderr
    shares = [Records.in_folder(records / f"share-{index}") for index in range(2)]
    assert all(sum(share.paths.values()) > 5 for share in shares)
    assert merged(shares).paths == local.paths, "a paper was lost or read by both"

    joined = subprocess.run([FOLDER / "join-shares", records, "2"], capture_output=True, text=True, check=False)
    assert joined.returncode == 0, joined.stderr
    local.require(Records.in_folder(records))


def test_shares_are_joined_only_when_all_are_there(papers: Path, path: str, tmp_path: Path) -> None:
    (tmp_path / "papers.txt").write_text(f"{papers / 'minutes.pdf'}\n")
    assert run_job(tmp_path, tmp_path, path).returncode == 0
    (tmp_path / "share-1/run.json").unlink()
    joined = subprocess.run([FOLDER / "join-shares", tmp_path, "2"], capture_output=True, text=True, check=False)
    assert joined.returncode == 1 and "share 1 of 2 is not finished" in joined.stderr
    assert not (tmp_path / "documents.jsonl").exists()


def test_more_shares_than_papers_are_no_fault(papers: Path, path: str, tmp_path: Path) -> None:
    (tmp_path / "papers.txt").write_text(f"{papers / 'minutes.pdf'}")
    assert run_job(tmp_path, tmp_path, path, shares=3).returncode == 0
    assert [len(lines_of(tmp_path / f"share-{index}/documents.jsonl")) for index in range(3)] == [1, 0, 0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"SHARES": ""}, "must be numbers"),
        ({"JOB_COMPLETION_INDEX": "2"}, "no share 2 of 2"),
        ({"LIST": "nowhere.txt"}, "is not there"),
        ({"SCRUTINEER_RULES": "/nowhere"}, "/nowhere"),
        ({"OPTIONS": "--memory 2048 --rules /nowhere"}, "/nowhere"),
    ],
)
def test_what_is_wrong_everywhere_ends_with_the_status_that_ends_the_job(
    fault: dict[str, str], words: str, papers: Path, path: str, tmp_path: Path
) -> None:
    (tmp_path / "papers.txt").write_text(listed(papers))
    environment = {"PATH": path, "SHARES": "2", "JOB_COMPLETION_INDEX": "0", "LIST": "papers.txt"} | fault
    command = [FOLDER / "read-share", tmp_path / environment["LIST"], tmp_path / "records"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 2 and words in run.stderr
    assert not list(tmp_path.glob("records/*/run.json"))


def test_the_end_of_a_pod_reaches_the_program(tmp_path: Path) -> None:
    stand_in = tmp_path / "scrutineer"
    stand_in.write_text(f"#!/bin/sh\ntrap 'touch {tmp_path}/told; exit 143' TERM\ntouch {tmp_path}/started\nsleep 1000 & wait\n")
    stand_in.chmod(0o755)
    (tmp_path / "papers.txt").write_text("a.pdf\n")
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SHARES": "1", "JOB_COMPLETION_INDEX": "0"}
    with subprocess.Popen(
        [FOLDER / "read-share", tmp_path / "papers.txt", tmp_path / "records"], env=environment, start_new_session=True
    ) as run:
        try:
            for _ in range(6_000):
                if (tmp_path / "started").exists():
                    break
                time.sleep(0.05)
            run.terminate()
            assert run.wait(timeout=300) == 143
        finally:
            os.killpg(run.pid, signal.SIGKILL)
    assert (tmp_path / "told").exists()


def test_the_image_can_be_built_from_what_it_copies() -> None:
    """The Dockerfile is not built here: what it copies is there, and none of it is left out of what Docker is given."""
    text = (FOLDER / "Dockerfile").read_text()
    ignored = (FOLDER / "Dockerfile.dockerignore").read_text().split()
    copied = [source for words in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE) for source in words.split()[:-1]]
    assert len(copied) > 5
    assert ignored[0] == "*"
    for source in copied:
        assert (ROOT / source).exists(), source
        assert f"!{source}" in ignored, source
