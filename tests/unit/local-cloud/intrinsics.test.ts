// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes variables so
import { describe, expect, it } from 'vitest';
import { NO_VALUE, type References, resolveIntrinsics } from '#infra/local/template/intrinsics.ts';

const known: References = {
  ref: (name) => (name === 'AWS::NoValue' ? NO_VALUE : `ref-${name}`),
  attribute: (logicalId, name) => `${logicalId}!${name}`,
  exported: (name) => `export-${name}`,
  condition: (name) => name === 'IsProduction',
  mapping: (...path) => path.join('/'),
};

const resolve = (value: unknown) => resolveIntrinsics(value, known, 'stack/Thing');

describe('intrinsic functions', () => {
  it.each([
    [{ Ref: 'Table' }, 'ref-Table'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue!Arn'],
    [{ 'Fn::GetAtt': 'Nested.Outputs.Url' }, 'Nested!Outputs.Url'],
    [{ 'Fn::ImportValue': 'other:Arn' }, 'export-other:Arn'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'stack:${Name}' } }, 'export-stack:ref-Name'],
    [{ 'Fn::Join': [':', ['arn', { Ref: 'A' }, 'x']] }, 'arn:ref-A:x'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['-', 'a-b-c'] }] }, 'b'],
    [{ 'Fn::Sub': '${A}/${Queue.Arn}/${!literal}' }, 'ref-A/Queue!Arn/${literal}'],
    [{ 'Fn::Sub': ['${given}-${A}', { given: { Ref: 'B' } }] }, 'ref-B-ref-A'],
    [{ 'Fn::FindInMap': ['Map', { Ref: 'Top' }, 'second'] }, 'Map/ref-Top/second'],
    [{ 'Fn::If': ['IsProduction', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['IsTest', 'yes', { Ref: 'No' }] }, 'ref-No'],
    [{ 'Fn::Equals': [{ Ref: 'A' }, 'ref-A'] }, true],
    [{ 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }, true],
    [{ 'Fn::And': [{ Condition: 'IsProduction' }, { Condition: 'IsTest' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'IsProduction' }, { Condition: 'IsTest' }] }, true],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
  ])('resolves %j', (value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it('leaves out what has no value', () => {
    const value = { kept: 1, gone: { Ref: 'AWS::NoValue' }, list: ['a', { Ref: 'AWS::NoValue' }] };
    expect(resolve(value)).toEqual({ kept: 1, list: ['a'] });
  });

  it("does not take a policy's Condition for CloudFormation's", () => {
    const statement = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(resolve(statement)).toEqual(statement);
  });

  it('refuses an intrinsic it does not know, and says where it is', () => {
    expect(() => resolve({ Tags: [{ 'Fn::Cidr': ['10.0.0.0/16', 6] }] })).toThrow(
      'stack/Thing.Tags[0]: the intrinsic Fn::Cidr is not served',
    );
  });

  it('refuses a dynamic reference', () => {
    expect(() => resolve({ Password: '{{resolve:ssm:/password}}' })).toThrow('dynamic reference');
  });
});
