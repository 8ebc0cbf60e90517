import type { Browser } from 'wxt/browser';
import { t } from '../i18n';
import { messageSchemas } from '../message-schema';
import type { Answer, Envelope, MessageName, Payload, Reply } from '../messages';
import { siteFor } from '../sites/site-for';
import type { Worker } from './worker';

export type Sender = Browser.runtime.MessageSender;

/** One message, handled: who may send it, and what it does. */
export type Handlers = {
  [N in MessageName]: {
    /** `listing`: content scripts too; `page`: only our own pages. */
    from: 'listing' | 'page';
    run(worker: Worker, payload: Payload<N>, sender: Sender): Promise<Answer<N>>;
  };
};

/**
 * Checks who speaks and what was said, then runs the handler. Never throws: what went wrong comes
 * back as a sentence.
 */
export async function receive(
  worker: Worker,
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  origin: string,
): Promise<Reply<MessageName>> {
  try {
    const { name, payload } = envelope(message);
    const handler = handlers[name];
    const speaker = whoSpeaks(worker, sender, origin);
    if (!speaker || (speaker === 'listing' && handler.from === 'page'))
      return refuse(`"${name}" may not be sent from there; nothing was changed.`);
    const parsed = messageSchemas[name].safeParse(payload);
    if (!parsed.success)
      return refuse(`"${name}" came in a form that is not understood; nothing was changed.`);
    const run = handler.run as (w: Worker, p: unknown, s: Sender) => Promise<Answer<MessageName>>;
    return { ok: true, value: await run(worker, parsed.data, sender) };
  } catch (error) {
    return refuse(inWords(error));
  }
}

function envelope(message: unknown): Envelope {
  const { name, payload } = (message ?? {}) as Envelope;
  if (typeof name !== 'string' || !Object.hasOwn(messageSchemas, name))
    throw new Error('There is no such message; nothing was changed.');
  return { name, payload };
}

/** From the browser's own word, never the message's: one of our pages, a listing, or nobody. */
export function whoSpeaks(
  worker: Worker,
  sender: Sender,
  origin: string,
): 'page' | 'listing' | undefined {
  const url = sender.url ?? '';
  if (url.startsWith(origin)) return 'page';
  if (!sender.tab || sender.tab.incognito || (sender.frameId ?? 0) !== 0) return undefined;
  return siteFor(worker.sites, url) ? 'listing' : undefined;
}

function refuse(error: string): Reply<MessageName> {
  return { ok: false, error };
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /quota/i.test(error.name + error.message) ? t('error_quota') : error.message;
}
