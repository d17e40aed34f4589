/* The first script of a host page: what it says from then on, and what stands on its window and in its built-ins. */
(() => {
  const said = [];
  for (const kind of ['log', 'info', 'warn', 'error'])
    console[kind] = (...all) => said.push(`${kind}: ${all.join(' ')}`);
  addEventListener('error', event => said.push(`error: ${event.message || event.target.src}`), true);
  addEventListener('unhandledrejection', event => said.push(`rejection: ${event.reason}`));
  addEventListener('securitypolicyviolation', event =>
    said.push(`refused: ${event.effectiveDirective} ${event.blockedURI}`),
  );

  const builtIns = () => {
    const found = new Map();
    for (const name of Object.getOwnPropertyNames(window)) {
      const of = Object.getOwnPropertyDescriptor(window, name)?.value;
      if (typeof of !== 'function') continue;
      for (const [owner, label] of [
        [of, name],
        [of.prototype, `${name}.prototype`],
      ]) {
        if (!owner || owner === window) continue;
        for (const key of Reflect.ownKeys(owner)) {
          // Old statics such as RegExp.$1 change with each match.
          if (owner === RegExp && typeof key === 'string' && !['prototype', 'escape'].includes(key)) continue;
          const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key);
          found.set(`${label}.${String(key)}`, [value, get, set]);
        }
      }
    }
    return found;
  };
  const host = { said, globals: () => Reflect.ownKeys(window).map(String), builtIns };
  Object.defineProperty(window, 'host', { value: host });
})();
