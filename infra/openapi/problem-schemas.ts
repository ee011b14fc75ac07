import * as z from 'zod';
import { PROBLEM_CODES } from '#shared/runtime/problem-code.ts';

const fieldError = z.object({
  pointer: z.string().describe('JSON pointer (RFC 6901) of the wrong field'),
  detail: z.string(),
  in: z.enum(['query', 'body']).optional(),
});

/** What a refused request is told by our code. */
export const problem = z
  .object({
    type: z.string().describe('Leads to a page about this kind of problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.enum(PROBLEM_CODES),
    correlation_id: z.string(),
    errors: z.array(fieldError).optional(),
  })
  .describe('RFC 9457 problem details; some codes carry further members');

/** What it is told by API Gateway, before our code sees it. */
export const gatewayMessage = z
  .object({ message: z.string() })
  .describe("API Gateway's own answer, given before the request reached the product");
