// What the browser tests share: Chromium and Firefox, and a page of their own to run code in.
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import net from 'node:net';
import { patience } from '../peers/confabd.mjs';

export { startConfabd } from '../peers/confabd.mjs';

// The npm packages live in tests/peers, which is no parent of this folder: imports would not find them.
const require = createRequire(new URL('../peers/', import.meta.url));
const { chromium } = require('playwright-core');
const puppeteer = require('puppeteer-core');

/** Chromium; `options` are further command-line options. */
export function startChromium(options = []) {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...options],
  });
}

/** Debian's Firefox over WebDriver BiDi, with the little of Playwright's interface that the tests of both browsers use. */
export async function startFirefox() {
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    protocolTimeout: 9 * patience,
  });
  return {
    newContext: () => firefox.createBrowserContext(),
    close: () => firefox.close(),
  };
}

/** The browser that the environment variable BROWSER names: chromium, if none, or firefox. */
export function startBrowser() {
  const name = process.env.BROWSER ?? 'chromium';
  const start = { chromium: startChromium, firefox: startFirefox }[name];
  if (!start)
    throw new Error(`The environment variable BROWSER is ${name}; these tests know chromium and firefox.`);
  return start();
}

/** A web server of some other project, with one empty page; it ends with the test. */
export async function startPageServer(test) {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><title>A page</title><link rel="icon" href="data:,">');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return server.address().port;
}

/** A way to a port of this computer; while `silent` is set it loses everything, and nobody is told. It ends with the test. */
export async function startNetwork(test, port) {
  const sockets = [];
  const network = { silent: false, passes: Infinity }; // so many bytes to the page
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const [from, to] of [[near, far], [far, near]]) {
      from.on('data', (bytes) => {
        const passing = to === near ? bytes.subarray(0, network.passes) : bytes;
        if (to === near)
          network.passes -= passing.length;
        if (!network.silent)
          to.write(passing);
      });
      from.on('end', () => network.silent || to.end());
      from.on('error', () => network.silent || to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.close();
    for (const socket of sockets)
      socket.destroy();
  });
  return Object.assign(network, { port: server.address().port });
}

/** A new tab at an address, in a context of its own; it closes with the test. */
export async function openPage(test, browser, address, options = {}) {
  const context = await browser.newContext(options);
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(address);
  return page;
}

/** What a WebSocket of the page goes through when it is opened and left alone: its events in order and its close. */
export function attempt(page, address, subprotocols) {
  return page.evaluate(([url, protocols]) => new Promise((resolve) => {
    const seen = [];
    const socket = protocols === null ? new WebSocket(url) : new WebSocket(url, protocols);
    socket.onopen = () => {
      seen.push('open');
      socket.close(1000);
    };
    socket.onerror = () => seen.push('error');
    socket.onclose = ({ code, reason, wasClean }) => resolve({ seen: [...seen, 'close'], code, reason, wasClean, protocol: socket.protocol });
  }), [address, subprotocols ?? null]);
}

/** Waits until the condition holds, a function without arguments that is run in the page. This is one call, which waits in the page.
    Puppeteer's waitForFunction() is five, over handles, and with Firefox it has failed without a reason it would tell. */
export function until(page, condition) {
  return page.evaluate(`(async () => {
    const end = performance.now() + ${patience};
    while (!(${condition})()) {
      if (performance.now() > end)
        throw new Error(${JSON.stringify(`Never: ${condition}`)});
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })()`);
}
