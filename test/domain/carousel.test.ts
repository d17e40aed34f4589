import assert from 'node:assert/strict';
import { test } from 'node:test';

// As in a browser that says when a scroll has ended; known once the module is there.
Object.assign(globalThis, { onscrollend: null });
const { CarouselController } = await import('../../src/controllers/carousel-controller.ts');

test('a finger that holds still between two cards has the row to itself', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const track = {
    scrollLeft: 0,
    clientWidth: 100,
    scrollWidth: 600,
    matches: () => false,
    addEventListener: () => undefined,
    scroll: ({ left }: { left: number }) => (track.scrollLeft = left),
  };
  const rests: number[] = [];
  const carousel = new CarouselController({ addController: () => undefined } as never, {
    track: () => track as never,
    last: () => 5,
    onPass: () => undefined,
    onRest: index => rests.push(index),
  });
  track.scrollLeft = 30;
  carousel.onScroll(false);
  mock.timers.tick(60_000);
  assert.equal(track.scrollLeft, 30, 'the row was pulled from under it');

  // She lets go, and the browser ends between two cards.
  carousel.onScroll(true);
  assert.equal(track.scrollLeft, 0);
  assert.equal(rests.at(-1), 0);
});
