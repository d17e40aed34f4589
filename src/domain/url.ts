const SAFE = /^(?:https?:\/\/|mailto:|tel:|sms:)[^\s]+$/i;

/**
 * Whether a link of the content may be followed: http(s), mail, telephone or text message, and nothing relative, since
 * a pack does not know the page that it stands on.
 */
export function isSafeUrl(href: string): boolean {
  return SAFE.test(href);
}
