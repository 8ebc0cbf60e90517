import { defineConfig } from 'wxt';
import { manifest } from './scripts/manifest';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest,
});
