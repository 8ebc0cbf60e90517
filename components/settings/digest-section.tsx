import { t } from '../../lib/i18n';
import './digest-section.css';
import { DigestSchedule } from './digest-schedule';
import { FollowedCategories } from './followed-categories';
import { MutedLists } from './muted-lists';
import { Row, Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';
import { SourceRow } from './source-row';
import { SwitchRow } from './switch-row';
import { useDigest } from './use-digest';
import { WatchList } from './watch-list';

/** Whether trending papers come once a day, when, from where, and which. */
export function DigestSection({ settings, change }: SettingsProps) {
  const edit = useDigest({ settings, change });
  const { digest } = settings;
  const source = (id: string) => ({
    id,
    checked: digest.sources.includes(id),
    onChange: (asked: boolean) =>
      edit(({ sources }) => ({
        sources: asked ? [...sources, id] : sources.filter((other) => other !== id),
      })),
  });
  return (
    <Section id="digest" title={t('settings_digest')} about={t('settings_digest_about')}>
      <Sheet>
        <SwitchRow
          title={t('settings_digest_on')}
          hint={t('settings_digest_on_hint')}
          checked={digest.on}
          onChange={(on) => edit(() => ({ on }))}
        />
        <Row
          title={t('settings_digest_page')}
          hint={digest.on ? t('settings_digest_page_hint') : t('settings_digest_off')}
        >
          <a className="button" href="/digest.html">
            {t('settings_digest_page_open')}
          </a>
        </Row>
      </Sheet>
      {digest.on && (
        <>
          <DigestSchedule digest={digest} edit={edit} />
          <Sheet>
            <SourceRow
              {...source('hugging-face')}
              name={t('settings_digest_hugging_face')}
              hint={t('settings_digest_hugging_face_hint')}
            />
            <SourceRow
              {...source('arxiv-rss')}
              name={t('settings_digest_arxiv')}
              hint={
                digest.categories.length > 0
                  ? t('settings_digest_arxiv_hint')
                  : t('settings_digest_arxiv_none')
              }
            />
            <FollowedCategories
              categories={digest.categories}
              edit={(of) => edit(({ categories }) => ({ categories: of(categories) }))}
            />
          </Sheet>
          <Sheet>
            <WatchList
              watches={digest.watches}
              edit={(of) => edit(({ watches }) => ({ watches: of(watches) }))}
            />
          </Sheet>
          <Sheet>
            <MutedLists
              muted={digest.muted}
              edit={(of) => edit(({ muted }) => ({ muted: { ...muted, ...of(muted) } }))}
            />
          </Sheet>
        </>
      )}
    </Section>
  );
}
