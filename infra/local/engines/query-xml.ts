type XmlValue = string | { readonly [name: string]: XmlValue };

export interface QueryResult {
  readonly action: string;
  readonly namespace: string;
  readonly requestId: string;
  readonly result: { readonly [name: string]: XmlValue };
}

/** An answer of the AWS Query protocol. */
export const queryResultXml = ({ action, namespace, requestId, result }: QueryResult): string =>
  `<${action}Response xmlns="${namespace}">${elements({
    [`${action}Result`]: result,
    ResponseMetadata: { RequestId: requestId },
  })}</${action}Response>`;

/** A refusal of the AWS Query protocol. */
export const queryErrorXml = (error: {
  readonly namespace: string;
  readonly requestId: string;
  readonly code: string;
  readonly message: string;
}): string =>
  `<ErrorResponse xmlns="${error.namespace}">${elements({
    Error: { Type: 'Sender', Code: error.code, Message: error.message },
    RequestId: error.requestId,
  })}</ErrorResponse>`;

const elements = (value: XmlValue): string =>
  typeof value === 'string'
    ? escapeXml(value)
    : Object.entries(value)
        .map(([name, content]) => `<${name}>${elements(content)}</${name}>`)
        .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
