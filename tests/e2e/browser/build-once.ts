import { ensureBuild } from '../../../scripts/setup/build.mjs';

/** Builds the extension once before the first browser test, if it is stale. */
export default function setup(): void {
  ensureBuild('store');
}
