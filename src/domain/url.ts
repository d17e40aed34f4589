const SAFE = /^(?:https?:\/\/|mailto:|tel:|sms:)[^\s]+$/i;

/**
 * Whether a link of the content may be followed: http(s), mail, telephone or text message, and nothing relative, since
 * a pack does not know the page that it stands on.
 */
export function isSafeUrl(href: string): boolean {
  return SAFE.test(href);
}

/** The host of a web address as people say it, without `www.`; an address that no browser can read is no fault here. */
export function hostOf(url: string): string {
  return url.replace(/^\w+:\/\/(?:www\.)?|[/?#].*$/g, '');
}
