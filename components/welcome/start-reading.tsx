import { t } from '../../lib/i18n';
import type { SiteAdapter } from '../../lib/sites/adapter';
import { sites } from '../../lib/sites/registry';
import { usePermission } from '../use-permission';

/** A list of each site to begin with. */
const FIRST_LIST: Record<string, string> = {
  'hugging-face': 'https://huggingface.co/papers',
  arxiv: 'https://arxiv.org/list/cs.LG/new',
};

/** A way to the first list of each site, and where the browser has not allowed it, the question. */
export function StartReading() {
  return (
    <ul className="welcome-start">
      {sites.map((site) => (
        <StartSite key={site.id} site={site} />
      ))}
    </ul>
  );
}

function StartSite({ site }: { site: SiteAdapter }) {
  const permission = usePermission(site.origins);
  const href = FIRST_LIST[site.id] ?? site.samples[0];
  return (
    <li>
      {permission.granted === false && (
        <button className="button primary" onClick={() => void permission.request()}>
          {t('settings_allow_site', site.name)}
        </button>
      )}
      <a
        className={`button ${permission.granted === false ? '' : 'primary'}`}
        href={href}
        target="_blank"
        rel="noreferrer"
      >
        {t(`welcome_open_${site.id.replaceAll('-', '_')}`)}
      </a>
    </li>
  );
}
