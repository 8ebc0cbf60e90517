/** The browser tests' one door to Chromium. */
export { accessibleNodes, press, type AccessibleNode } from './accessible';
export { axeFindings } from './axe';
export type { Chrome } from './chrome';
export { bareExtensionPage, readDatabase, type Stored } from './database';
export type { SeenError } from './errors';
export {
  startFixtureServer,
  type Answer,
  type FixtureServer,
  type Handler,
  type SeenRequest,
} from './fixture-server';
export { launchGranted } from './grant-hosts';
export { launch, type LaunchOptions, type Session } from './launch';
export { reset } from './reset';
export { screenshot } from './screenshot';
export { until, untilUnchanged } from './settle';
export { tell } from './tell';
export { contentScriptOf, type ContentScript } from './content-script';
