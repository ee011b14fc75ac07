import type { Route } from '#shared/http/route.ts';

/** It answers what no route matches, so it declares none. */
export const routes: readonly Route[] = [];
