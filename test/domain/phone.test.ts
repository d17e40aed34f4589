import assert from 'node:assert/strict';
import test from 'node:test';
import { smsUrl, telUrl } from '../../src/domain/phone.ts';

test('a number becomes an address that a telephone understands', () => {
  assert.equal(telUrl('1-800-799-7233'), 'tel:18007997233');
  assert.equal(telUrl('+44 (0)20 7946'), 'tel:+440207946');
  assert.equal(smsUrl('88788', 'START'), 'sms:88788?body=START');
  assert.equal(smsUrl('1737'), 'sms:1737');
  assert.equal(smsUrl('1', 'a&b c'), 'sms:1?body=a%26b%20c');
});
