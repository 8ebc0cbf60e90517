/** The menu of formats, which a key opens too, and what its last entries lead to. */
export interface CiteMenu {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onExport: (to: 'file' | 'zotero') => void;
}
