import type { Answer, Payload, ZoteroAnswer } from '../messages';
import { request, type Answered } from './request';
import type { Worker } from './worker';

/** Where a Zotero that runs listens to browsers; it never leaves the machine. */
const CONNECTOR = 'http://127.0.0.1:23119/connector';

/**
 * Zotero closes the connection on a browser that does not name the version of the interface, and
 * refuses one it takes for outdated (zotero/zotero, `server.js` and `server_connector.js`).
 */
const HEADERS = { 'x-zotero-connector-api-version': '3' };

/** Asks whether Zotero runs, by its own `ping`. */
export async function askZotero(worker: Worker): Promise<Answer<'askZotero'>> {
  const answered = await ask(worker, 'ping');
  return answered.ok && /zotero/i.test(answered.text) ? 'done' : 'absent';
}

/** Saves items in the collection that is open in Zotero; a session it knows was saved before. */
export async function sendToZotero(
  worker: Worker,
  { session, items }: Payload<'sendToZotero'>,
): Promise<ZoteroAnswer> {
  const uri = items.find(({ url }) => url)?.url ?? 'https://arxiv.org/';
  const answered = await ask(
    worker,
    'saveItems',
    JSON.stringify({ sessionID: session, uri, items }),
  );
  if (answered.ok || answered.result === '409') return 'done';
  if (answered.result === '400') return 'outdated';
  if (answered.result === '500') return 'refused';
  return answered.result === 'network' ? 'absent' : 'failed';
}

function ask(worker: Worker, path: string, body?: string): Promise<Answered> {
  return request(worker, {
    url: `${CONNECTOR}/${path}`,
    why: 'zotero',
    accept: '*/*',
    headers: HEADERS,
    ...(body === undefined ? {} : { body }),
  });
}
