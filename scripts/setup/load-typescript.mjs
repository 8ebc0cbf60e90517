import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Loads a TypeScript module of the project into this Node process, which may be too old to read
 * it by itself. The npm packages must be installed.
 * @param {string} path relative to the project's folder
 * @returns {Promise<any>} its exports
 */
export async function loadTypeScript(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, path), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
