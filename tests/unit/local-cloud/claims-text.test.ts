import { expect, it } from 'vitest';
import { claimsAsText } from '#infra/local/gateway/claims-text.ts';

it('hands claims over as the text that API Gateway makes of them', () => {
  const claims = {
    sub: 'alice',
    'cognito:groups': ['admin', 'approver'],
    none: [],
    exp: 1793588645,
    email_verified: true,
    missing: null,
    address: { street: 'x', city: 'y' },
  };
  expect(claimsAsText(claims)).toEqual({
    sub: 'alice',
    'cognito:groups': '[admin approver]',
    none: '[]',
    exp: '1793588645',
    email_verified: 'true',
    missing: '<nil>',
    address: 'map[city:y street:x]',
  });
});
