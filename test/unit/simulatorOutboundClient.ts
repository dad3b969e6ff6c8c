/** A client of the outbound interfaces with a signer of its own, for the tests beside it. */
import { createHmac } from 'node:crypto';
import axios, { type AxiosResponse } from 'axios';

import { startSimulator, type Simulator } from '../../simulator';

const CONTENT_TYPE = 'application/json; charset=UTF-8';

export const SUCCESS = '0200000';

export interface Asked {
	body?: unknown;
	query?: Record<string, string | number>;
	/** Another VDN than the tenant's own. */
	vdnId?: number;
	/** Headers in place of the right ones. */
	headers?: Record<string, string>;
}

export type SendSigned = (method: string, path: string, asked?: Asked) => Promise<AxiosResponse>;

function hmac(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('hex');
}

function encode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function authorization(
	{ account, isalesUrl }: Simulator,
	method: string,
	path: string,
	query: string,
	body: string,
): string {
	const time = new Date().toISOString().replace(/\.\d+/, '');
	const prefix = `auth-v2/${account.accessKey}/${time}/content-type;host`;
	const headers = `content-type:${encode(CONTENT_TYPE)}\nhost:${encode(new URL(isalesUrl).host)}`;
	const queryLine = query === '' ? '' : `${query}\n`;
	const text = `${method}\n${path}\n${queryLine}content-type;host\n${headers}\n${encode(body)}`;
	return `${prefix}/${hmac(hmac(account.secretKey, prefix), text)}`;
}

/** Headers of a signed request. @param query as it is sent, sorted, without the question mark */
export function signedHeaders(
	simulator: Simulator,
	method: string,
	path: string,
	query: string,
	body: string,
): Record<string, string> {
	return {
		'Content-Type': CONTENT_TYPE,
		Authorization: authorization(simulator, method, path, query, body),
	};
}

/** Sends a signed request to a path below the tenant's VDN; any HTTP status is an answer. */
async function ask(
	simulator: Simulator,
	method: string,
	below: string,
	{ body, query = {}, vdnId = simulator.account.vdnId, headers }: Asked = {},
): Promise<AxiosResponse> {
	const path = `/rest/isales/v1/openapi/campaigns/${vdnId}${below}`;
	const queryText = Object.entries(query)
		.map(([name, value]) => `${encode(name)}=${encode(String(value))}`)
		.sort()
		.join('&');
	const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
	return await axios.request({
		method,
		url: `${simulator.isalesUrl}${path}${queryText === '' ? '' : `?${queryText}`}`,
		data: text,
		transformRequest: (data: string) => data,
		headers: {
			...signedHeaders(simulator, method, path, queryText, text),
			...headers,
		},
		validateStatus: () => true,
		timeout: 5_000,
		proxy: false,
	});
}

/** A simulator for the tests of a file, as at the start before each of them. */
export function useOutbound(): { simulator: Simulator; ask: SendSigned } {
	const holder = {} as { simulator: Simulator; ask: SendSigned };
	beforeAll(async () => {
		holder.simulator = await startSimulator({ https: false });
	});
	beforeEach(() => holder.simulator.reset());
	afterAll(async () => await holder.simulator.stop());
	holder.ask = async (method, path, asked) => await ask(holder.simulator, method, path, asked);
	return holder;
}

/** What every answer of CC-iSales with a code looks like. */
export function withCode(code: string, text: RegExp = /./): object {
	return {
		resultCode: code,
		returnCode: code,
		resultDesc: expect.stringMatching(text),
		returnDesc: expect.stringMatching(text),
	};
}
