import { useEffect, useState } from 'react';

const AFTER_PAINT_MS = 50;

/** True once the panel stands on the screen, and what it opened without may be read. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  return painted;
}
