import type { InlineConfig } from 'wxt';
import { demo } from '../../lib/sites/demo';

/**
 * What sets the demo build apart: a folder of its own, and the demo listing among its sites. Every
 * other build leaves the demo's entrypoint out, and with it all of its code.
 */
export function demoBuild(isDemo: boolean): InlineConfig {
  return {
    ...(isDemo ? { outDir: '.output/demo' } : {}),
    vite: () => ({ define: { 'import.meta.env.OFFPRINT_DEMO': JSON.stringify(isDemo) } }),
    hooks: {
      'entrypoints:found': (_wxt, found) => {
        const at = found.findIndex((entrypoint) => entrypoint.name === 'demo');
        if (!isDemo && at >= 0) found.splice(at, 1);
      },
      'build:manifestGenerated': (_wxt, manifest) => {
        if (isDemo) manifest.host_permissions?.push(...demo.origins);
      },
    },
  };
}
