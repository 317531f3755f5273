"""Debian's python3-websockets as a client of our server: echoclient.py URL deflate|small-windows|none [TRUSTED]

TRUSTED is a file with the one certificate that is trusted, for wss://."""

import asyncio
import ssl
import sys

import websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

WORDS = " ".join(f"{i % 1999} 안녕하세요" for i in range(40_000))
OCTETS = bytes(i * i * 7 & 255 for i in range(100_000))
MESSAGES = ["안녕하세요", "", "Hello", "Hello", WORDS, WORDS, OCTETS, b"", WORDS[:1000], "\uFEFF\0😀"]

SMALL_WINDOWS = ClientPerMessageDeflateFactory(
    server_no_context_takeover=True,
    client_no_context_takeover=True,
    server_max_window_bits=9,
    client_max_window_bits=9,
)
OPTIONS = {
    "deflate": {"compression": "deflate"},
    "small-windows": {"compression": None, "extensions": [SMALL_WINDOWS]},
    "none": {"compression": None},
}


async def main(url, compression, trusted=None):
    tls = ssl.create_default_context(cafile=trusted) if trusted else None
    async with websockets.connect(url, max_size=None, ssl=tls, **OPTIONS[compression]) as client:
        agreed = [extension.name for extension in client.extensions]
        assert agreed == ([] if compression == "none" else ["permessage-deflate"]), agreed
        for message in MESSAGES:
            await client.send(message)
            assert await client.recv() == message
        # In fragments, each of which is compressed for itself.
        await client.send([WORDS[begin : begin + 64] for begin in range(0, 20_000, 64)])
        fragmented = await client.recv()
        assert fragmented == WORDS[:20_032], len(fragmented)
        await (await client.ping())


asyncio.run(main(*sys.argv[1:]))
