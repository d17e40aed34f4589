/** Colour that a browser of our floor takes: Chrome 123, Firefox 128, Safari 17.5. Files do nothing in one that does not. */
export const NEEDED_COLOR = 'light-dark(red,oklch(from red l c h))';
