import { expect, test } from 'vitest';
import { isInvented } from './invented.ts';

test.each([
  '<your key>',
  '{{token}}',
  '${API_TOKEN}',
  '%PASSWORD%',
  '$password',
  '[key goes here]',
  'xxxxxxxx',
  'XXXX-XXXX-XXXX-XXXX',
  'AAAAAAAAAAAAAAAAAAAAAAAA==',
  '00000000-0000-0000-0000-000000000000',
  '11111111-2222-3333-4444-555555555555',
  '1234567890',
  '0123456789abcdef0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyz',
  'deadbeefdeadbeefdeadbeef',
  'AKIAIOSFODNN7EXAMPLE',
  'YOUR_API_KEY',
  'your-access-token',
  'glpat-********************',
  'sk-1234...',
])('%s stands for a secret', (value) => {
  expect(isInvented(value)).toBe(true);
});

test.each([
  'Summer2024!',
  'Passw0rd',
  'changeme',
  'hunter2',
  'P@$$w0rd',
  '8812',
  'f3b1c09a7d5e4821b6a0c9d8e7f6a5b4',
  'GcoEA53t7GLRNJ910M46IrbHO/Vg0tt4HujRdsaCoTY=',
  'aabbcc112233dd',
])('%s may be one', (value) => {
  expect(isInvented(value)).toBe(false);
});
