import { ConfigurationRefused, type Environment } from '@lianxi/chassis';

/** What the portal is told beside what every service is told. */
export interface PortalConfiguration {
  /** The address people type: sign-in comes back to it, and only pages from it may change anything. */
  readonly url: URL;
  readonly issuer: string;
  /** Where the provider describes itself; its issuer must still be `issuer`. */
  readonly discovery: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** `login` lets whoever signs out choose another person at the next sign-in. */
  readonly prompt: string | undefined;
}

export const PORTAL = Symbol('PortalConfiguration');

/** Throws {@link ConfigurationRefused} naming what is wrong; plain http is for this machine only, where browsers call it a secure context. */
export function readPortalConfiguration(env: Environment): PortalConfiguration {
  const issuer = env['LIANXI_ISSUER'] ?? '';
  const url = findUrl(env['LIANXI_PORTAL_URL']);
  const discovery = findUrl(env['LIANXI_OIDC_DISCOVERY'] ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const [clientId, clientSecret] = [env['LIANXI_OIDC_CLIENT_ID'], env['LIANXI_OIDC_CLIENT_SECRET']];
  const isProduction = env['LIANXI_MODE'] === 'production';
  const wrong = [
    ...(url === undefined || !isSecure(url) ? ['LIANXI_PORTAL_URL'] : []),
    ...(discovery === undefined || (isProduction && discovery.protocol !== 'https:') ? ['LIANXI_OIDC_DISCOVERY'] : []),
    ...(clientId ? [] : ['LIANXI_OIDC_CLIENT_ID']),
    ...(clientSecret === undefined ? ['LIANXI_OIDC_CLIENT_SECRET'] : []),
  ];
  if (wrong.length > 0 || !url || !discovery) throw new ConfigurationRefused(`Wrong or missing: ${wrong.join(', ')}`);
  return {
    url,
    issuer,
    discovery,
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    scope: env['LIANXI_OIDC_SCOPE'] ?? 'openid profile',
    prompt: env['LIANXI_OIDC_PROMPT'],
  };
}

function findUrl(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}

const isSecure = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
