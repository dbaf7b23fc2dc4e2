"""The word for the holiday data: its content, wherever a packager has put it."""

import compileall
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import chinese_calendar
import pytest

from promoplan.workspace import holiday_data

SHIPPED = Path(chinese_calendar.__file__).parent


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the holiday data that is found first."""
    monkeypatch.delitem(sys.modules, "chinese_calendar")
    monkeypatch.delitem(sys.modules, "chinese_calendar.constants", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    return Path(shutil.copytree(SHIPPED, tmp_path / "chinese_calendar", ignore=shutil.ignore_patterns("__pycache__")))


def one_day_more(package: Path) -> None:
    with (package / "constants.py").open("a", encoding="utf-8") as file:
        file.write("\nholidays[datetime.date(2030, 1, 1)] = Holiday.new_years_day.value\n")


def compiled(package: Path) -> None:
    """What a packager leaves: code without source."""
    compileall.compile_dir(package, quiet=2, legacy=True)
    for source in package.glob("*.py"):
        source.unlink()


def test_a_new_file_date_is_no_new_data(package: Path) -> None:
    before = holiday_data.digest()
    os.utime(package / "constants.py", (0, 0))
    assert holiday_data.digest() == before != ""


def test_one_day_more_is_new_data(package: Path) -> None:
    before = holiday_data.digest()
    one_day_more(package)
    assert holiday_data.digest() != before


def test_compiled_data_has_its_word_too(package: Path) -> None:
    source = shutil.copytree(package, package.with_name("kept"))
    compiled(package)
    before = holiday_data.digest()
    shutil.copytree(source, package, dirs_exist_ok=True)
    one_day_more(package)
    compiled(package)
    sys.path_importer_cache.clear()
    assert holiday_data.digest() != before != ""


def test_a_zip_has_its_word_too_and_each_run_finds_the_same(package: Path) -> None:
    compiled(package)
    with zipfile.ZipFile(package.with_name("all.zip"), "w") as archive:
        for file in package.iterdir():
            archive.write(file, f"chinese_calendar/{file.name}")
    program = f"import sys; sys.path[:0] = [{str(package.with_name('all.zip'))!r}]\n" + (
        "from promoplan.workspace import holiday_data; print(holiday_data.digest(), 'chinese_calendar' in sys.modules)"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert first == second
    assert first.split()[0] not in {"", "True", "False"}
    assert first.split()[-1] == "False"


def test_no_data_at_all_is_no_crash(package: Path) -> None:
    shutil.rmtree(package)
    package.mkdir()
    (package / "__init__.py").touch()
    sys.path_importer_cache.clear()
    assert holiday_data.digest() == ""
