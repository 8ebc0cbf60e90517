import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { demoBuild } from './scripts/demo/build';
import { manifest } from './scripts/manifest';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pageLife = inProject('lib/listing/page-life.ts');
const demo = demoBuild(process.env.OFFPRINT_BUILD === 'demo');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest,
  ...demo,
  hooks: {
    ...demo.hooks,
    // Settings link to them; as text, since browsers download what they do not show.
    'build:publicAssets': (_wxt, files) => {
      files.push({ absoluteSrc: inProject('README.md'), relativeDest: 'README.txt' });
      files.push({ absoluteSrc: inProject('LICENSE'), relativeDest: 'LICENSE.txt' });
    },
  },
  vite: async (env) => ({
    ...(await demo.vite?.(env)),
    // What the manifest demands; for older targets `light-dark()` would follow the system alone.
    resolve: { alias: { 'wxt/utils/content-script-context': pageLife } },
    build: { cssTarget: ['chrome125', 'firefox140'] },
  }),
});
