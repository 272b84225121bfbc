export * from './grid.js';
export * from './read-sheet.js';
export * from './sheet-error.js';
export * from './write-workbook.js';
