import type { LibraryEntry, LibraryField } from '../paper';

/** When a field was set last; one that never was gives way to one that was. */
function clockOf(entry: LibraryEntry, field: LibraryField): string {
  return entry.clocks[field] ?? '';
}

/** One entry of two for one paper: of each field what was set last, by its clock. */
export function latestOfEach(ours: LibraryEntry, theirs: LibraryEntry): LibraryEntry {
  const clocks = { ...ours.clocks };
  const theirsIsLater = (field: LibraryField) => clockOf(theirs, field) > clockOf(ours, field);
  const pick = <F extends LibraryField>(field: F) => {
    const later = theirsIsLater(field);
    if (later) clocks[field] = clockOf(theirs, field);
    return later ? theirs : ours;
  };
  const { order } = pick('order');
  return {
    paperId: ours.paperId,
    savedAt: pick('saved').savedAt,
    status: pick('status').status,
    tagIds: pick('tagIds').tagIds,
    note: pick('note').note,
    ...(order !== undefined && { order }),
    clocks,
  };
}
