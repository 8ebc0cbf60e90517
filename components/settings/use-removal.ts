import type { RefObject } from 'react';
import { t } from '../../lib/i18n';
import { useToast } from '../toast';

/** Changes a list, given how it stands. */
export type EditList<T> = (of: (items: readonly T[]) => T[]) => void;

/** Takes an item off a list, says so with its text, and puts it back where it was if that is undone. */
export function useRemoval<T>({
  edit,
  most,
  input,
  keyOf,
}: {
  edit: EditList<T>;
  /** No more are kept: then nothing is put back. */
  most: number;
  /** Has the keyboard once the button that was pressed is gone. */
  input: RefObject<HTMLInputElement | null>;
  keyOf(item: T): string;
}): (item: T, at: number, text: string) => void {
  const toast = useToast();
  return (item, at, text) => {
    const isSame = (other: T) => keyOf(other) === keyOf(item);
    edit((before) => before.filter((other) => !isSame(other)));
    input.current?.focus();
    toast({
      text: t('settings_digest_removed', text),
      undo: () =>
        edit((now) =>
          now.some(isSame) || now.length >= most ? [...now] : now.toSpliced(at, 0, item),
        ),
    });
  };
}
