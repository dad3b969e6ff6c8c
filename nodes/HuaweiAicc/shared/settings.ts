import type { IHttpRequestOptions } from 'n8n-workflow';

import type { RunSettings } from '../../../aicc/connection';
import { AiccError } from '../../../aicc/errors';

/** Request Options that n8n adds to the node, as the user has set them. */
interface RequestOptions {
	allowUnauthorizedCerts?: unknown;
	batching?: { batch?: { batchSize?: unknown; batchInterval?: unknown } };
	proxy?: unknown;
	timeout?: unknown;
}

/** How n8n is to begin with the items of an execution. */
export interface Batching {
	size: number;
	/** Milliseconds between two groups of items; 0 for all at once. */
	interval: number;
}

export const ALL_AT_ONCE: Batching = { size: 1, interval: 0 };

/** The proxy as n8n's HTTP helper takes it. */
function proxyOf(proxy: unknown): IHttpRequestOptions['proxy'] {
	const address = String(proxy ?? '').trim();
	if (address === '') return undefined;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url?.hostname) {
		throw new AiccError('input', 'Proxy is not an address', {
			description: 'Enter it as http://host:port under Settings > Request Options.',
		});
	}
	const protocol = url.protocol.replace(':', '');
	const usualPort = protocol === 'https' ? 443 : 80;
	const auth = url.username
		? {
				username: decodeURIComponent(url.username),
				password: decodeURIComponent(url.password),
			}
		: undefined;
	return { host: url.hostname, port: Number(url.port) || usualPort, protocol, auth };
}

export type Settings = RunSettings & { batching: Batching };

/**
 * What the user has set under Settings > Request Options, for all items alike.
 *
 * @param value of the parameter `requestOptions`
 * @throws AiccError when the proxy is no address
 */
export function requestSettings(
	value: unknown,
	others: Pick<RunSettings, 'signal' | 'onStop'>,
): Settings {
	const { allowUnauthorizedCerts, batching, proxy, timeout } = value as RequestOptions;
	const { batchSize, batchInterval } = batching?.batch ?? {};
	const size = Number(batchSize);
	const interval = Number(batchInterval);
	return {
		...others,
		timeout: Number(timeout) > 0 ? Number(timeout) : undefined,
		requestOptions: {
			proxy: proxyOf(proxy),
			skipSslCertificateValidation: allowUnauthorizedCerts === true,
		},
		batching: { size: size > 0 ? size : 1, interval: interval > 0 ? interval : 0 },
	};
}
