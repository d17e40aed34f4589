import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Announcer } from '../../src/controllers/announcer.ts';

test('what was said is gone after a while, since it may be no longer true', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const said: string[] = [];
  const announcer = new Announcer(text => said.push(text));

  announcer.announce('All of it is answered.');
  mock.timers.tick(6000);
  announcer.announce('It is cleared.');
  mock.timers.tick(6000);

  assert.equal(announcer.text, 'It is cleared.', 'each sentence has its full time');
  mock.timers.tick(6000);
  assert.equal(announcer.text, '');
  assert.deepEqual(said, ['All of it is answered.', 'It is cleared.', '']);
});

test('the same sentence twice in a row is said twice; nothing said is nothing', () => {
  const announcer = new Announcer(() => undefined);

  announcer.announce('Here.');
  const first = announcer.text;
  announcer.announce('Here.');
  assert.notEqual(announcer.text, first);
  announcer.announce('');
  announcer.announce('');
  assert.equal(announcer.text, '');
});
