/** The `tel:` address of a number as a person would write it (RFC 3966): digits, and a leading plus. */
export function telUrl(number: string): string {
  return `tel:${dialled(number)}`;
}

/** The `sms:` address of a number, with the text to send where there is one (RFC 5724). */
export function smsUrl(number: string, body?: string): string {
  return `sms:${dialled(number)}${body ? `?body=${encodeURIComponent(body)}` : ''}`;
}

const dialled = (number: string): string => number.replace(/(?!^\+)\D/g, '');
