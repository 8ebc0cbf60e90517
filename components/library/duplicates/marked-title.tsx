import type { TitlePart } from '../../../lib/duplicates/differing-words';

/** A title whose words that the other one lacks are marked. */
export function MarkedTitle({ parts }: { parts: readonly TitlePart[] }) {
  return parts.map(({ text, differs }, i) =>
    differs ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
  );
}
