import type { IHttpRequestOptions } from 'n8n-workflow';

import type { SessionSettings } from '../../../aicc/client/openSession';
import { decoded } from '../../../aicc/base/encoding';
import { AiccError } from '../../../aicc/base/errors';
import { isObject, type JsonObject } from '../../../aicc/base/json';
import { badValueOf, quoted } from '../../shared/readers/badValue';
import { readSwitch, readWholeNumber } from '../../shared/readers/scalar';
import { isEmpty, readText } from '../../shared/readers/text';

/** How n8n is to begin with the items of an execution. */
export interface Batching {
	size: number;
	/** Milliseconds between two groups of items; 0 for all at once. */
	interval: number;
}

export const ALL_AT_ONCE: Batching = { size: 1, interval: 0 };

/** The error for one of the options, named as the screen does. */
function complaint(label: string, what: string, remedy: string): AiccError {
	return new AiccError('input', `${label} ${what}`, {
		description: `${remedy} It is under Settings > Request Options.`,
	});
}

/** What is read out of an option, in its name if it is none. */
function read<T>(label: string, value: unknown, readValue: (value: unknown) => T): T | undefined {
	if (isEmpty(value)) return undefined;
	try {
		return readValue(value);
	} catch (thrown) {
		const { what, remedy } = badValueOf(thrown);
		throw complaint(label, what, remedy);
	}
}

/** A number of milliseconds or items; fewer than 1 stand for none, as in n8n. */
function numberOf(label: string, value: unknown): number | undefined {
	const number = read(label, value, (given) =>
		readWholeNumber(given, { min: Number.MIN_SAFE_INTEGER }),
	);
	return number !== undefined && number > 0 ? number : undefined;
}

/** A group of options. */
function groupOf(label: string, value: unknown): JsonObject {
	if (isEmpty(value)) return {};
	if (isObject(value)) return value;
	throw complaint(label, `is not a group of options: ${quoted(value)}`, 'Set it anew.');
}

/** The proxy as n8n's HTTP helper takes it. */
function proxyOf(proxy: unknown): IHttpRequestOptions['proxy'] {
	const address = read('Proxy', proxy, (value) => readText(value)) ?? '';
	if (address === '') return undefined;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url?.hostname) {
		throw complaint('Proxy', 'is not an address', 'Enter it as http://host:port.');
	}
	const protocol = url.protocol.replace(':', '');
	const usualPort = protocol === 'https' ? 443 : 80;
	const auth = url.username
		? { username: decoded(url.username), password: decoded(url.password) }
		: undefined;
	return { host: url.hostname, port: Number(url.port) || usualPort, protocol, auth };
}

/** Request Options, read: those of the session, and how items begin. */
export type Settings = SessionSettings & { batching: Batching };

/**
 * What the user has set under Settings > Request Options, for all items alike.
 *
 * @param value of the parameter `requestOptions`
 * @throws AiccError when an option has a value that it cannot have
 */
export function requestSettings(
	value: unknown,
	others: Pick<SessionSettings, 'signal' | 'onStop'>,
): Settings {
	const options = groupOf('Request Options', value);
	const { batch } = groupOf('Batching', options.batching);
	const { batchSize, batchInterval } = groupOf('Batching', batch);
	return {
		...others,
		timeout: numberOf('Timeout', options.timeout),
		requestOptions: {
			proxy: proxyOf(options.proxy),
			skipSslCertificateValidation:
				read('Ignore SSL Issues', options.allowUnauthorizedCerts, readSwitch) ?? false,
		},
		batching: {
			size: numberOf('Items per Batch', batchSize) ?? 1,
			interval: numberOf('Batch Interval', batchInterval) ?? 0,
		},
	};
}
