/**
 * Synthesizes without the CDK's rules: they are checked where the template is built for AWS; here
 * they would cost seconds. The variable is the CDK's own switch, put back as it was.
 */
export function withoutRules(synthesize: () => void): void {
  const { CDK_VALIDATION: before } = process.env;
  process.env.CDK_VALIDATION = 'false';
  try {
    synthesize();
  } finally {
    if (before === undefined) delete process.env.CDK_VALIDATION;
    else process.env.CDK_VALIDATION = before;
  }
}
