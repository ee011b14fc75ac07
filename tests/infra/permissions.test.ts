import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { ofType, type Placed, synthesize } from './synthesized.ts';

const oneOrMore = z.preprocess((value) => [value].flat(), z.array(z.unknown()));
const role = z.object({
  ManagedPolicyArns: z.never().optional(),
  Policies: z.array(
    z.object({
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({ Effect: z.literal('Allow'), Action: oneOrMore, Resource: oneOrMore }),
        ),
      }),
    }),
  ),
});

let resources: readonly Placed[];
let statements: readonly { readonly actions: string[]; readonly resources: string[] }[];
beforeAll(async () => {
  resources = await synthesize();
  statements = ofType(resources, 'AWS::IAM::Role')
    .flatMap(({ Properties }) => role.parse(Properties).Policies)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Action, Resource }) => ({
      actions: Action.map(String),
      resources: Resource.map((one) => JSON.stringify(one)),
    }));
});

describe('permissions', () => {
  it('are all in the role of one function, where nothing can add to them', () => {
    expect(ofType(resources, 'AWS::IAM::Role')).toHaveLength(FUNCTIONS.length);
    expect(ofType(resources, 'AWS::IAM::Policy')).toEqual([]);
    expect(ofType(resources, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('name each action, and none of them scans', () => {
    const actions = statements.flatMap((statement) => statement.actions);
    expect(actions).not.toEqual([]);
    for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z]+$/);
    expect(actions).not.toContain('dynamodb:Scan');
  });

  it("name each resource; only tenants' objects are named by their prefix", () => {
    const wildcards = statements.filter(({ resources: on }) => on.some((one) => one.includes('*')));
    for (const { actions, resources: on } of wildcards) {
      for (const action of actions) expect(action).toMatch(/^s3:(Get|Put|Delete)Object$/);
      for (const one of on) expect(one).toMatch(/(documents|anchors).*\/tenants\/\*/);
    }
  });
});
