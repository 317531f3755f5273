// The six points of the tutorial, literally, in the browser that BROWSER names.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { attempt, openPage, startBrowser, startConfabd, startPageServer, until } from './support.mjs';

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

async function tutorialPage(t) {
  return openPage(t, browser, `http://localhost:${await startPageServer(t)}/`);
}

test('1: the key of the tutorial gets the accept value of the tutorial', async (t) => {
  const { port } = await startConfabd(t);
  const head = await new Promise((resolve, reject) => {
    let received = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write([
      'GET /chat HTTP/1.1', `Host: localhost:${port}`, 'Upgrade: websocket', 'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: chat, superchat', 'Sec-WebSocket-Version: 13', '', '',
    ].join('\r\n')));
    t.after(() => socket.destroy());
    socket.on('error', reject);
    socket.on('end', () => resolve(received));
    socket.on('data', (octets) => {
      received += octets.toString('latin1');
      if (received.includes('\r\n\r\n'))
        resolve(received);
    });
  });
  assert.match(head, /^HTTP\/1\.1 101 /);
  assert.match(head, /^Upgrade: websocket\r$/im);
  assert.match(head, /^Connection: Upgrade\r$/im);
  assert.match(head, /^Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r$/im);
  assert.match(head, /^Sec-WebSocket-Protocol: chat\r$/im);
});

test('2: a page connects and the server picks the subprotocol', async (t) => {
  const { port } = await startConfabd(t);
  const page = await tutorialPage(t);
  for (const [offered, picked] of [
    [undefined, ''], ['echo', 'echo'], [['echo', 'chat'], 'echo'], [['chat', 'echo'], 'chat'], [['unheard-of', 'chatting'], 'chatting'],
  ]) {
    const { seen, protocol, code, wasClean } = await attempt(page, `ws://localhost:${port}`, offered);
    assert.deepEqual({ seen, protocol, code, wasClean }, { seen: ['open', 'close'], protocol: picked, code: 1000, wasClean: true },
      `offered ${JSON.stringify(offered)}`);
  }
});

test('3: readyState walks CONNECTING, OPEN, CLOSING, CLOSED', async (t) => {
  const { port } = await startConfabd(t);
  const page = await tutorialPage(t);
  const walk = await page.evaluate((url) => new Promise((resolve) => {
    const states = [];
    const ws = new WebSocket(url);
    states.push(ws.readyState);
    ws.onopen = () => {
      states.push(ws.readyState);
      ws.close();
      states.push(ws.readyState);
    };
    ws.onclose = () => {
      states.push(ws.readyState);
      resolve(states);
    };
  }), `ws://localhost:${port}`);
  assert.deepEqual(walk, [0, 1, 2, 3]);
});

const texts = {
  'a word': 'hello',
  'nothing': '',
  'Korean': '안녕하세요',
  '800,001 octets': `a${'é'.repeat(400_000)}`,
  'a leading byte order mark': '\uFEFFhello',
  'NUL': 'before\0after\0',
  'an emoji': '😀',
  'the last code point': '\u{10FFFF}',
};

for (const kind of ['string', 'Blob', 'ArrayBuffer']) {
  test(`4: what is sent as ${kind} comes back identical`, async (t) => {
    const { port } = await startConfabd(t);
    const page = await tutorialPage(t);
    for (const [name, text] of Object.entries(texts)) {
      for (const address of ['', 'echo']) {
        const back = await page.evaluate(([url, protocols, sentAs, original]) => new Promise((resolve, reject) => {
          const octets = new TextEncoder().encode(original);
          const ws = new WebSocket(url, protocols);
          ws.binaryType = sentAs === 'Blob' ? 'blob' : 'arraybuffer';
          ws.onopen = () => ws.send({ string: original, Blob: new Blob([octets]), ArrayBuffer: octets.buffer }[sentAs]);
          ws.onerror = () => reject(new Error('error event'));
          ws.onclose = ({ code, reason }) => reject(new Error(`closed ${code} ${reason}`));
          ws.onmessage = async ({ data }) => {
            const kindBack = typeof data === 'string' ? 'string' : data.constructor.name;
            const octetsBack = typeof data === 'string' ? null : new Uint8Array(await new Blob([data]).arrayBuffer());
            const identical = octetsBack === null ? data === original
              : octetsBack.length === octets.length && octetsBack.every((octet, index) => octet === octets[index]);
            resolve({ kindBack, identical, length: octetsBack?.length ?? new TextEncoder().encode(data).length });
            ws.close();
          };
        }), [`ws://localhost:${port}/${address}`, address ? [] : ['echo'], kind, text]);
        assert.deepEqual(back, { kindBack: kind, identical: true, length: Buffer.byteLength(text) }, `${name} to /${address}`);
      }
    }
  });
}

test('5: the close of a page arrives with its code and reason on both sides', async (t) => {
  const confabd = await startConfabd(t);
  const page = await tutorialPage(t);
  const seen = await page.evaluate((url) => new Promise((resolve) => {
    const events = [];
    const ws = new WebSocket(url, 'echo');
    ws.onopen = () => {
      events.push('open');
      ws.send('hi');
    };
    ws.onmessage = ({ data }) => {
      events.push(`message ${data}`);
      ws.close(4001, '안녕');
    };
    ws.onerror = () => events.push('error');
    ws.onclose = ({ code, reason, wasClean }) => resolve([...events, `close ${code} ${reason} ${wasClean}`]);
  }), `ws://localhost:${confabd.port}`);
  assert.deepEqual(seen, ['open', 'message hi', 'close 4001 안녕 true']);
  const { code, reason } = await confabd.event(({ event }) => event === 'left', '"left"');
  assert.deepEqual({ code, reason }, { code: 4001, reason: '안녕' });
});

test('5: a close without a code is 1005 on both sides', async (t) => {
  const confabd = await startConfabd(t);
  const page = await tutorialPage(t);
  const seen = await page.evaluate((url) => new Promise((resolve) => {
    const ws = new WebSocket(url);
    ws.onopen = () => ws.close();
    ws.onclose = ({ code, reason, wasClean }) => resolve({ code, reason, wasClean });
  }), `ws://localhost:${confabd.port}`);
  assert.deepEqual(seen, { code: 1005, reason: '', wasClean: true });
  assert.equal((await confabd.event(({ event }) => event === 'left', '"left"')).code, 1005);
});

for (const [how, wanted] of [['stop', { code: 1001, wasClean: true }], ['crash', { code: 1006, wasClean: false }]]) {
  test(`5: a ${how} of the server is close ${wanted.code}`, async (t) => {
    const confabd = await startConfabd(t);
    const page = await tutorialPage(t);
    await page.evaluate((url) => new Promise((resolve, reject) => {
      const ws = new WebSocket(url);
      ws.onopen = resolve;
      ws.onerror = reject;
      window.ending = new Promise((done) => {
        ws.onclose = ({ code, wasClean }) => done({ code, wasClean });
      });
    }), `ws://localhost:${confabd.port}`);
    const status = await confabd[how]();
    assert.deepEqual(await page.evaluate(() => window.ending), wanted);
    if (how === 'stop') {
      assert.equal(status, 0);
      assert.ok(await confabd.event(({ event }) => event === 'stopped', '"stopped"'));
    }
  });
}

test('5: a refused subprotocol is onerror and close 1006', async (t) => {
  const confabd = await startConfabd(t);
  const page = await tutorialPage(t);
  const { seen, code, wasClean } = await attempt(page, `ws://localhost:${confabd.port}`, ['unheard-of']);
  assert.deepEqual({ seen, code, wasClean }, { seen: ['error', 'close'], code: 1006, wasClean: false });
  assert.equal((await confabd.event(({ event }) => event === 'refused', '"refused"')).status, 400);
});

test('6: chatting: everyone hears everything, the sender included, and the connections are counted', async (t) => {
  const confabd = await startConfabd(t);
  const pages = [await tutorialPage(t), await tutorialPage(t), await tutorialPage(t)];
  const offers = ['chatting', 'chatting', []];
  for (const [index, page] of pages.entries()) {
    await page.evaluate(([url, protocols]) => new Promise((resolve, reject) => {
      window.heard = [];
      window.ws = new WebSocket(url, protocols);
      window.ws.binaryType = 'arraybuffer';
      window.ws.onmessage = ({ data }) => window.heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join(' '));
      window.ws.onopen = resolve;
      window.ws.onerror = reject;
    }), [`ws://localhost:${confabd.port}`, offers[index]]);
    const joined = await confabd.event(({ event, connections }) => event === 'joined' && connections === index + 1, `joined ${index + 1}`);
    assert.equal(joined.subprotocol, index < 2 ? 'chatting' : '');
  }
  assert.equal(await pages[0].evaluate(() => window.ws.protocol), 'chatting');

  const spoken = ['from the first', '둘째입니다', '1 2 255'];
  await pages[0].evaluate((text) => window.ws.send(text), spoken[0]);
  await until(pages[1], () => window.heard.length === 1);
  await pages[1].evaluate((text) => window.ws.send(text), spoken[1]);
  await until(pages[2], () => window.heard.length === 2);
  await pages[2].evaluate(() => window.ws.send(new Uint8Array([1, 2, 255])));
  for (const page of pages) {
    await until(page, () => window.heard.length >= 3);
    assert.deepEqual(await page.evaluate(() => window.heard), spoken);
  }

  for (const [index, page] of pages.entries()) {
    await page.evaluate(() => window.ws.close(1000));
    await confabd.event(({ event, connections }) => event === 'left' && connections === 2 - index, `left ${2 - index}`);
  }
});
