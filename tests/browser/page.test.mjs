// The join page as people use it, in Chromium, against a real confabd.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, english, hears, join, korean, lamp, opened, phone, said, say, visit } from './joinpage.mjs';
import { startConfabd } from './support.mjs';

const largestPage = 60 * 1024; // bytes
const largestTransfer = 30_000;

test('two people talk in English and Korean, and markup stays text', async (t) => {
  const confabd = await startConfabd(t);
  const mina = await visit(t, confabd, english);
  const sora = await visit(t, confabd, korean);
  assert.equal(await mina.textContent('#door-form button'), 'Join');
  assert.equal(await sora.textContent('#door-form button'), '참가하기');
  await join(mina, 'Mina');
  await join(sora, '소라');
  assert.equal(await lamp(mina), 'OPEN');

  const markup = '<img src=x onerror="window.broken = 1"><b>bold</b> & <script>window.broken = 1</script>';
  const talk = ['Good morning!', '안녕하세요, 반갑습니다.', markup, 'שלום 😀'];
  for (const [index, text] of talk.entries()) {
    await say(index % 2 ? sora : mina, text);
    await hears(index % 2 ? mina : sora, text);
    await hears(index % 2 ? sora : mina, text);
  }
  for (const page of [mina, sora]) {
    assert.deepEqual(await said(page), talk);
    assert.equal(await page.locator('#log img, #log b, #log script').count(), 0);
    assert.equal(await page.evaluate(() => window.broken), undefined);
    assert.deepEqual((await page.locator('#members bdi').allTextContents()).sort(), ['Mina', '소라']);
    assert.equal(await page.locator('#log .own').count(), 2);
    assert.equal(await page.locator('#pending li').count(), 0);
  }
  assert.ok((await mina.textContent('#log')).includes('소라 joined'));

  await sora.close();
  await mina.locator('#log .notice', { hasText: '소라 left' }).waitFor();
  assert.deepEqual(await mina.locator('#members bdi').allTextContents(), ['Mina']);
  assertQuiet(mina, confabd);
  assertQuiet(sora, confabd);
});

test('a markup name is text too, a taken name is completed, a room of its own hears nothing', async (t) => {
  const confabd = await startConfabd(t);
  const first = await visit(t, confabd);
  const second = await visit(t, confabd);
  const elsewhere = await visit(t, confabd, english, `/room/${encodeURIComponent('회의실')}`);
  await join(first, '<i>Jun</i>');
  await join(second, '<i>Jun</i>');
  await join(elsewhere, 'Mina');
  assert.equal(await elsewhere.textContent('#room-name'), '회의실');
  assert.deepEqual(await second.locator('#members bdi').allTextContents(), ['<i>Jun</i> 2', '<i>Jun</i>']);
  await say(first, 'only here');
  await hears(second, 'only here');
  await say(elsewhere, 'only there');
  await hears(elsewhere, 'only there');
  assert.deepEqual(await said(elsewhere), ['only there']);
  assert.deepEqual(await said(first), ['only here']);
  assertQuiet(second, confabd);
});

test('what the host says to one alone stands apart', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await page.evaluate(() => {
    window.WebSocket = class extends WebSocket {
      constructor(...options) {
        super(...options);
        window.socket = this;
      }
    };
  });
  await join(page, 'Mina');
  const hear = (message) => page.evaluate((data) => window.socket.onmessage({ data }), JSON.stringify({ from: { id: 0, name: 'Host' }, time: Date.now(), ...message }));
  await hear({ type: 'said', seq: 1, text: 'to everyone' });
  await hear({ type: 'told', text: '<b>to you</b>' });
  await hear({ type: 'said', seq: 2, text: 'to everyone again' });
  assert.deepEqual(await said(page), ['to everyone', '<b>to you</b>', 'to everyone again']);
  assert.equal(await page.locator('#log .message.first').count(), 3);
  assert.deepEqual(await page.locator('#log > li').evaluateAll((items) => items.slice(-4).map((item) => item.classList[0])), ['message', 'notice', 'message', 'message']);
  assert.match(await page.textContent('#log'), /From the host to you alone:.*to you/);
});

test('who is given another name is told so, whatever the reason', async (t) => {
  const confabd = await startConfabd(t);
  const notice = (page) => page.textContent('#log .notice');
  const first = await visit(t, confabd);
  await join(first, 'Mi\u200bna'); // nobody sees the zero-width space: the server takes it out
  assert.equal(await notice(first), 'In this room your name is Mina');
  const second = await visit(t, confabd, korean);
  await join(second, 'Mina');
  assert.equal(await notice(second), '이 방에서 내 이름은 Mina 2입니다');
});

test('control characters have names', async (t) => {
  const confabd = await startConfabd(t);
  const mina = await visit(t, confabd);
  await join(mina, 'Mina');
  await mina.evaluate((port) => new Promise((done) => {
    const plain = new WebSocket(`ws://localhost:${port}/`, 'chatting');
    plain.onopen = () => {
      plain.send('\0\x1b[1m\x7f\x85\tnext\r\nline\rend');
      plain.onmessage = () => { plain.close(); done(); };
    };
  }), confabd.port);
  await hears(mina, 'end');
  assert.deepEqual(await said(mina), ['‹NUL›‹ESC›[1m‹DEL›‹U+0085›\tnext\nline\nend']);
  assertQuiet(mina, confabd);
});

test('the page says why it is closed and comes back when the server does', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await say(page, 'before');
  await hears(page, 'before');
  await page.fill('#text', 'a draft');
  assert.equal(await confabd.stop(), 0);
  await page.waitForFunction(() => document.querySelector('#lamp-word').textContent === 'CLOSED 1001');
  assert.match(await page.textContent('#trouble-text'), /stopped or is restarting/);
  assert.equal(await page.isHidden('#trouble-reason'), true); // it says no more, and in English
  await page.click('.languages [lang=ko]');
  assert.match(await page.textContent('#trouble-text'), /다시 시작/);
  await page.click('.languages [lang=en]');

  const again = await startConfabd(t, { port: confabd.port });
  await opened(page);
  assert.equal(await lamp(page), 'OPEN');
  assert.equal(await page.isHidden('#trouble'), true);
  assert.equal(await page.inputValue('#text'), 'a draft');
  await page.press('#text', 'Enter');
  await hears(page, 'a draft');
  assert.deepEqual(await said(page), ['before', 'a draft']);

  await again.crash();
  await page.waitForFunction(() => document.querySelector('#lamp-word').textContent === 'CLOSED 1006');
  assert.equal(await page.isVisible('#trouble'), true);
  const lost = page.complaints.filter((text) => !/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to/.test(text));
  assert.deepEqual(lost, []);
});

for (const [end, code] of [['stop', 1001], ['crash', 1006]]) {
  test(`what was said after a restart (${end}) is counted from its beginning`, async (t) => {
    const confabd = await startConfabd(t);
    const jun = await visit(t, confabd);
    const mina = await visit(t, confabd);
    await join(jun, 'Jun');
    for (let others = 0; others < 20; ++others) // so that Mina's number in the room is not among the first
      await jun.request.get(`http://127.0.0.1:${confabd.port}/healthz`, { headers: { Connection: 'close' } });
    await mina.addInitScript(() => {
      window.WebSocket = class extends WebSocket {
        constructor(address, ...options) {
          super(window.away ? 'ws://localhost:1/' : address, ...options);
        }
      };
    });
    await mina.reload();
    await join(mina, 'Mina');
    await say(mina, 'before');
    await hears(jun, 'before');

    await mina.evaluate(() => { window.away = true; });
    await confabd[end]();
    await mina.waitForFunction((closed) => document.querySelector('#strip').textContent.includes(`CLOSED ${closed}`), code);
    await startConfabd(t, { port: confabd.port });
    await opened(jun);
    for (const text of ['one', 'two', 'three']) {
      await say(jun, text);
      await hears(jun, text);
    }
    await mina.evaluate(() => { window.away = false; });
    await opened(mina);
    assert.deepEqual(await mina.locator('#log .notice', { hasText: 'while you were away' }).allTextContents(), ['3 messages passed while you were away']);
  });
}

test('who leaves stays out until joining again', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...english, viewport: { width: 1280, height: 800 } });
  await join(page, 'Mina');
  await page.click('#leave');
  await page.waitForFunction(() => document.querySelector('#lamp-word').textContent.startsWith('CLOSED'));
  assert.equal(await lamp(page), 'CLOSED 1000');
  assert.equal(await page.textContent('#trouble-text'), 'You left the room.');
  const times = await page.locator('#strip time').allTextContents();
  assert.ok(times.every((time) => /^\d\d:\d\d:\d\d\.\d{3}$/.test(time)), `each state has its time: ${times}`);
  await page.click('#rejoin');
  await opened(page);
  await page.reload();
  await opened(page);
  assert.deepEqual(await page.locator('#members bdi').allTextContents(), ['Mina']);
  assertQuiet(page, confabd);
});

const focused = (page) => page.evaluate(() => document.activeElement.id);

test('the keyboard is in the conversation when the button that it was on goes', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...english, viewport: { width: 1280, height: 800 } });
  await join(page, 'Mina');
  await page.press('#leave', 'Enter');
  await page.locator('#rejoin', { hasText: 'Join again' }).waitFor();
  assert.equal(await focused(page), 'scroller');
  await page.press('#rejoin', 'Enter');
  await opened(page);
  assert.equal(await focused(page), 'scroller');
  await confabd.stop();
  await page.focus('#rejoin');
  await page.waitForFunction(() => document.activeElement.id === 'scroller'); // it tries again by itself
});

test('the keyboard does not leave the panel of people for what is behind it, and the panel ends where the page is wide', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...phone, ...english });
  await join(page, 'Mina');
  await page.press('#people-button', 'Enter');
  const reached = new Set();
  for (let presses = 0; presses < 8; ++presses) {
    reached.add(await focused(page));
    await page.keyboard.press('Tab');
  }
  reached.delete(''); // the page itself, between its last control and its first
  assert.deepEqual([...reached].sort(), ['leave', 'people-close']);
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'people-button');

  await page.press('#people-button', 'Enter');
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.locator('#shade').waitFor({ state: 'hidden' });
  await say(page, 'hello');
  await hears(page, 'hello');
});

test('a reload keeps what is being written', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await page.fill('#text', 'one\ntwo\nthree');
  const { height } = await page.locator('#text').boundingBox();
  await page.reload();
  await opened(page);
  assert.equal(await page.inputValue('#text'), 'one\ntwo\nthree');
  assert.equal((await page.locator('#text').boundingBox()).height, height);
  await page.press('#text', 'Enter');
  await page.locator('#log .bubble').waitFor();
  await page.reload();
  await opened(page);
  assert.equal(await page.inputValue('#text'), '');
});

test('a reload goes on under the name of this tab, and in this room alone', async (t) => {
  const confabd = await startConfabd(t);
  const mina = await visit(t, confabd);
  await join(mina, 'Mina');
  const jun = await mina.context().newPage();
  await jun.goto(mina.url());
  await join(jun, 'Jun');
  for (const [page, name] of [[mina, 'Mina'], [jun, 'Jun']]) {
    await page.reload();
    await opened(page);
    assert.equal(await page.textContent('#members bdi'), name);
  }
  const guest = await mina.context().newPage();
  await guest.goto(mina.url());
  await join(guest, '');
  await guest.reload();
  await opened(guest);
  assert.match(await guest.textContent('#members bdi'), /^Guest/);

  await mina.goto(`${mina.url()}room/elsewhere`);
  assert.ok(await mina.isVisible('#door'), 'another room asks for a name');
  assertQuiet(mina, confabd);
});

test('a host without confab.v1 is explained', async (t) => {
  const confabd = await startConfabd(t, { options: ['--subprotocols', 'chatting,echo'] });
  const page = await visit(t, confabd);
  await page.fill('#name', 'Mina');
  await page.click('#door-form button');
  await page.locator('#trouble-text', { hasText: 'confab.v1' }).waitFor();
  assert.equal(await lamp(page), 'CLOSED 1006');
});

test('Enter ends a Korean composition without sending; Shift+Enter is a new line', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, korean);
  await join(page, '소라');
  await page.fill('#text', '안녕');
  for (const composing of [{ isComposing: true }, { keyCode: 229 }])
    await page.evaluate((init) => document.querySelector('#text').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init })), composing);
  assert.equal(await page.inputValue('#text'), '안녕');
  await page.press('#text', 'Shift+Enter');
  await page.keyboard.type('하세요');
  await page.press('#text', 'Enter');
  await hears(page, '하세요');
  assert.deepEqual(await said(page), ['안녕\n하세요']);
});

test('a text that is too long is kept whole and not sent', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  const longest = 'x'.repeat(65_535) + '!';
  await page.focus('#text');
  await page.keyboard.insertText(`${longest}?`);
  await page.keyboard.press('Enter');
  await page.locator('#log .notice', { hasText: 'longer than 65,536 characters' }).waitFor();
  assert.equal(await page.inputValue('#text'), `${longest}?`);
  assert.equal(await page.locator('#pending li').count(), 0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.locator('#log .bubble').waitFor();
  assert.deepEqual(await said(page), [longest]);
  assert.equal(await page.inputValue('#text'), '');
  assertQuiet(page, confabd);
});

test('on a phone nothing is cut off, whatever is said', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...phone, ...korean, colorScheme: 'dark' });
  const narrow = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth);
  assert.ok(await narrow(), 'the door');
  await join(page, '가'.repeat(40));
  for (const text of ['w'.repeat(500), '가나다라'.repeat(100), `https://example.org/${'path/'.repeat(60)}`]) {
    await say(page, text);
    await hears(page, text);
  }
  assert.ok(await narrow(), 'the conversation');
  const composer = await page.locator('#composer').boundingBox();
  assert.ok(composer.y + composer.height <= 844 && composer.x >= 0 && composer.x + composer.width <= 390);
  await page.click('#people-button');
  assert.ok(await page.isVisible('#members'));
  assert.ok(await narrow(), 'the people');
  await page.keyboard.press('Escape');
  assert.ok(await page.isHidden('#members'));
  assertQuiet(page, confabd);
});

test('it works where the browser blocks storage', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, storage, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  await page.reload();
  await join(page, 'Mina');
  await say(page, 'hello');
  await hears(page, 'hello');
  assertQuiet(page, confabd);
});

/** How many bytes of content were sent for what the page has asked for: none for what the browser has, and is told that it may keep. */
async function contentSent(page) {
  const sizes = await Promise.all(page.answers.map((answer) => answer.request().sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

test('all of the page is under 60 KB, and none of it is sent again', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  const sent = await contentSent(page);
  assert.ok(page.answers.length > 3 && sent > largestTransfer / 2 && sent < largestTransfer, `${page.answers.length} files, ${sent} bytes`);
  const files = new Map(page.answers.map((answer) => [answer.url(), answer])); // the icon is in two places
  let total = 0;
  for (const answer of files.values())
    total += answer.status() === 200 ? (await answer.body()).length : 0;
  assert.ok(total > largestPage / 2 && total < largestPage, `${total} bytes`);

  page.answers.length = 0;
  await page.reload();
  await opened(page);
  assert.ok(page.answers.length > 3);
  assert.equal(await contentSent(page), 0);
  await say(page, 'hello');
  await hears(page, 'hello');
  assertQuiet(page, confabd);
});

test('the name is remembered, and every control has a name', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await page.evaluate(() => ['pagehide', 'visibilitychange'].forEach( // as in a new tab
    (event) => addEventListener(event, () => sessionStorage.clear())));
  await page.reload();
  assert.equal(await page.inputValue('#name'), 'Mina');
  await join(page, 'Mina');
  const nameless = await page.evaluate(() => [...document.querySelectorAll('button, input:not([hidden]), textarea')]
    .filter((control) => !control.textContent.trim() && !control.ariaLabel && !control.labels?.length).map(({ id }) => id));
  assert.deepEqual(nameless, []);
  const policy = (await page.request.get(`http://127.0.0.1:${confabd.port}/`)).headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assertQuiet(page, confabd);
});
