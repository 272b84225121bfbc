/** Why a file could not be read as a sheet at all. */
export class SheetError extends Error {
  constructor(
    readonly code: 'sheet_too_large' | 'sheet_unreadable' | 'sheet_empty' | 'sheet_type_unknown',
    message: string,
  ) {
    super(message);
    this.name = 'SheetError';
  }
}
