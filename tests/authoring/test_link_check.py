"""``coach links`` against a real server on this machine: what answers, what moved, what is gone."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pexpect
import pytest
from aiohttp import web

from bot.authoring.link_check import Finding, addresses, try_all
from bot.content.library import Content, shipped_folder

pytestmark = pytest.mark.long


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """A small site with everything that can become of a link."""

    async def answer(request: web.Request) -> web.StreamResponse:
        match request.path:
            case "/here":
                return web.Response(text="x" * 10_000_000)
            case "/old":
                raise web.HTTPMovedPermanently("/here")
            case "/slash":
                raise web.HTTPFound("/slash/")
            case "/slash/":
                return web.Response(text="ok")
            case "/private":
                return web.Response(status=403)
            case "/fault":
                return web.Response(status=500)
            case "/slow":
                await asyncio.sleep(5)
                return web.Response()
        return web.Response(status=404)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def found(*wanted: str) -> dict[str, Finding]:
    tried = try_all(dict.fromkeys(wanted, ("some",)), 0.5)
    return {each.address: each async for each in tried}


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/here", "answers", ""),
        ("/slash", "answers", ""),
        ("/old", "moved", "/here"),
        ("/private", "refuses", "403 Forbidden"),
        ("/nothing", "gone", "404 Not Found"),
        ("/fault", "silent", "500 Internal Server Error"),
        ("/slow", "silent", "no answer in 0.5 seconds"),
    ],
)
async def test_each_link_is_found_as_it_is(site: str, path: str, state: str, detail: str) -> None:
    finding = (await found(site + path))[site + path]
    assert finding.state == state
    assert finding.detail.endswith(detail)


async def test_a_server_that_is_not_there_is_silent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert (await found(address))[address].state == "silent"


async def test_a_slow_one_holds_up_no_other(site: str) -> None:
    many = [f"{site}/slow?{n}" for n in range(3)] + [f"{site}/here?{n}" for n in range(5)]
    findings = await found(*many)
    assert [findings[each].state for each in many] == ["silent"] * 3 + ["answers"] * 5


def test_every_address_is_tried_once_with_all_its_links(content: Content) -> None:
    wanted = addresses(content.resources.values())
    for resource in content.resources.values():
        for address in (resource.url, resource.front_page):
            assert address is None or resource.id in wanted[address]


def folder_with(tmp_path: Path, urls: dict[str, str]) -> Path:
    """The shipped content, with only these addresses in its list of links."""
    for name in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    path = tmp_path / "frameworks" / "resources.yaml"
    lines = list[str]()
    for line in path.read_text().splitlines():
        if line.strip().startswith(("url:", "front_page:")):
            key = line.split(":")[0]
            lines.append(f"{key}: {urls.get(key.strip(), urls['url'])}")
        else:
            lines.append(line)
    path.write_text("\n".join(lines) + "\n")
    return tmp_path


async def coach_links(folder: Path, environment: dict[str, str]) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "links", "--timeout", "2"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**environment, "COACH_CONTENT": str(folder)},
        cwd=Path(__file__).parents[2],
    )
    out, errors = await process.communicate()
    return process.returncode or 0, out.decode(), errors.decode()


async def test_a_scheduled_job_gets_lines_and_an_exit_status(
    site: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = folder_with(tmp_path, {"url": f"{site}/here", "front_page": f"{site}/old"})
    status, out, errors = await coach_links(folder, environment)
    assert status == 0
    rows = [line.split("\t") for line in out.splitlines()]
    assert [row[0] for row in rows] == ["moved", "answers"]
    assert all(len(row) == 4 for row in rows)
    assert rows[0][3] == f"{site}/here"
    assert "2 of 2 addresses tried: 1 answers, 1 moved, 0 refuses, 0 gone, 0 silent" in errors


async def test_a_link_that_is_gone_ends_with_1(
    site: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = folder_with(tmp_path, {"url": f"{site}/gone"})
    status, out, _ = await coach_links(folder, environment)
    assert status == 1
    assert out.startswith("gone\t")


async def test_ctrl_c_shows_what_was_found_so_far(
    site: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = folder_with(tmp_path, {"url": f"{site}/slow", "front_page": f"{site}/here"})
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "bot", "links", "--timeout", "4"],
        env={**environment, "COACH_CONTENT": str(folder)},
        cwd=str(Path(__file__).parents[2]),
        encoding="utf-8",
        dimensions=(30, 160),
        timeout=60,
    )
    await terminal.expect("1/2", async_=True)
    terminal.kill(signal.SIGINT)
    await terminal.expect("1 of 2 addresses tried", async_=True)
    await terminal.expect(pexpect.EOF, async_=True)
    terminal.close()
    assert terminal.exitstatus == 130
