import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { demoBuild } from './scripts/demo/build';
import { manifest } from './scripts/manifest';

const pageLife = fileURLToPath(new URL('lib/listing/page-life.ts', import.meta.url));
const demo = demoBuild(process.env.OFFPRINT_BUILD === 'demo');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest,
  ...demo,
  vite: async (env) => ({
    ...(await demo.vite?.(env)),
    // What the manifest demands; for older targets `light-dark()` would follow the system alone.
    resolve: { alias: { 'wxt/utils/content-script-context': pageLife } },
    build: { cssTarget: ['chrome125', 'firefox140'] },
  }),
});
