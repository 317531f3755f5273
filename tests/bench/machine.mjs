// When and where figures were taken.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

const firstLine = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n', 1)[0];
  } catch {
    return 'unknown';
  }
};

export function machine(rounds) {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const lines = [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${firstLine('git', 'rev-parse', '--short', 'HEAD')}, ${rounds} rounds`,
    `- ${cpus().length} × ${cpus()[0].model}, ${gibibytes} GiB, load ${loadavg()[0].toFixed(2)} at the end`,
    `- Linux ${release()}, ${firstLine('c++', '--version')}, Qt ${firstLine('qmake6', '-query', 'QT_VERSION')}, Node.js ${process.version}`,
  ];
  return lines.join('\n');
}
