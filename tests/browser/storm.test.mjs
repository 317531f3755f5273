// The join page when very much arrives at once, in Chromium: what it costs is counted, not timed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, join, visit } from './joinpage.mjs';
import { startConfabd } from './support.mjs';

/** A member whose page can be made to hear messages all in one turn, and which counts how often its layout was asked for. */
async function visitWatched(t) {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...english, viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    window.WebSocket = class extends WebSocket {
      constructor(...options) {
        super(...options);
        window.hear = (message) => this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
      }
    };
    window.layouts = 0;
    for (const name of ['scrollHeight', 'scrollTop', 'clientHeight']) {
      const property = Object.getOwnPropertyDescriptor(Element.prototype, name);
      Object.defineProperty(Element.prototype, name, { ...property, get() {
        window.layouts += 1;
        return property.get.call(this);
      } });
    }
    let lastSeq = 0;
    window.hearSaid = (count, text = 'word') => {
      for (let number = 1; number <= count; ++number)
        window.hear({ type: 'said', seq: ++lastSeq, from: { id: 900, name: 'Jun' }, text: `${text} ${number}` });
    };
    window.frames = async (count) => {
      while (count--)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    };
    window.atEnd = () => {
      const { scrollHeight, scrollTop, clientHeight } = document.querySelector('#scroller');
      return scrollHeight - scrollTop - clientHeight < 2;
    };
  });
  await page.reload();
  await join(page, 'Mina');
  return page;
}

const pillHidden = (page) => page.isHidden('#newer');

test('messages that arrive together ask for no layout each, and the newest is in view', async (t) => {
  const page = await visitWatched(t);
  const layouts = await page.evaluate(() => {
    const before = window.layouts;
    window.hearSaid(1000);
    return window.layouts - before;
  });
  assert.equal(await page.locator('#log .message').count(), 1000);
  assert.equal(layouts, 0);
  assert.ok(await page.evaluate(() => window.frames(2).then(window.atEnd)));
  assert.ok(await pillHidden(page));
});

test('a full conversation stays at its end while more is said', async (t) => {
  const page = await visitWatched(t);
  const ends = await page.evaluate(async () => {
    const seen = [];
    window.hearSaid(2000, 'much to read '.repeat(9));
    for (let round = 0; round < 4; ++round) {
      window.hearSaid(40, round % 2 ? 'short' : 'long '.repeat(99));
      await window.frames(1);
      window.hearSaid(40, 'before the scroll event');
      await window.frames(2);
      seen.push(window.atEnd());
    }
    return seen;
  });
  assert.deepEqual(ends, Array(4).fill(true));
  assert.ok(await pillHidden(page));
});

test('who reads further up stays there, is told of what is new and comes back to it', async (t) => {
  const page = await visitWatched(t);
  await page.evaluate(() => {
    window.hearSaid(200);
    return window.frames(2);
  });
  await page.locator('#scroller').hover();
  await page.mouse.wheel(0, -600);
  await page.waitForFunction(() => !window.atEnd());
  await page.evaluate(() => window.frames(2));
  const reading = () => page.evaluate(() => [...document.querySelectorAll('#log .message')]
    .find((message) => message.getBoundingClientRect().top > 100).textContent);
  const before = await reading();
  await page.evaluate(() => {
    window.hearSaid(50, 'new');
    return window.frames(2);
  });
  assert.equal(await reading(), before);
  assert.equal(await pillHidden(page), false);
  await page.click('#newer');
  assert.ok(await page.evaluate(() => window.frames(2).then(window.atEnd)));
  assert.ok(await pillHidden(page));
});

test('who comes and goes is put into the list of people alone, in its place', async (t) => {
  const page = await visitWatched(t);
  const changes = await page.evaluate(() => {
    const observer = new MutationObserver(() => {});
    observer.observe(document.querySelector('#members'), { childList: true });
    for (let id = 1000; id < 1500; ++id) // two by two in the wrong order, as names may come later than connections
      window.hear({ type: 'joined', member: { id: id ^ 1, name: `Guest ${id ^ 1}` } });
    for (let id = 1000; id < 1498; ++id)
      window.hear({ type: 'left', member: { id, name: `Guest ${id}` }, code: 1001 });
    return observer.takeRecords().reduce((sum, { addedNodes, removedNodes }) => sum + addedNodes.length + removedNodes.length, 0);
  });
  assert.deepEqual(await page.locator('#members bdi').allTextContents(), ['Mina', 'Guest 1498', 'Guest 1499']);
  assert.equal(await page.textContent('#people-count'), '3');
  assert.equal(changes, 500 + 498);
});

test('who comes and goes does not push out what was said', async (t) => {
  const page = await visitWatched(t);
  await page.evaluate(() => {
    window.hearSaid(1000);
    for (let id = 1000; id < 2000; ++id) {
      window.hear({ type: 'joined', member: { id, name: `Guest ${id}` } });
      window.hear({ type: 'left', member: { id, name: `Guest ${id}` }, code: 1001 });
    }
  });
  assert.equal(await page.locator('#log .message').count(), 1000);
  assert.equal(await page.textContent('#log .notice >> nth=0'), 'You are in as Mina');
  assert.deepEqual((await page.locator('#log .notice').allTextContents()).slice(-200).filter((_, index) => index % 199 === 0), ['Guest 1900 joined', 'Guest 1999 left']);
  assert.equal(await page.locator('#log .notice').count(), 1 + 200);
});
