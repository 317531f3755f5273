// A room that asks for a PIN, in Chromium: who has the link is in, who has the address is asked, who has neither stays out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, english, hears, join, korean, lamp, opened, said, say, visit } from './joinpage.mjs';
import { startConfabd, startPageServer } from './support.mjs';

const withPin = (pin) => ({ options: ['--pin', pin] });
const asked = (page) => page.locator('#pin').waitFor();
const hint = (page, text) => page.locator('#pin-hint', { hasText: text }).waitFor();
const trouble = (page, text) => page.locator('#trouble-text', { hasText: text }).waitFor();

async function enter(page, pin) {
  await page.fill('#pin', pin);
  await page.click('#door-form button');
}

test('the link carries the PIN, and sends it to nobody but the room', async (t) => {
  const confabd = await startConfabd(t, withPin('482913'));
  assert.deepEqual(confabd.urls, [`http://localhost:${confabd.port}/#pin=482913`]);
  const page = await visit(t, confabd, english, '/#pin=482913');
  await join(page, 'Mina');
  assert.ok(!await page.isVisible('#pin'));
  assert.deepEqual(page.requested.filter((address) => address.includes('?')), [`ws://localhost:${confabd.port}/?pin=482913`]);
  await page.reload();
  await opened(page);
  assertQuiet(page, confabd);
});

test('who typed the address is asked, is told of a wrong PIN, and is in with the right one', async (t) => {
  const confabd = await startConfabd(t, withPin('482913'));
  for (const [options, missing, wrong] of [[english, 'The host tells it', 'This is not the PIN'], [korean, '알려 줍니다', 'PIN이 맞지 않습니다']]) {
    const page = await visit(t, confabd, options);
    await asked(page);
    await page.fill('#name', 'Mina');
    await page.click('#door-form button');
    await hint(page, missing);
    await enter(page, 'abc');
    await hint(page, wrong);
    await enter(page, '0000');
    await hint(page, wrong);
    assert.ok(await page.isVisible('#door'));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'pin');
    assert.equal(await page.inputValue('#name'), 'Mina');
    assert.equal(page.url(), `http://localhost:${confabd.port}/`, 'a wrong PIN is not for passing on');
    await enter(page, '４８２ 913');
    await opened(page);
    assert.equal(page.url(), `http://localhost:${confabd.port}/#pin=482913`);
    assert.equal(await page.textContent('#share-link'), page.url());
    await page.reload();
    await opened(page);
  }
  const reasons = confabd.events.filter(({ event }) => event === 'refused').map(({ reason }) => reason);
  const once = ['pin-missing', 'pin-missing', 'pin-wrong'];
  assert.deepEqual(reasons, [...once, ...once]);
  assert.ok(confabd.events.every(({ target }) => !target?.includes('0000')));
});

test('a room without a PIN asks for none', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await page.waitForLoadState('networkidle');
  assert.ok(page.requested.some((address) => address.endsWith('/admission')));
  assert.ok(!await page.isVisible('#pin'));
  await join(page, 'Mina');
  assert.equal(page.url(), `http://localhost:${confabd.port}/`);
  assertQuiet(page, confabd);
});

test('another PIN is asked for when the room is back, and nothing is lost', async (t) => {
  const confabd = await startConfabd(t, withPin('1111'));
  const page = await visit(t, confabd, english, '/#pin=1111');
  await join(page, 'Mina');
  await say(page, 'before');
  await hears(page, 'before');
  await page.fill('#text', 'a draft');
  await confabd.stop();
  await page.waitForFunction(() => document.querySelector('#lamp-word').textContent === 'CLOSED 1001');
  await startConfabd(t, { port: confabd.port, ...withPin('2222') });
  await hint(page, 'This is not the PIN');
  assert.equal(await lamp(page), 'CLOSED 1006');
  assert.equal(await page.inputValue('#name'), 'Mina');
  await enter(page, '2222');
  await opened(page);
  assert.deepEqual(await said(page), ['before']);
  assert.equal(await page.inputValue('#text'), 'a draft');
  await say(page, 'after');
  await hears(page, 'after');
});

test('a link with another PIN, opened in the same tab, is followed', async (t) => {
  const confabd = await startConfabd(t, withPin('2222'));
  const page = await visit(t, confabd, english, '/#pin=1111');
  await page.fill('#name', 'Mina');
  await page.click('#door-form button');
  await hint(page, 'This is not the PIN');
  await page.reload();
  await hint(page, 'This is not the PIN');
  await page.evaluate(() => {
    window.before = true;
    location.hash = '#pin=2222';
  });
  await page.waitForFunction(() => !window.before && document.readyState === 'complete');
  await join(page, 'Mina');
  assert.ok(await page.evaluate(() => document.querySelector('#pin-part').hidden), 'it was not asked for again');
});

test('who stands at the door comes in when no PIN is asked for any more', async (t) => {
  const confabd = await startConfabd(t, withPin('1111'));
  const page = await visit(t, confabd);
  await asked(page);
  await confabd.stop();
  await startConfabd(t, { port: confabd.port });
  await join(page, 'Mina');
});

/** A page whose handshake fails and whose question is answered by somebody else. */
async function answered(t, answer) {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, korean);
  await page.route('**/admission', (route) => route.fulfill(answer));
  await page.clock.install();
  await confabd.stop();
  await page.click('#door-form button');
  return page;
}

test('what is not from the room is not told as its words', async (t) => {
  for (const answer of [
    { status: 403, contentType: 'text/html', body: '<h1>403</h1>' },
    { status: 502, contentType: 'text/html', body: '<h1>502</h1>\n\n<p>proxy</p>' },
    { status: 502, contentType: 'text/plain', body: 'Bad Gateway' },
    { status: 401, contentType: 'text/plain', headers: { 'WWW-Authenticate': 'Basic' }, body: 'Log in' },
  ]) {
    const page = await answered(t, answer);
    await trouble(page, '연결을 거부했습니다');
    assert.ok(!await page.isVisible('#pin'));
    assert.ok(await page.isVisible('#trouble-wait'));
  }
});

test('who is banned does not try for ever', async (t) => {
  const page = await answered(t, { status: 403, contentType: 'text/plain', body: 'Not you.\n\n막혔습니다.\n' });
  await trouble(page, '막혔습니다.');
  assert.equal(await page.textContent('#rejoin'), '다시 참가하기');
  assert.ok(!await page.isVisible('#trouble-wait'));
  const before = page.requested.length;
  await page.clock.runFor(60_000);
  assert.equal(page.requested.length, before);
  await Promise.all([page.waitForEvent('websocket'), page.click('#rejoin')]);
});

test('who was refused for another reason tries again', async (t) => {
  const page = await answered(t, { status: 503, contentType: 'text/plain', body: 'Full.\n\n가득 찼습니다.\n' });
  await trouble(page, '가득 찼습니다.');
  await Promise.all([page.waitForEvent('websocket'), page.clock.runFor(60_000)]);
});

test('who guesses is stopped, in words of both languages', async (t) => {
  const confabd = await startConfabd(t, withPin('482913'));
  const page = await visit(t, confabd);
  for (let guess = 0; guess < 10; ++guess)
    assert.equal((await page.request.get(`http://localhost:${confabd.port}/admission`, { headers: { 'Confab-Pin': `${1000 + guess}` } })).status(), 401);
  await asked(page);
  await page.fill('#name', 'Mina');
  await enter(page, '482913');
  await trouble(page, /too many wrong ones have come. Wait a minute/);
  await page.click('[lang=ko]');
  await trouble(page, /틀린 PIN이 너무 많이/);
  assert.doesNotMatch(await page.textContent('#trouble-text'), /[a-z]{3}/);
});

test('a full room says so', async (t) => {
  const confabd = await startConfabd(t, { options: ['--max-members', '1'] });
  const first = await visit(t, confabd);
  await join(first, 'Mina');
  const second = await visit(t, confabd, korean);
  await second.fill('#name', '소라');
  await second.click('#door-form button');
  await trouble(second, '서버가 가득 찼습니다');
  await first.close();
  await second.click('#rejoin');
  await opened(second);
});

test('a page of another origin cannot try PINs', async (t) => {
  const confabd = await startConfabd(t, withPin('1234'));
  const page = await visit(t, confabd);
  await page.goto(`http://localhost:${await startPageServer(t)}/`);
  const attempt = (headers) => page.evaluate(async ([url, fields]) => {
    try {
      return (await fetch(url, { headers: fields, mode: 'cors' })).status;
    } catch (error) {
      return error.name;
    }
  }, [`http://localhost:${confabd.port}/admission`, headers]);
  for (let guess = 0; guess < 15; ++guess)
    assert.equal(await attempt({ 'Confab-Pin': `${2000 + guess}` }), 'TypeError');
  assert.equal(await attempt({}), 'TypeError');
  // None of them was looked at: the right one still is.
  const own = await page.request.get(`http://localhost:${confabd.port}/admission`, { headers: { 'Confab-Pin': '1234' } });
  assert.equal(own.status(), 204);
});
