/*
 * Gives `<iframe class="rekindle-frame">` the height of what it shows: for the page around a page of `frame/`. A message
 * counts only from the very window and origin of such a frame, and only as a number, which is clamped. It runs when it is
 * loaded.
 */

const LEAST_PX = 80;
const MOST_PX = 60_000;

const frames = (): NodeListOf<HTMLIFrameElement> => document.querySelectorAll('iframe.rekindle-frame');

/** Origin that the messages of a frame have; undefined for one without an address. */
function originOf({ sandbox, src, attributes }: HTMLIFrameElement): string | undefined {
  if (attributes.getNamedItem('sandbox') && !sandbox.contains('allow-same-origin')) return 'null';
  try {
    return new URL(src).origin;
  } catch {
    return undefined;
  }
}

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (!Number.isFinite(data)) return;
  for (const frame of frames()) {
    if (source && frame.contentWindow === source && origin === originOf(frame)) {
      frame.style.blockSize = `${Math.min(Math.max(data as number, LEAST_PX), MOST_PX)}px`;
    }
  }
});

// A page that was ready before this file was: it answers with its height.
for (const frame of frames()) frame.contentWindow?.postMessage(0, '*');

export {};
