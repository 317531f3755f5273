// Our client and our server in the stand-in suite; the environment variables ECHO_CLIENT and CONFABD name the programs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { startConfabd } from '../peers/confabd.mjs';
import { cases, runAgainst, startStandin } from './standin.mjs';

const failed = (verdicts) => [...verdicts].filter(([, problem]) => problem !== null);

async function runClient(url, agent) {
  const program = process.env.ECHO_CLIENT;
  assert.ok(program, 'Set the environment variable ECHO_CLIENT to the path of conformance-echo-client.');
  const child = spawn(program, [url, agent], { stdio: ['ignore', 'ignore', 'inherit'] });
  return (await once(child, 'exit'))[0];
}

test('the client passes every case', async (context) => {
  const { url, report, http } = await startStandin();
  context.after(() => http.close());
  const reported = once(http, 'report');
  assert.equal(await runClient(url, 'Confab & co'), 0);
  assert.equal((await reported)[0], 'Confab & co');
  const verdicts = report.get('Confab & co');
  assert.deepEqual([...verdicts.keys()], cases.map(([name]) => name));
  assert.deepEqual(failed(verdicts), []);
});

test('the server passes every case', async (context) => {
  const confabd = await startConfabd(context);
  const verdicts = await runAgainst(`ws://127.0.0.1:${confabd.port}/echo`);
  assert.deepEqual([...verdicts.keys()], cases.map(([name]) => name));
  assert.deepEqual(failed(verdicts), []);
});

test('each case has a name of its own', () => {
  assert.equal(new Set(cases.map(([name]) => name)).size, cases.length);
});

test('without a suite the client says so', async (context) => {
  const { url, http } = await startStandin();
  context.after(() => http.close());
  assert.equal(await runClient(`${url}/nowhere`, 'x'), 1);
});
