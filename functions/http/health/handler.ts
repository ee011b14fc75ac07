import type * as z from 'zod';
import { ok, open, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import type { FlagStates } from '#shared/rollout/flag.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import {
  type Capabilities,
  getApiDocument,
  getProblemPage,
  getStatus,
  health,
} from './contract.ts';

export interface Deps extends HttpDeps {
  readonly apiDocument: () => Promise<z.input<(typeof getApiDocument.responses)[200]>>;
  /** Markdown by the name of the page. */
  readonly problemPages: () => Promise<Readonly<Record<string, string>>>;
  readonly capabilities: Capabilities;
  readonly flags: FlagStates;
}

/** What the API says of itself. */
export const createHandler = ({ apiDocument, problemPages, ...deps }: Deps) =>
  httpFunction(deps, [
    open(health, async () => ok({ status: 'ok' as const })),
    open(getApiDocument, async () => ok(await apiDocument())),
    open(getProblemPage, async ({ path: { problem } }) => {
      const pages = await problemPages();
      const page = Object.hasOwn(pages, problem) ? pages[problem] : undefined;
      if (!page) throw new NotFoundError('There is no such problem');
      return ok(page);
    }),
    query(getStatus, async () => ok({ flags: deps.flags, capabilities: deps.capabilities })),
  ]);
