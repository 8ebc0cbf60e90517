import { browser } from 'wxt/browser';
import type { Answer, Envelope, MessageName, Payload, Reply } from './messages';

const RETRIES = 4;
const LOST = /(?:channel|port) closed|receiving end|not establish/i;

/**
 * Sends a message to the worker. One whose worker was stopped in flight is sent again: every
 * write is idempotent by its `op`.
 * @throws with the worker's own sentence when it refused or failed
 */
export async function send<N extends MessageName>(
  name: N,
  payload: Payload<N>,
): Promise<Answer<N>> {
  const envelope: Envelope<N> = { name, payload };
  for (let attempt = 0; ; attempt++) {
    try {
      const reply = (await browser.runtime.sendMessage(envelope)) as Reply<N> | undefined;
      if (reply?.ok) return reply.value;
      if (reply) throw new Refused(reply.error);
      throw new Error('channel closed');
    } catch (error) {
      const lost =
        error instanceof Error && !(error instanceof Refused) && LOST.test(error.message);
      if (!lost || attempt >= RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 3 ** attempt));
    }
  }
}

/** The worker answered, and the answer was no. */
export class Refused extends Error {}

/** A name for one act of the user: sent twice, it is done once. */
export function newOp(): string {
  return crypto.randomUUID();
}
