import assert from 'node:assert/strict';
import test from 'node:test';
import { contactsOf } from '../../src/domain/activity-rules.ts';
import { idea } from '../support/idea.ts';

test('an idea for two never counts as one without contact, whatever it leaves out', () => {
  assert.deepEqual(contactsOf(idea()), ['in-person']);
  assert.deepEqual(contactsOf(idea({ place: 'online' })), ['remote']);
  assert.deepEqual(contactsOf(idea({ for: ['self'] })), ['none']);
  assert.deepEqual(contactsOf(idea({ for: ['two', 'self'] })), ['in-person', 'none']);
});
