import routeKeys from '#templates/api/routes.json' with { type: 'json' };
import { createHandler } from './handler.ts';

export const handler = createHandler({ routeKeys });
