// Our client, driven through the stand-in suite by the program that the environment variable ECHO_CLIENT names.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { cases, startStandin } from './standin.mjs';

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
  assert.deepEqual([...verdicts].filter(([, problem]) => problem !== null), []);
});

test('without a suite the client says so', async (context) => {
  const { url, http } = await startStandin();
  context.after(() => http.close());
  assert.equal(await runClient(`${url}/nowhere`, 'x'), 1);
});
