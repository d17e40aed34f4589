/**
 * Writes one of an element's custom states: `list` is `:state(list)` in the page's CSS.
 *
 * @param states - held by the element: Safari forgets what is in a set that it collected, and then takes nothing out of it any more
 */
export function setState(states: CustomStateSet, name: string, isOn = false): void {
  if (states.has(name) === isOn) return;
  try {
    states[isOn ? 'add' : 'delete'](name);
  } catch {
    // Chrome before 125 takes names with dashes alone.
  }
}
