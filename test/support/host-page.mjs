// A page, as the test gives it: its text, type and policy stand in the query. See host.ts.
export const hostPage = async (context, next) => {
  if (!context.path.startsWith('/page/')) return next();
  const { html, type, csp } = context.query;
  context.type = type ?? 'text/html; charset=utf-8';
  if (csp) context.set('Content-Security-Policy', csp);
  context.body = html;
};
