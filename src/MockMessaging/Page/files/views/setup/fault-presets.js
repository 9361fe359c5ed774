// Faults that are ready to switch on, and faults in words.

/** @typedef {{ name: string, label: string, hint: string, fault: any }} Preset */

const SEND = { path: '/api/v1/message/send' };
const PUSHES = { webhooks: true };

/** @type {{ label: string, presets: Preset[] }[]} */
export const PRESETS = [
  { label: 'Requests of your application', presets: [
    { name: '429-once', label: '429 once', hint: 'The next send gets 429 with Retry-After 2 s.', fault: { target: SEND, trigger: { next: 1 }, effect: { status: 429, retryAfter: 'PT2S' } } },
    { name: '500-next-3', label: '500 for the next 3', hint: 'The next three sends get 500.', fault: { target: SEND, trigger: { next: 3 }, effect: { status: 500 } } },
    { name: '1-in-5-fails', label: '1 in 5 fails', hint: 'Sends get 503 at random, the same in each run.', fault: { target: SEND, trigger: { probability: 0.2 }, effect: { status: 503 } } },
    { name: 'api-down', label: 'API down', hint: 'Every request gets 503 until you switch it off.', fault: { target: {}, trigger: { always: true }, effect: { status: 503 } } },
    { name: 'slow-3-s', label: 'Slow: 3 s', hint: 'Every response comes 3 seconds later.', fault: { target: {}, trigger: { always: true }, effect: { delay: 'PT3S' } } },
    { name: 'cut-connection', label: 'Cut connection', hint: 'The next send gets no response and is not processed.', fault: { target: SEND, trigger: { next: 1 }, effect: { reset: true } } },
    { name: 'lost-response', label: 'Lost response', hint: 'The next send is processed, but its response is lost. A retry sends twice.', fault: { target: SEND, trigger: { next: 1 }, effect: { reset: true, processed: true } } },
    { name: 'half-a-response', label: 'Half a response', hint: 'The next response breaks off in its middle.', fault: { target: {}, trigger: { next: 1 }, effect: { truncate: true } } },
  ] },
  { label: 'Pushes to your webhook', presets: [
    { name: 'duplicate-pushes', label: 'Duplicate pushes', hint: 'Every push is sent twice.', fault: { target: PUSHES, trigger: { always: true }, effect: { duplicate: 1 } } },
    { name: 'dropped-pushes', label: 'Dropped pushes', hint: 'Pushes are never sent.', fault: { target: PUSHES, trigger: { always: true }, effect: { drop: true } } },
    { name: 'every-3rd-push-lost', label: 'Every 3rd push lost', hint: 'Every third push is never sent.', fault: { target: PUSHES, trigger: { every: 3 }, effect: { drop: true } } },
    { name: 'late-pushes', label: 'Late pushes: 10 s', hint: 'Every push is sent 10 seconds later.', fault: { target: PUSHES, trigger: { always: true }, effect: { delay: 'PT10S' } } },
    { name: 'overtaken-pushes', label: 'Overtaken pushes', hint: 'A push is overtaken by the next one of the same contact.', fault: { target: PUSHES, trigger: { always: true }, effect: { reorder: true } } },
    { name: 'broken-pushes', label: 'Broken pushes', hint: 'The next 3 pushes break off in the middle of their JSON.', fault: { target: PUSHES, trigger: { next: 3 }, effect: { corrupt: true } } },
    { name: 'seconds', label: 'Timestamps in seconds', hint: 'Messages and statuses have seconds where milliseconds are usual.', fault: { target: PUSHES, trigger: { always: true }, effect: { timestampsInSeconds: true } } },
    { name: 'no-profile', label: 'No profile', hint: 'Contacts come without name, phone and e-mail.', fault: { target: PUSHES, trigger: { always: true }, effect: { withoutProfile: true } } },
    { name: 'status-before-response', label: 'Status before response', hint: 'SENT arrives before the response of the send.', fault: { target: { type: 'statuses' }, trigger: { always: true }, effect: { beforeTheAnswer: true } } },
  ] },
];

export const PRESET_NAMES = new Set(PRESETS.flatMap(group => group.presets.map(preset => preset.name)));

/** When a fault hits. @param {any} trigger */
export const triggerWords = ({ next, every, probability }) =>
  next ? (next === 1 ? 'the next one' : `the next ${next}`) : every ? `every ${every}${['th', 'st', 'nd', 'rd'][every] ?? 'th'} of` : probability ? `at random (${Math.round(probability * 1000) / 10} %) of` : 'every one of';

/** What a fault hits. @param {any} target */
export const targetWords = target => target.webhooks || target.type || target.status || target.contactId
  ? `the ${[target.status, target.type].filter(Boolean).join(' ')} pushes${target.contactId ? ` about ${target.contactId}` : ''}`.replace('  ', ' ')
  : target.media ? `the downloads of media${target.path ? ` at ${target.path}` : ''}`
  : target.path || target.method ? `${target.method ?? ''} ${target.path ?? 'requests'}`.trim() : 'all requests';

/** What a fault does. @param {any} effect */
export const effectWords = effect => [
  effect.status ? `HTTP ${effect.status}` : '', effect.retryAfter ? `Retry-After ${effect.retryAfter}` : '', effect.body && !effect.status ? 'another body' : '',
  effect.reset ? 'connection cut' : '', effect.truncate ? 'response broken off' : '', effect.processed ? 'but processed' : '',
  effect.delay ? `later by ${effect.delay}` : '', effect.duplicate ? `sent ${effect.duplicate + 1} times` : '', effect.reorder ? 'overtaken by the next' : '',
  effect.beforeTheAnswer ? 'sent before the response' : '', effect.drop ? 'never sent' : '', effect.corrupt ? 'broken off' : '',
  effect.timestampsInSeconds ? 'with timestamps in seconds' : '', effect.withoutProfile ? 'without profile' : '',
  effect.wrongSignature ? 'signed with another secret' : '',
].filter(Boolean).join(', ');

/** How long a fault goes on, in words. @param {any} fault @param {(moment: string) => string} relative */
export const leftWords = (fault, relative) => [
  fault.remaining === undefined || fault.remaining === null ? '' : `${fault.remaining} left`,
  fault.until ? `ends ${relative(fault.until)}` : '',
].filter(Boolean).join(', ');
