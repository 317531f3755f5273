// Where things are on the join page, in Chromium: nothing lies over what somebody has to see or press.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, hears, join, korean, phone, say, visit } from './joinpage.mjs';
import { startConfabd } from './support.mjs';

const box = (page, selector) => page.locator(selector).boundingBox();
const bottom = ({ y, height }) => y + height;

/** Another member of the same room, which lives in the page, but is not the page's own. */
const another = (page, ...messages) => page.evaluate(([address, texts]) => new Promise((resolve) => {
  const socket = new WebSocket(address, ['confab.v1']);
  socket.onopen = () => {
    for (const text of texts)
      socket.send(JSON.stringify(text));
    window.others = [...window.others ?? [], socket];
    resolve();
  };
}), [page.url().replace('http', 'ws'), messages]);
const hello = (name) => ({ type: 'hello', name });
const saying = (text) => ({ type: 'say', text });

test('the pill for new messages lies over the conversation alone', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...phone, ...english });
  await join(page, 'Mina');
  await say(page, 'up here\n'.repeat(80));
  await hears(page, 'up here');
  await page.evaluate(async () => {
    document.querySelector('#scroller').scrollTo(0, 0);
    for (let frame = 0; frame < 2; ++frame) // a page is told of it with a frame
      await new Promise(requestAnimationFrame);
  });
  await another(page, hello('Jun'), saying('new'));
  await page.locator('#newer').waitFor();

  const conversation = await box(page, '#scroller');
  await page.fill('#text', 'one\ntwo\nthree\nfour\nfive');
  for (const below of ['#composer', '#trouble']) {
    if (below === '#trouble')
      await confabd.stop();
    const [pill, scroller, next] = [await box(page, '#newer'), await box(page, '#scroller'), await page.locator(below).boundingBox()];
    assert.ok(bottom(scroller) < bottom(conversation), `${below} takes room`);
    assert.ok(bottom(pill) <= next.y && bottom(pill) <= bottom(scroller), `above ${below}: ${bottom(pill)}, ${next.y}`);
    assert.ok(pill.y > scroller.y + scroller.height / 2, 'at the end');
    assert.ok(Math.abs(pill.x + pill.width / 2 - 195) < 1, 'in the middle');
    assert.ok(Math.abs(bottom(scroller) - next.y) < 1, 'and takes no room of its own');
  }
});

for (const [width, height] of [[667, 375], [740, 360], [568, 320]]) {
  test(`on a phone that lies on its side (${width} × ${height}) everyone in the room can be seen`, async (t) => {
    const confabd = await startConfabd(t);
    const page = await visit(t, confabd, { ...phone, ...korean, viewport: { width, height } });
    await join(page, '소라');
    await another(page, hello('Mina'));
    await another(page, hello('Jun'));
    await page.waitForFunction(() => document.querySelectorAll('#members li').length === 3);
    await page.click('#people-button');
    const [people, members] = [await box(page, '#people'), await box(page, '#members')];
    assert.ok(members.height >= 3 * 36, `the list is ${members.height} pixels high`);
    assert.equal(people.height, height);
    await page.locator('#leave').scrollIntoViewIfNeeded();
    const leave = await box(page, '#leave');
    assert.ok(leave.y >= 0 && bottom(leave) <= height, 'the end of the panel can be reached');
  });
}

test('stacked marks stay in the place of who wrote them, and nothing else is cut off', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...english, viewport: { width: 800, height: 900 } });
  await join(page, 'Mina');
  const stack = `a${'\u0300'.repeat(30)}`; // marks that these fonts put on top of each other
  await say(page, 'read me\n'.repeat(30));
  await another(page, hello(`Q${stack}`), saying(`Z${stack}`));
  await page.locator('#log .bubble', { hasText: 'Z' }).waitFor();

  const picture = async () => page.screenshot({ clip: await box(page, '#scroller') });
  // What is painted elsewhere is the same whether the marks are painted or not.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div id="cover"></div>'));
  const painted = async (element, visible) => {
    await element.evaluate((node, how) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const cover = document.querySelector('#cover');
      Object.assign(cover.style, { position: 'fixed', left: `${left - 1}px`, top: `${top - 1}px`, width: `${width + 2}px`, height: `${height + 2}px`, background: '#888', zIndex: 9 });
      node.style.visibility = how;
    }, visible ? '' : 'hidden');
    return picture();
  };
  const astray = [];
  for (const [what, element] of Object.entries({
    bubble: page.locator('#log .bubble', { hasText: 'Z' }),
    name: page.locator('#log .who .name', { hasText: 'Q' }),
    notice: page.locator('#log .notice', { hasText: 'joined' }),
  })) {
    const [one, other] = [await painted(element, true), await painted(element, false)];
    await element.evaluate((node) => { node.style.visibility = ''; });
    if (!one.equals(other))
      astray.push(what);
  }
  assert.deepEqual(astray, [], 'drawn where they have no place');

  await page.evaluate(() => document.querySelector('#cover').remove());
  await another(page, hello('Jgpyﾊ 힣😀ÅỆ'), saying('JgpqyJ ÅỆ 힣값뷁 😀🎉 ÇŞ ไทย'));
  await hears(page, '힣값뷁');
  const cut = await picture();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.message:last-child :is(.bubble, .name), .notice:nth-last-child(2)'))
      element.style.overflow = 'visible';
  });
  assert.ok(cut.equals(await picture()), 'a usual text is cut off');
});

test('where it is narrow, the close code can be read beside the languages', async (t) => {
  const confabd = await startConfabd(t);
  const page = await visit(t, confabd, { ...phone, ...korean, viewport: { width: 320, height: 640 } });
  await join(page, '소라');
  await confabd.stop();
  await page.waitForFunction(() => document.querySelector('#lamp-word').textContent.startsWith('CLOSED '));
  const [word, languages] = [await box(page, '#lamp-word'), await box(page, '.languages')];
  assert.ok(word.x + word.width <= languages.x, `${word.x + word.width}, ${languages.x}`);
});
