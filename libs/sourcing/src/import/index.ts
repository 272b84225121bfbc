export * from './request-sheet.js';
export * from './request-template.js';
export * from './sheet-headings.js';
export * from './sheet-result.js';
