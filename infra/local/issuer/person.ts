import * as z from 'zod';

/** Who signs in, as `POST /local/token` takes it. */
export const personSchema = z.object({
  tenant: z.string().min(1),
  /** The token's `sub`. */
  user: z.string().min(1),
  email: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  roles: z.array(z.string()).default([]),
  /** Seconds; negative for a token that has expired already. @default 15 minutes */
  expires_in: z.number().int().default(900),
});

export type SignIn = z.input<typeof personSchema>;
export type Person = z.output<typeof personSchema>;

export const emailOf = ({ email, user }: Person): string => email ?? `${user}@example.com`;
