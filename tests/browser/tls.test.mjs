// The page and its WebSocket over TLS, in the browser that BROWSER names, whose user accepts the self-signed certificate.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTlsConfabd } from '../peers/confabd.mjs';
import { attempt, openPage, startBrowser, until } from './support.mjs';

const accepting = { ignoreHTTPSErrors: true }; // Firefox is started that way

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test('a page of https:// talks over wss:// and is compressed', async (t) => {
  const { port } = await startTlsConfabd(t);
  const page = await openPage(t, browser, `https://localhost:${port}/`, accepting);
  const texts = ['', 'short', '안녕하세요 '.repeat(20_000), 'again '.repeat(100)];
  const talk = await page.evaluate(([address, words]) => new Promise((resolve, reject) => {
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
  }), [`wss://localhost:${port}/echo`, texts]);
  assert.match(talk.extensions, /^permessage-deflate\b/);
  assert.deepEqual([talk.heard, talk.code, talk.wasClean], [texts, 1000, true]);
});

test('a link to http:// leads to the room over TLS', async (t) => {
  const confabd = await startTlsConfabd(t);
  const page = await openPage(t, browser, `http://localhost:${confabd.port}/room/tls`, accepting);
  assert.equal(await page.evaluate(() => location.href), `https://localhost:${confabd.port}/room/tls`);
  assert.equal(await page.evaluate(() => isSecureContext), true);
  await page.evaluate(() => {
    document.querySelector('#name').value = 'Mina';
    document.querySelector('#door-form button').click();
  });
  const { name, room } = await confabd.event(({ event }) => event === 'joined', '"joined"');
  assert.deepEqual([name.length > 0, room], [true, '/room/tls']);
  await until(page, () => !document.querySelector('#send').disabled);
  assert.equal(await page.evaluate(() => document.querySelector('#lamp-word').textContent), 'OPEN');
  // A browser breaks off until its user, or here the test, has accepted the certificate.
  assert.ok(confabd.events.every(({ event, reason }) => event !== 'refused' || reason === 'tls-failed'));
});

test('a page whose server allows plain beside TLS gets either', async (t) => {
  const { port } = await startTlsConfabd(t, { options: ['--tls-allow-plain'] });
  const page = await openPage(t, browser, `http://localhost:${port}/`, accepting);
  for (const scheme of ['ws', 'wss'])
    assert.deepEqual((await attempt(page, `${scheme}://localhost:${port}/`, ['confab.v1'])).seen, ['open', 'close'], scheme);
});
