// What the tests of the join page share: Chromium, and what a member does in the page.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { openPage, startChromium } from './support.mjs';

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
export const english = { locale: 'en-US' };
export const korean = { locale: 'ko-KR' };

let browser;
before(async () => { browser = await startChromium(); });
after(() => browser.close());

/** A join page whose every complaint, request and answer is noted. */
export async function visit(t, confabd, options = english, path = '/') {
  const page = await openPage(t, browser, 'about:blank', options);
  page.complaints = [];
  page.requested = [];
  page.answers = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => page.requested.push(request.url()));
  page.on('response', (response) => page.answers.push(response));
  page.on('websocket', (socket) => page.requested.push(socket.url()));
  await page.goto(`http://localhost:${confabd.port}${path}`);
  return page;
}

export async function join(page, name) {
  await page.fill('#name', name);
  await page.click('#door-form button');
  await opened(page);
}

export const opened = (page) => page.waitForFunction(() => !document.querySelector('#send').disabled);
export const lamp = (page) => page.textContent('#lamp-word');
export const said = (page) => page.locator('#log .bubble').allTextContents();

export async function say(page, text) {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
}

export async function hears(page, text) {
  await page.locator('#log .bubble', { hasText: text }).first().waitFor();
}

/** Nothing went wrong and nobody else was asked for anything. */
export function assertQuiet(page, confabd) {
  assert.deepEqual(page.complaints, []);
  const elsewhere = page.requested.filter((address) => !/^(blob|data):/.test(address) && new URL(address).host !== `localhost:${confabd.port}`);
  assert.deepEqual(elsewhere, []);
}
