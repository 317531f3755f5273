// What is measured, and the bars that confabd has to meet: ratios to another server within one round.
// "In flight" is a message until every member has it.
const processor = { unit: 'µs', of: (figures) => (figures.serverSeconds / figures.deliveries) * 1e6 };
const rate = { unit: '/s', of: (figures) => figures.deliveries / figures.seconds };
const p99 = { unit: 'µs', of: (figures) => figures.p99 };
const perHandshake = { unit: 'µs', of: (figures) => (figures.serverSeconds / figures.members) * 1e6 };
const memory = { unit: 'KiB', of: (figures) => figures.residentGrowth / figures.members };

const everyone = ['confabd', 'floor', 'ws', 'websocket', 'textbook'];
const upTo = (factor, of) => ({ factor, of });

const room = (title, options, bars, more = {}) => ({
  name: `${more.name ?? 'broadcast'}-${options.members}-${options.size}-${options['in-flight'] ?? 1}`,
  title,
  servers: everyone,
  options: { spin: true, 'warm-up': 0.2, seconds: 1, ...options },
  figures: [{ title: 'CPU per delivery', ...processor, bars }],
  ...more.with,
});
const echo = (title, options, bars, more = {}) => ({
  ...room(title, { members: 1, path: '/echo', ...options }, bars, { name: options.script ? 'echo-hangul' : 'echo' }),
  ...more,
});
// Unmasking is most of what ws does with a long message.
const withAddon = { servers: [...everyone, 'wsAddon'] };

/**
 * The same with server and generator on one processor, so that neither waits for memory that the other's processor has in its
 * caches. The generator must sleep then: what it waits for needs the processor.
 */
const onOneProcessor = ({ options: { spin, ...options }, ...workload }) => ({
  ...workload,
  name: `${workload.name}-one-processor`,
  title: `${workload.title}, on one processor`,
  servers: workload.servers.filter((name) => ['confabd', 'wsAddon', ...workload.figures[0].bars.map(({ of }) => of)].includes(name)),
  options,
  onOneProcessor: true,
});

const saturated = [upTo(1.3, 'floor'), upTo(0.03, 'ws'), upTo(0.03, 'websocket')];

const deliveries = [
  room('broadcast 32 B, 100 members, 16 in flight', { members: 100, size: 32, 'in-flight': 16 }, saturated),
  room('broadcast 32 B, 1000 members, 16 in flight', { members: 1000, size: 32, 'in-flight': 16 }, saturated),
  room('broadcast 1 KiB, 1000 members, 16 in flight', { members: 1000, size: 1024, 'in-flight': 16 },
    [upTo(1.3, 'floor'), upTo(0.06, 'ws')]),
  ...[100, 1000, 5000].map((members) =>
    room(`single messages 32 B, ${members} members`, { members, size: 32 }, [upTo(1.15, 'floor')], { name: 'single' })),
  room('64 KiB to 100 members', { members: 100, size: 65536 }, [upTo(1.2, 'floor')], { name: 'single' }),
  echo('echo 64 B, 1 in flight', { size: 64 }, [upTo(1.3, 'floor')]),
  echo('echo 64 B, 16 in flight', { size: 64, 'in-flight': 16 }, [upTo(1.3, 'floor')]),
  echo('echo 64 KiB ASCII text', { size: 65536 }, [upTo(1.4, 'floor'), upTo(0.3, 'ws')], withAddon),
  echo('echo 64 KiB Korean text', { size: 65536, script: 'hangul' }, [], withAddon),
];

export const workloads = [
  ...deliveries,
  ...deliveries.filter(({ figures }) => figures[0].bars.some(({ of }) => of !== 'floor')).map(onOneProcessor),
  {
    name: 'paced-1000-32',
    title: '40 messages/s of 32 B to 1000 members',
    servers: everyone,
    options: { spin: true, members: 1000, size: 32, rate: 40, 'warm-up': 0.2, seconds: 2 },
    figures: [{ title: 'p99', ...p99, bars: [upTo(1.3, 'floor')] }, { title: 'CPU per delivery', ...processor }],
  },
  {
    name: 'handshakes-5000',
    title: '5000 opening handshakes',
    servers: everyone,
    options: { workload: 'handshakes', members: 5000 },
    figures: [
      { title: 'CPU per handshake', ...perHandshake, bars: [upTo(4, 'floor'), upTo(0.4, 'ws')] },
      { title: 'memory per idle connection', ...memory, bars: [upTo(3, 'KiB'), upTo(0.4, 'ws')] },
    ],
  },
  {
    name: 'threads-5000-32',
    title: 'single messages 32 B, 5000 members, two network threads against one',
    servers: ['threads2', 'confabd'],
    // Who reads 5000 members needs a core of its own; so the last few read, and all others when that is over.
    options: { members: 5000, size: 32, messages: 150, witnesses: 16 },
    figures: [
      { title: 'deliveries', ...rate, bars: [{ atLeast: 1.5, of: 'confabd' }] },
      { title: 'CPU per delivery', ...processor },
    ],
  },
  {
    name: 'tls-100-1024',
    title: 'TLS: broadcast 1 KiB, 100 members, 16 in flight',
    servers: ['confabdTls', 'wsTls'],
    options: { spin: true, members: 100, size: 1024, 'in-flight': 16, tls: true, 'warm-up': 0.3, seconds: 1 },
    figures: [{ title: 'CPU per delivery', ...processor, bars: [upTo(0.5, 'wsTls')] }],
  },
  ...[
    ['log-100-32', 'broadcast 32 B, 100 members, 16 in flight', { members: 100, size: 32 }, [{ atLeast: 0.85, of: 'unlogged' }]],
    // Two records for each delivery.
    ['log-echo-64-1', 'echo 64 B, 1 in flight', { members: 1, path: '/echo', size: 64, 'in-flight': 1 }, [{ atLeast: 0.85, of: 'unlogged' }]],
    ['log-echo-64', 'echo 64 B, 16 in flight', { members: 1, path: '/echo', size: 64 }, [{ atLeast: 0.85, of: 'unlogged' }]],
  ].map(([name, title, options, bars]) => ({
    name,
    title: `the traffic log's price: ${title}`,
    servers: ['logged', 'unlogged'],
    options: { spin: true, 'in-flight': 16, 'warm-up': 0.3, seconds: 1, ...options },
    figures: [
      { title: 'deliveries', ...rate, bars },
      { title: 'CPU per delivery', ...processor },
    ],
  })),
  // Which is for each message: the fewer hear it, the more that is.
  ...[[100, []], [1000, [{ atLeast: 0.85, of: 'confabd' }]]].map(([members, bars]) => ({
    name: `history-${members}-32`,
    title: `the history's price: broadcast 32 B, ${members} members, 16 in flight`,
    servers: ['history', 'confabd'],
    options: { spin: true, members, size: 32, 'in-flight': 16, 'warm-up': 0.3, seconds: 1 },
    figures: [
      { title: 'deliveries', ...rate, bars },
      { title: 'CPU per delivery', ...processor },
    ],
  })),
  {
    name: 'idle-1000',
    title: '1000 silent members, with keep-alive pings on',
    servers: ['confabd'],
    rounds: 1,
    options: { workload: 'idle', members: 1000, 'warm-up': 1, seconds: 40 },
    figures: [
      { title: 'of one core', unit: '%', of: (figures) => (figures.serverSeconds / figures.seconds) * 100, bars: [upTo(0.5, '%')] },
      { title: 'pings', unit: '', of: (figures) => figures.pings },
    ],
  },
];
