import type {
  APIGatewayProxyEventV2 as HttpEvent,
  APIGatewayProxyStructuredResultV2 as HttpResult,
} from 'aws-lambda';
import { httpChain } from '#shared/http/http-chain.ts';
import { AppError, NotFoundError } from '#shared/runtime/app-error.ts';

class MethodNotAllowedError extends AppError {
  readonly code = 'method_not_allowed';
  /** RFC 9110 section 15.5.6 asks for the methods that are served. */
  override readonly headers: Readonly<Record<string, string>>;

  constructor(methods: readonly string[]) {
    super(`This address is served with ${methods.join(', ')}`);
    this.headers = { allow: methods.join(', ') };
  }
}

export interface DefaultDeps {
  /** Every route of the API, as the gateway names it. */
  readonly routeKeys: readonly string[];
}

/** Whatever no route matches: 405 where the path is served with another method, else 404. */
export const createHandler = ({ routeKeys }: DefaultDeps) =>
  httpChain(async (event: HttpEvent): Promise<HttpResult> => {
    const path = event.rawPath.replace(/\/$/, '');
    const methods = routeKeys.flatMap((routeKey) => methodFor(routeKey, path));
    if (methods.length === 0) throw new NotFoundError('There is nothing at this address');
    throw new MethodNotAllowedError(methods);
  });

function methodFor(routeKey: string, path: string): readonly string[] {
  const [method = '', template = ''] = routeKey.split(' ');
  const pattern = template.replace(/[.+]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path) ? [method] : [];
}
