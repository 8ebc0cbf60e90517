import type { TextRange } from '../lib/search/highlight';

/** Finds what is to be marked in a text: ranges in order, none within another. */
export type Mark = (text: string) => readonly TextRange[];

/** `text` with its marked ranges; text nodes only, whatever the text holds. */
export function Highlight({ text, mark }: { text: string; mark: Mark | undefined }) {
  const ranges = mark?.(text);
  if (!ranges?.length) return text;
  return (
    <>
      {ranges.map(({ start, end }, i) => (
        <span key={start}>
          {text.slice(ranges[i - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)!.end)}
    </>
  );
}
