// permessage-deflate (RFC 7692) as browsers negotiate it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser, startConfabd, startPageServer } from './support.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** Opens a WebSocket, sends each text and collects as many messages; says what was agreed on. */
function talk(page, url, texts) {
  return page.evaluate(([address, words]) => new Promise((resolve, reject) => {
    const heard = [];
    const ws = new WebSocket(address);
    ws.onopen = () => words.forEach((text) => ws.send(text));
    ws.onerror = () => reject(new Error('error event'));
    ws.onmessage = ({ data }) => {
      heard.push(data);
      if (heard.length === words.length)
        ws.close(1000);
    };
    ws.onclose = ({ code, wasClean }) => resolve({ heard, extensions: ws.extensions, code, wasClean });
  }), [url, texts]);
}

test('a page and the server compress what they say', async (t) => {
  const { port } = await startConfabd(t);
  const page = await openPage(t, browser, `http://localhost:${await startPageServer(t)}/`);
  const texts = ['', 'short', '안녕하세요 '.repeat(20_000), 'again '.repeat(100), '안녕하세요 '.repeat(20_000)];
  for (const path of ['', 'echo']) {
    const { heard, extensions, code, wasClean } = await talk(page, `ws://localhost:${port}/${path}`, texts);
    assert.match(extensions, /^permessage-deflate\b/);
    assert.deepEqual({ heard, code, wasClean }, { heard: texts, code: 1000, wasClean: true });
  }
});
