import { defineConfig } from 'wxt';
import { demoBuild } from './scripts/demo/build';
import { manifest } from './scripts/manifest';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest,
  ...demoBuild(process.env.OFFPRINT_BUILD === 'demo'),
});
