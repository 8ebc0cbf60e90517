import { t } from '../lib/i18n';

/** The name readers know a site by; its id where the strings do not name it. */
export function siteName(id: string): string {
  const key = `site_${id.replaceAll('-', '_')}`;
  const name = t(key);
  return name === key ? id : name;
}
