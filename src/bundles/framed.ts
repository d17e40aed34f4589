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
  // A link to what opens leads further than the frame is tall yet, and so scrolls inside it. Once it has its height, the page
  // around goes to where the link led: that has the focus.
  let isAhead = false;
  addEventListener('scroll', () => (isAhead = scrollY > 0));
  addEventListener('resize', () => {
    let place = document.activeElement;
    while (place?.shadowRoot?.activeElement) place = place.shadowRoot.activeElement;
    if (isAhead && !scrollY && place !== document.body) place?.scrollIntoView();
    isAhead = false;
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
