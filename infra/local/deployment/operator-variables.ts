/** What an operator of a local cloud may set in `.env` or the environment, the names of `.env.example`. */
const NAMES =
  /^(OPENAI_|AZURE_OPENAI_|PINECONE_)\w+$|^(DATABASE_URL|CHROMA_URL|CHROMA_TOKEN|VECTOR_STORES|EGRESS_ALLOW_CIDRS|LOCAL_SPACE|POWERTOOLS_LOG_LEVEL)$/;

/** Picks them: nothing else of a developer's environment reaches a function. */
export const operatorVariables = (
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      NAMES.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
