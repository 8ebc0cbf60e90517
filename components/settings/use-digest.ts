import { useEffect, useRef } from 'react';
import type { DigestSettings } from '../../lib/digest/digest-settings';
import type { SettingsProps } from './settings-props';

/** Changes what is set for the digest, given how it stands. */
export type EditDigest = (edit: (digest: DigestSettings) => Partial<DigestSettings>) => void;

/** Edits of the digest's settings; a second one builds on the first before that was stored. */
export function useDigest({ settings: { digest }, change }: SettingsProps): EditDigest {
  const latest = useRef(digest);
  useEffect(() => {
    latest.current = digest;
  }, [digest]);
  return (edit) => {
    latest.current = { ...latest.current, ...edit(latest.current) };
    change({ digest: latest.current });
  };
}
