"""Debian's python3-websockets as a server that echoes: prints its port, ends with its input. echoserver.py MAX_SIZE"""

import asyncio
import logging
import sys

import websockets

logging.getLogger("websockets").addHandler(logging.NullHandler())
logging.getLogger("websockets").propagate = False


async def echo(connection):
    try:
        async for message in connection:
            await connection.send(message)
    except websockets.ConnectionClosed:
        pass


async def main(max_size):
    async with websockets.serve(echo, "127.0.0.1", 0, max_size=int(max_size), ping_interval=None) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(*sys.argv[1:]))
