export { correlationCase } from './generate-correlation.ts';
export { filterCase } from './generate-filter.ts';
export { ruleBatch } from './generate-rule.ts';
export { placeholders } from './generate-text.ts';
