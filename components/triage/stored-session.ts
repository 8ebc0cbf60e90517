import { begin, type Session } from '../../lib/triage/session';

// A sitting lasts as long as its tab; its name stands in the entry of the history, so that a reload
// and Back go on with it, and a link begins anew.
const PREFIX = 'triage ';
const LIST = ' list';

/** A sitting, and the name it is kept under. */
export interface StoredSession {
  name: string;
  session: Session;
}

/** The sitting that this entry of the history belongs to, where there is one. */
export function storedSession(): StoredSession | undefined {
  const state = history.state as { triage?: unknown } | null;
  if (typeof state?.triage !== 'string') return undefined;
  const name = state.triage;
  const list = sessionStorage.getItem(PREFIX + name + LIST);
  const rest = sessionStorage.getItem(PREFIX + name);
  if (list === null || rest === null) return undefined;
  const ids = list ? list.split(',') : [];
  return { name, session: { ...(JSON.parse(rest) as Session), ids } };
}

/** Begins a sitting over `ids`; the one before in this tab is forgotten. */
export function beginStored(ids: readonly string[]): StoredSession {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  const name = crypto.randomUUID();
  const session = begin(ids);
  history.replaceState({ triage: name }, '');
  keep(PREFIX + name + LIST, ids.join());
  keepSession(name, session);
  return { name, session };
}

/** Keeps what was done; the list itself, which may be long, was kept when it began. */
export function keepSession(name: string, session: Session): void {
  keep(PREFIX + name, JSON.stringify({ ...session, ids: [] }));
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Too long a list: a reload begins anew, without the papers that were decided on.
  }
}
