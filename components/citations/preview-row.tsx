import type { Addable, KnownPaper } from '../../lib/citations/preview';
import { t } from '../../lib/i18n';
import type { Choice } from '../../lib/import-plan';
import { shortByline } from '../../lib/paper';
import { number } from '../numbers';
import { ConflictFields } from './conflict-fields';
import type { PreviewLine } from './preview-kinds';

/** One line of the preview: where it stands in the file, what it is, what becomes of it. */
export function PreviewRowView({
  line,
  here,
  choice,
  name,
  onChoose,
}: {
  line: PreviewLine;
  /** The paper it is, where that is known. */
  here: KnownPaper | undefined;
  choice: Choice;
  name: string;
  onChoose: (choice: Choice) => void;
}) {
  return (
    <tr data-kind={line.kind}>
      <td className="preview-line">{number(line.line)}</td>
      <td className="preview-paper">
        {line.kind === 'bad' ? (
          <>
            <span className="preview-title" dir="auto">
              {line.problem.item ?? t('import_whole_file')}
            </span>
            <span className="preview-sub">{t(`problem_${line.problem.reason}`)}</span>
          </>
        ) : (
          <>
            <span className="preview-title" dir="auto">
              {line.row.record.paper.title}
            </span>
            <span className="preview-sub">{subtitle(line)}</span>
            {line.row.verdict.kind === 'conflict' && here && (
              <ConflictFields
                record={line.row.record}
                here={here}
                differs={line.row.verdict.differs}
                choice={choice}
                name={name}
                onChoose={onChoose}
              />
            )}
          </>
        )}
      </td>
      <td>
        <span className="preview-kind">{t(`import_kind_${line.kind}`)}</span>
      </td>
    </tr>
  );
}

function subtitle({ row: { record, verdict } }: Exclude<PreviewLine, { kind: 'bad' }>): string {
  if (verdict.kind === 'repeated') return t('import_repeats', number(verdict.of));
  const { paper, tags, note, status } = record;
  if (verdict.kind === 'new') {
    const brings: Addable[] = [
      ...(tags.length > 0 ? (['tags'] as const) : []),
      ...(note ? (['note'] as const) : []),
      ...(status && status !== 'unread' ? (['status'] as const) : []),
    ];
    const who = shortByline(paper.authors, 3, paper.authorsCut);
    return [who, brings.length > 0 ? t('import_with', words(brings)) : '']
      .filter(Boolean)
      .join(' · ');
  }
  return [
    verdict.adds.length > 0 ? t('import_adds', words(verdict.adds)) : '',
    verdict.isSaved ? '' : t('import_saves_it'),
    verdict.kind === 'known' && verdict.adds.length === 0 && verdict.isSaved
      ? t('import_adds_nothing')
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function words(fields: readonly Addable[]): string {
  return fields.map((field) => t(`field_${field}`).toLowerCase()).join(', ');
}
