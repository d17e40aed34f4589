/**
 * What writes an element's custom states: `set('list', true)` is `:state(list)` in the page's CSS.
 *
 * The set is held on purpose: Safari forgets what is in one that was collected, and then no longer takes anything out of it.
 */
export const customStates =
  ({ states }: ElementInternals) =>
  (name: string, isOn = false): void => {
    if (states.has(name) === isOn) return;
    try {
      states[isOn ? 'add' : 'delete'](name);
    } catch {
      // Chrome before 125 takes names with dashes alone.
    }
  };
