// Which processors a server and the generator run on.
import { readFileSync } from 'node:fs';

/** What a command has to be run under to stay on one processor: the same one for all that are, and one that we may use. */
export function onOneProcessor() {
  const [, first] = readFileSync('/proc/self/status', 'utf8').match(/^Cpus_allowed_list:\s*(\d+)/m);
  return ['taskset', '--cpu-list', first];
}
