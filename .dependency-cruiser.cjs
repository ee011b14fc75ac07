/** Who may import whom; the reasons are in docs/architecture.md. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** The floors of shared/, from the top. A folder imports only lower floors; siblings never. */
const FLOORS = [
  ['analytics', 'notifications'],
  ['conversation', 'site-templates', 'imports'],
  ['approvals'],
  ['changesets'],
  ['recommendations'],
  ['knowledge'],
  ['vectors', 'embeddings', 'language-model'],
  ['resources', 'slots'],
  ['audit', 'budgets', 'rollout', 'tenants'],
  ['facility'],
  ['http', 'queue', 'idempotency', 'store', 'runtime'],
];

const group = (names) => `(${names.join('|')})`;
const floorRules = FLOORS.map((floor, index) => {
  const above = FLOORS.slice(0, index).flat();
  return above.length === 0
    ? undefined
    : rule(
        `floor-${floor[0]}`,
        'A floor knows nothing of the floors above it.',
        { path: `^shared/${group(floor)}/` },
        { path: `^shared/${group(above)}/` },
      );
}).filter(Boolean);
const siblingRules = FLOORS.slice(0, -1)
  .filter((floor) => floor.length > 1)
  .map((floor) =>
    rule(
      `siblings-${floor[0]}`,
      'Siblings of one floor never import each other.',
      { path: `^shared/${group(floor)}/` },
      { path: `^shared/${group(floor)}/`, pathNot: '^shared/$1/' },
    ),
  );

const ADAPTER = '\\.(dynamo|s3|sqs|ses|eventbridge|secretsmanager|https|openai|pg|pinecone|chroma)\\.ts$';
const SDKS = 'node_modules/(@aws-sdk|@middy|@aws-lambda-powertools|openai|pg|chromadb|@pinecone-database)';

module.exports = {
  forbidden: [
    rule('no-circular', 'A cycle hides which module owns the idea.', {}, { circular: true }),
    ...floorRules,
    ...siblingRules,
    rule('events-are-leaves', 'Contracts know nobody.', { path: '^events/' }, { path: '^(shared|functions|infra|tests)/' }),
    rule('shared-knows-no-function', 'Dependencies point inwards.', { path: '^shared/' }, { path: '^(functions|infra|tests)/' }),
    rule('domain-is-pure', 'Domain and use cases import no SDK and no Middy.', { path: '^shared/', pathNot: [ADAPTER, '^shared/(runtime|http|queue)/', '^shared/store/transact-item.ts$'] }, { path: SDKS, dependencyTypesNot: ['type-only'] }),
    rule('adapters-only-at-the-root', 'Only a composition root picks an adapter.', { pathNot: ['^functions/.*/index\\.ts$', '^tests/', ADAPTER] }, { path: `^shared/.*${ADAPTER}`, dependencyTypesNot: ['type-only'] }),
    rule('handlers-use-no-sdk', 'A handler is contract in, use case, answer out.', { path: '^functions/.*/handler\\.ts$' }, { path: 'node_modules/@aws-sdk' }),
    rule('functions-are-islands', 'One function never imports another.', { path: '^functions/([^/]+/[^/]+)/' }, { path: '^functions/', pathNot: '^functions/$1/' }),
    rule('infra-sees-contracts-only', 'Stacks read contracts and environments of functions, nothing else.', { path: '^infra/' }, { path: '^functions/', pathNot: '/(env|contract)\\.ts$' }),
    rule('tenants-are-proven', 'A tenant is read from a verified token, a key or an event, nowhere else.', { path: '^(shared|functions)/', pathNot: ['^shared/(http/token-reader|approvals/decision-link|tenants/create-tenant|knowledge/documents/document-key)\\.ts$', '^functions/queue/deliver/handler\\.ts$', '^shared/(queue|store)/', '^shared/runtime/tenant\\.ts$', ADAPTER] }, { path: '^shared/runtime/trusted-tenant\\.ts$' }),
    rule('no-cdk-in-a-bundle', 'CDK never ships to Lambda.', { path: '^(shared|functions|events)/' }, { path: 'node_modules/(aws-cdk-lib|constructs)' }),
    rule('no-tests-in-the-product', 'Tests know the product, not the other way round.', { path: '^(shared|functions|events|infra)/' }, { path: '^tests/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
