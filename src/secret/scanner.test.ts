import { describe, expect, test } from 'vitest';
import entraClientSecret from './pattern/entra-client-secret.pattern.ts';
import { Scanner } from './scanner.ts';

const scanner = new Scanner([entraClientSecret]);
const secret = 'Ab18Q~rTs0FakeFakeFakeFakeFakeFakeFa0kE';
const [one, two] = ['5eed0000-0000-4000-8000-000000000001', '5eed0000-0000-4000-8000-000000000002'];

describe('whose a value is', () => {
  test.each([
    [`client id: ${one}\nclient secret: ${secret}`, one],
    [`AZURE_CLIENT_ID=${one}\nAZURE_TENANT_ID=${two}\nAZURE_CLIENT_SECRET=${secret}`, one],
    [`{"clientSecret": "${secret}", "appId": "${one}"}`, one],
    [`Application (client) ID ${two}\nApp ID: ${two}\n${'x '.repeat(100)}\n${secret}\napp-id = ${one}`, one],
    [`tenant ${one}: ${secret}`, undefined],
    [`client id: ${one}${' '.repeat(700)}${secret}`, undefined],
  ])('%j', (text, account) => {
    expect(scanner.scan(text)).toMatchObject([{ value: secret, account }]);
  });
});
