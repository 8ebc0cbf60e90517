import { lazy, type ComponentType } from 'react';

/** A component whose file is loaded on its first use; what is exported keeps its name. */
export function lazily<N extends string, P>(
  load: () => Promise<Record<N, ComponentType<P>>>,
  name: N,
) {
  return lazy(async () => ({ default: (await load())[name] }));
}
