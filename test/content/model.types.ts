/* Checked by tsc: the shapes that model.ts writes out are those that schema.ts checks. Nothing here runs. */
import type * as model from '../../src/content/model.ts';
import type * as schema from '../../src/content/schema.ts';

type Optional<Fields> = { [Key in keyof Fields as Key extends `${infer Name}?` ? Name : never]?: Shape<Fields[Key]> };
type Required<Fields> = { [Key in keyof Fields as Key extends `${string}?` ? never : Key]: Shape<Fields[Key]> };

/** What a value looks like that a schema lets through. */
type Shape<Of> =
  Of extends schema.Kind<infer Value>
    ? Value
    : Of extends ReadonlySet<infer Value>
      ? Value
      : Of extends readonly [infer Item, '*'?]
        ? Shape<Item>[]
        : { [Key in keyof (Required<Of> & Optional<Of>)]: (Required<Of> & Optional<Of>)[Key] };

type Deep<Of> = Of extends object ? { readonly [Key in keyof Of]: Deep<Of[Key]> } : Of;
type Same<A, B> =
  (<X>() => X extends Deep<A> ? 1 : 2) extends <X>() => X extends Deep<B> ? 1 : 2
    ? true
    : [Deep<A>] extends [Deep<B>]
      ? [Deep<B>] extends [Deep<A>]
        ? true
        : false
      : false;
const same = <const _Is extends true>(): void => undefined;

same<Same<Shape<typeof schema.head>, model.PackHead>>();
same<Same<Shape<typeof schema.sections>, model.PackParts['sections']>>();
same<Same<Shape<typeof schema.tips>, model.PackParts['tips']>>();
same<Same<Shape<typeof schema.checklist>, model.Assessment>>();
same<Same<Shape<typeof schema.activities>, model.PackParts['activities']>>();
same<Same<Shape<typeof schema.helplines>, model.PackParts['helplines']>>();

// The check itself notices a difference.
// @ts-expect-error -- a tip is not an activity
same<Same<Shape<typeof schema.tips>, model.PackParts['activities']>>();
// @ts-expect-error -- a key that is missing on one side
same<Same<Shape<typeof schema.head>, Omit<model.PackHead, 'title'>>>();
// @ts-expect-error -- a message is not a number
same<Same<{ tips?: { next?: number } } | undefined, model.PackHead['messages']>>();
