import { createLocalIssuer, type LocalIssuer } from '../issuer/local-issuer.ts';
import type { SigningKey } from '../issuer/signing-key.ts';
import type { InvokeTrigger, UserPoolTriggers } from '../issuer/user-pool-triggers.ts';
import { authorizerKind } from '../template/kinds/authorizer.ts';
import { userPoolKind } from '../template/kinds/user-pool.ts';
import type { Resources } from '../template/resources.ts';
import { UnsupportedTemplateError } from '../template/unsupported-error.ts';

export interface IssuerDeployment {
  readonly resources: Resources;
  readonly region: string;
  readonly key: SigningKey;
  readonly invoke: InvokeTrigger;
}

/** The issuer whose tokens the template's authorizer trusts, be it a user pool or somebody else's. */
export function deployIssuer({ resources, region, key, invoke }: IssuerDeployment): LocalIssuer {
  const jwt = resources.all(authorizerKind)[0]?.properties.JwtConfiguration;
  const [audience] = jwt?.Audience ?? [];
  if (!jwt || !audience) {
    throw new UnsupportedTemplateError('AWS::ApiGatewayV2::Authorizer', 'there is none');
  }
  const terms = { issuer: jwt.Issuer, audience };
  return createLocalIssuer({ terms, key, invoke, triggers: triggersOf(resources, region, terms) });
}

function triggersOf(
  resources: Resources,
  region: string,
  { issuer, audience }: { readonly issuer: string; readonly audience: string },
): UserPoolTriggers | undefined {
  const pool = resources.all(userPoolKind).find(({ ref }) => issuer.endsWith(`/${ref}`));
  if (!pool) return undefined;
  const { PreAuthentication, PostAuthentication, ...token } = pool.properties.LambdaConfig;
  const latest = token.PreTokenGenerationConfig;
  const preToken = latest?.LambdaArn ?? token.PreTokenGeneration;
  return {
    region,
    userPoolId: pool.ref,
    clientId: audience,
    preAuthentication: PreAuthentication,
    postAuthentication: PostAuthentication,
    ...(preToken && {
      preTokenGeneration: { arn: preToken, version: latest?.LambdaVersion === 'V2_0' ? '2' : '1' },
    }),
  };
}
