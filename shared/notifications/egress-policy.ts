import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.process>;
type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** What an operator allows besides the public internet. */
export type AllowList = readonly Network[];

/** Reads comma-separated CIDR blocks. @throws Error naming one that is none */
export const parseAllowList = (text: string): AllowList =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ipaddr.parseCIDR(part));

export type Verdict = 'public' | 'allow-listed' | 'refused';

/** Whether an address may be connected to. Anything that is not plainly public is refused. */
export function judgeAddress(text: string, allowList: AllowList): Verdict {
  if (!ipaddr.isValid(text)) return 'refused';
  // An IPv4 address written as IPv6 counts as what it is for the operator's list, never as public.
  if (isListed(ipaddr.process(text), allowList)) return 'allow-listed';
  return isPublic(ipaddr.parse(text)) ? 'public' : 'refused';
}

const isListed = (address: Address, allowList: AllowList): boolean =>
  allowList.some(([network, bits]) =>
    network.kind() === address.kind() ? address.match(network, bits) : false,
  );

/** `unicast` already excludes private, loopback, link-local, CGNAT, multicast, reserved and tunnelled. */
const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && !ALSO_REFUSED.some((network) => matches(address, network));

const matches = (address: Address, [network, bits]: Network): boolean =>
  network.kind() === address.kind() && address.match(network, bits);

const ALSO_REFUSED: readonly Network[] = [
  // Azure's platform address: public by number, reachable from inside only.
  ipaddr.parseCIDR('168.63.129.16/32'),
  // IPv4-compatible IPv6 (deprecated by RFC 4291), which some stacks still translate.
  ipaddr.parseCIDR('::/96'),
];
