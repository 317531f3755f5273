// No page of a foreign origin joins or listens unless the host allows it (RFC 6455 §10.2).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attempt, openPage, startChromium, startConfabd, startPageServer } from './support.mjs';

// A name that is not local yet leads to this computer: what an attacker's own name server can answer at any time.
const foreign = 'evil.example';
const refusedAttempt = { seen: ['error', 'close'], code: 1006, reason: '', wasClean: false, protocol: '' };

let browser;
before(async () => { browser = await startChromium([`--host-resolver-rules=MAP ${foreign} 127.0.0.1`]); });
after(() => browser.close());

async function refusal(confabd) {
  const { status, origin } = await confabd.event(({ event }) => event === 'refused', '"refused"');
  return { status, origin };
}

for (const target of ['127.0.0.1', 'localhost', foreign]) {
  test(`a page of a foreign origin is refused at ${target}`, async (t) => {
    const confabd = await startConfabd(t);
    const origin = `http://${foreign}:${await startPageServer(t)}`;
    const page = await openPage(t, browser, `${origin}/`);
    for (const offered of [undefined, ['echo'], ['confab.v1']])
      assert.deepEqual(await attempt(page, `ws://${target}:${confabd.port}/`, offered), refusedAttempt);
    assert.deepEqual(await refusal(confabd), { status: target === foreign ? 421 : 403, origin });
    assert.ok(confabd.events.every(({ event }) => event !== 'joined'));
  });
}

test('a name that was bound anew to this computer is refused though Host and Origin agree', async (t) => {
  const confabd = await startConfabd(t);
  const origin = `http://${foreign}:${confabd.port}`;
  const page = await openPage(t, browser, `${origin}/`);
  assert.equal(await page.evaluate(() => location.origin), origin);
  assert.match(await page.evaluate(() => document.body.innerText), /This server is not evil\.example/);
  assert.equal(await page.evaluate(async () => (await fetch('/healthz')).status), 421);
  assert.deepEqual(await attempt(page, `ws://${foreign}:${confabd.port}/`, ['confab.v1']), refusedAttempt);
  const { status } = await confabd.event((event) => event.event === 'refused' && event.origin === origin, '"refused"');
  assert.equal(status, 421);
  assert.ok(confabd.events.every(({ event }) => event !== 'joined'));
});

test('a sandboxed frame, whose origin is null, is refused', async (t) => {
  const confabd = await startConfabd(t);
  const page = await openPage(t, browser, `http://localhost:${await startPageServer(t)}/`);
  await page.evaluate(() => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.srcdoc = '<!DOCTYPE html><title>Sandboxed</title>';
    frame.onload = resolve;
    document.body.append(frame);
  }));
  const sandboxed = page.frames().find((frame) => frame !== page.mainFrame());
  assert.deepEqual(await attempt(sandboxed, `ws://localhost:${confabd.port}/`), refusedAttempt);
  assert.deepEqual(await refusal(confabd), { status: 403, origin: 'null' });
});

test('the host can allow a foreign origin', async (t) => {
  const pagePort = await startPageServer(t);
  const confabd = await startConfabd(t, { options: ['--origin', `http://${foreign}:${pagePort}`] });
  const page = await openPage(t, browser, `http://${foreign}:${pagePort}/`);
  assert.deepEqual((await attempt(page, `ws://127.0.0.1:${confabd.port}/`)).seen, ['open', 'close']);
});

test('pages of localhost and of this very server are welcome', async (t) => {
  const confabd = await startConfabd(t);
  for (const address of [`http://localhost:${await startPageServer(t)}/`, `http://localhost:${confabd.port}/`, `http://127.0.0.1:${confabd.port}/`]) {
    const page = await openPage(t, browser, address);
    const { host } = new URL(address);
    const target = host.endsWith(`:${confabd.port}`) ? host : `127.0.0.1:${confabd.port}`;
    assert.deepEqual((await attempt(page, `ws://${target}/`, ['confab.v1'])).seen, ['open', 'close'], address);
  }
});
