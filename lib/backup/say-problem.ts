import { plural, t } from '../i18n';
import type { RecordFault } from './check-record';
import { FORMAT_VERSION } from './format';
import type { BackupProblem } from './reading';

/** What is wrong with a file, where, and what that means, in a sentence or two. */
export function sayProblem(problem: BackupProblem): string {
  switch (problem.kind) {
    case 'tooBig':
      return t('backup_too_big', Math.ceil(problem.bytes / 1024 ** 2));
    case 'newer':
      return t('backup_newer', problem.version, FORMAT_VERSION);
    case 'cut':
      return problem.of > 0
        ? t('backup_cut', problem.after, problem.of)
        : plural('backup_cut_after', problem.after);
    case 'count':
      return t('backup_count', problem.promised, problem.table, problem.found);
    case 'notJson':
      return t('backup_not_json');
    case 'notOurs':
      return t('backup_not_ours');
    case 'checksum':
      return t('backup_checksum');
  }
}

/** What is wrong with one record. */
export function sayFault(fault: RecordFault): string {
  switch (fault.kind) {
    case 'json':
      return t('backup_record_json');
    case 'table':
      return t('backup_record_table');
    case 'depth':
      return t('backup_record_depth');
    case 'field':
      return t('backup_record_field', fault.field);
  }
}
