/*
 * Runs in a page of `frame/` before its element is defined: the parameters of the address become attributes, the page
 * around is told the height, and links lead the reader there, not inside the frame.
 */

const isFramed = parent !== window;
const element = document.querySelector<HTMLElement>('body > :first-child');
const allowed = document.querySelector<HTMLMetaElement>('meta[name=rekindle-parameters]')?.content.split(' ') ?? [];

// Where this is no frame, a link that somebody sends must not change where this page leads.
for (const [name, value] of new URLSearchParams(location.search)) {
  if (allowed.includes(name) && (isFramed || !name.endsWith('-url'))) element?.setAttribute(name, value);
}

/**
 * Tells the page around how tall this one is: a number and nothing else. Whoever shows the frame may know that, so it goes
 * to any origin.
 */
function tell(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // WebKit has tail calls, and takes the page around for the sender of one.
  void parent.postMessage(height, '*');
}

if (isFramed && element) {
  // Not before: the text without script has another height, and what stands below the frame would move twice.
  void customElements.whenDefined(element.localName).then(() => {
    new ResizeObserver(tell).observe(document.body);
    addEventListener('message', ({ source }) => {
      if (source === parent) tell();
    });
  });
  // A link to what opens leads further than the frame is tall yet, and so scrolls inside it: the page around follows.
  let place = 0;
  addEventListener('scroll', () => (place = scrollY || place));
  addEventListener('resize', () => {
    if (place && !scrollY) {
      const mark = document.body.appendChild(document.createElement('i'));
      mark.style.cssText = `position:absolute;top:${place}px`;
      mark.scrollIntoView();
      mark.remove();
    }
    place = 0;
  });
  // Many sites refuse to be shown in a frame. A sandbox without an origin would block the way out as well.
  if (origin !== 'null') {
    addEventListener(
      'click',
      event => {
        const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
        const isHere = link?.href.split('#')[0] === location.href.split('#')[0];
        if (link && !link.target && !isHere && /^https?:$/.test(link.protocol)) link.target = '_top';
      },
      true,
    );
  }
}

export {};
