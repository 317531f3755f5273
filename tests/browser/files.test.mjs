// Files in the join page, in Chromium, against a real confabd.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assertQuiet, english, hears, join, korean, lamp, opened, say, visit } from './joinpage.mjs';
import { startConfabd } from './support.mjs';

test('a file and a picture go across', async (t) => {
  const confabd = await startConfabd(t);
  const from = await visit(t, confabd);
  const to = await visit(t, confabd, korean);
  await join(from, 'Mina');
  await join(to, '소라');

  // Markup in a file is offered for saving and never shown.
  const page = Buffer.from('<!DOCTYPE html><script>window.opener.broken = 1</script>'.padEnd(300_000, ' '));
  await from.setInputFiles('#file', { name: 'notes.html', mimeType: 'text/html', buffer: page });
  assert.equal(await from.textContent('#attachment-name'), 'notes.html');
  await from.click('#send');
  const link = to.locator('#log a.file').first();
  const [download] = await Promise.all([to.waitForEvent('download'), link.click()]);
  assert.ok(page.equals(await readFile(await download.path())));
  assert.match(download.suggestedFilename(), /\.bin$/);
  await from.locator('#log .own .file-name', { hasText: 'notes.html' }).waitFor();

  const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await to.setInputFiles('#file', { name: 'dot.png', mimeType: 'image/png', buffer: dot });
  await to.click('#send');
  const picture = from.locator('#log img.picture');
  await picture.waitFor();
  await from.waitForFunction(() => document.querySelector('#log img.picture').naturalWidth === 1);
  assert.ok(await picture.getAttribute('alt'));
  assert.equal(await from.locator('#pending li').count() + await to.locator('#pending li').count(), 0);
  assertQuiet(from, confabd);
  assertQuiet(to, confabd);
});

test('cells of a table are pasted as text, a picture alone as a picture', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (html, text) => {
    await page.evaluate(async (texts) => {
      const picture = await new Promise((resolve) => document.createElement('canvas').toBlob(resolve));
      const forms = texts.filter(([, content]) => content).map(([type, content]) => [type, new Blob([content], { type })]);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture, ...Object.fromEntries(forms) })]);
    }, [['text/html', html], ['text/plain', text]]);
    await page.fill('#text', '');
    await page.press('#text', 'Control+V');
  };
  await paste('<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb'); // as spreadsheets copy them
  await page.waitForFunction(() => document.querySelector('#text').value || !document.querySelector('#attachment').hidden);
  assert.equal(await page.inputValue('#text'), 'a\tb');
  assert.ok(await page.isHidden('#attachment'));

  await paste('<img src="elsewhere.png">', ''); // as browsers copy them
  await page.locator('#attachment').waitFor();
  assert.match(await page.textContent('#attachment-name'), /\.png$/);
  assertQuiet(page, confabd);
});

test('a text is not taken for what its first letters may stand for', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  const kinds = await page.evaluate(async () => {
    const { kindOf } = await import('/assets/binary.js');
    const kind = (head) => Object.values(kindOf(Uint8Array.from(head, (letter) => letter.charCodeAt()).buffer)).join(' ');
    return Object.fromEntries([
      'BMW is a maker of cars, and no picture', 'BM', 'GIF8 is not how one begins', 'ID3 is a tag', 'OggS in a text', '0123WEBP and more', '',
      'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0', 'BM\x46\0\0\0\0\0\0\0\x8a\0\0\0\x7c\0\0\0', 'GIF89a', 'RIFF\x1a\0\0\0WEBPVP8 ', 'RIFF\x1a\n\0\0WAVE',
      '\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe0', '\0\0\0\x1cftypavif', '\0\0\0\x1cftypheic', '\0\0\0\x1cftypisom', '%PDF-1.7', 'PK\x03\x04', '\x1f\x8b\x08', 'ID3\x03', 'OggS\0',
    ].map((head) => [head, kind(head)]));
  });
  assert.deepEqual(Object.values(kinds), [...Array(7).fill('bin '), 'bmp image/bmp', 'bmp image/bmp', 'gif image/gif', 'webp image/webp', 'wav ',
    'png image/png', 'jpg image/jpeg', 'avif image/avif', 'heic ', 'mp4 ', 'pdf ', 'zip ', 'gz ', 'mp3 ', 'ogg ']);
});

test('a file keeps the name under which it was sent, with a dot or without', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  for (const name of ['README', 'notes.txt']) {
    await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from('words') });
    await page.click('#send');
    await page.locator('#log .file-name', { hasText: name }).waitFor();
  }
  assert.deepEqual(await page.locator('#log .file').evaluateAll((links) => links.map(({ download }) => download)), ['README', 'notes.txt']);
});

test('files of 256 MiB in all are kept on the page, the newest of them', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  const [kept, revoked] = await page.evaluate(async () => {
    const { Conversation } = await import('/assets/conversation.js');
    const conversation = new Conversation();
    const addresses = [];
    URL.revokeObjectURL = (address) => address && addresses.push(address);
    const files = () => [...document.querySelectorAll('#log .file')];
    const show = (seq, byteLength) => conversation.said({ seq, from: { id: 1, name: 'Jun' } }, false, { byteLength }); // as if it had so many
    for (let seq = 1; seq <= 4; ++seq)
      show(seq, 2 ** 26);
    const [oldest] = files();
    show(5, 1);
    const names = [files().map(({ download }) => download)];
    show(6, 2 ** 29);
    conversation.notice('rejoined');
    names.push(files().map(({ download }) => download));
    names.push(document.querySelectorAll('#log .notice').length);
    return [names, [addresses[0] === oldest.href, addresses.length]];
  });
  assert.deepEqual(kept, [['confab-2.bin', 'confab-3.bin', 'confab-4.bin', 'confab-5.bin'], ['confab-6.bin'], 1]);
  assert.deepEqual(revoked, [true, 5]);
});

test('a file that is too large says so for good and is not offered again; what else was lost is', async (t) => {
  const confabd = await startConfabd(t, { options: ['--max-message', '100000'] });
  const page = await visit(t, confabd, english);
  await join(page, 'Mina');
  await page.setInputFiles('#file', { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(200_000) });
  await page.evaluate(() => { // both are sent before the host can answer
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (message) {
      send.call(this, message);
      if (typeof message === 'string')
        return;
      WebSocket.prototype.send = send;
      queueMicrotask(() => {
        document.querySelector('#text').value = 'right behind it';
        document.querySelector('#composer').requestSubmit();
      });
    };
  });
  await page.click('#send');
  await page.locator('#log .notice', { hasText: 'larger than the host accepts' }).waitFor();
  await page.locator('#log .notice', { hasText: 'Connected again' }).waitFor();
  assert.equal(await lamp(page), 'OPEN');
  assert.ok(await page.isVisible('#log .notice:has-text("larger than the host accepts. Send a smaller file.")'));

  const [film, text] = [page.locator('#pending li', { hasText: 'film.mp4' }), page.locator('#pending li', { hasText: 'right behind it' })];
  assert.equal(await film.locator('.state').textContent(), 'Larger than the host accepts');
  assert.deepEqual(await film.locator('button').allTextContents(), ['Dismiss']);
  await page.click('.languages [lang=ko]');
  assert.equal(await film.locator('.state').textContent(), '진행자가 허용한 크기보다 큽니다');
  await film.locator('button').click();
  assert.equal(await film.count(), 0);

  assert.deepEqual(await text.locator('button').allTextContents(), ['다시 보내기', '지우기']);
  await text.locator('button').first().click();
  await hears(page, 'right behind it');
  assert.equal(await page.locator('#pending li').count(), 0);
});

test('what may be lost can be dismissed while there is no connection', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await page.evaluate(() => { WebSocket.prototype.send = () => {}; });
  await say(page, 'lost');
  await page.locator('#pending li').waitFor();
  await confabd.crash();
  await page.locator('#trouble').waitFor();
  assert.ok(await page.isHidden('#pending button >> text=Send again'));
  await page.click('#pending button >> text=Dismiss');
  assert.equal(await page.locator('#pending li').count(), 0);
});

test('the bytes of what was perhaps lost go with the box that shows it', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd);
  await join(page, 'Mina');
  await page.evaluate(() => {
    const { send } = WebSocket.prototype;
    window.sent = [];
    WebSocket.prototype.send = function (message) {
      if (message instanceof ArrayBuffer) {
        window.sent.push(new WeakRef(message));
        this.onmessage = null;
      }
      if (message.byteLength !== 1 && message.byteLength !== 2) // those never arrive
        send.call(this, message);
      window.lose = () => {
        WebSocket.prototype.send = send;
        this.close(4000); // which the page did not ask for
      };
    };
  });
  const lost = (name) => page.locator('#pending li', { hasText: name });
  for (const [index, name] of ['dismissed', 'sent again', 'arrived'].entries()) {
    await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.alloc(index + 1) });
    await page.click('#send');
    await lost(name).waitFor();
  }
  await page.evaluate(() => window.lose());
  await page.locator('#trouble').waitFor();
  assert.equal(await page.locator('#pending li.failed').count(), 3);
  await page.click('#rejoin');
  await page.locator('#log .file').waitFor();
  await lost('dismissed').locator('button', { hasText: 'Dismiss' }).click();
  await lost('sent again').locator('button', { hasText: 'Send again' }).click();
  await page.locator('#log .file').nth(1).waitFor();
  assert.equal(await page.locator('#pending li').count(), 0);

  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  assert.deepEqual(await page.evaluate(() => window.sent.map((bytes) => bytes.deref()?.byteLength)), Array(3).fill(undefined));
});
