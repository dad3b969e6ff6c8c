/** The ways in which other nodes use a credential of this package. */
import type { IExecuteFunctions, IDataObject, IHttpRequestOptions, INodeType } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { runNode, type RunResult } from './engine';
import { credentialsFor } from './fixtures';

/** The two shapes in which n8n hands a request to a credential. */
export const SHAPES = {
	'a declarative node': (base: string, path: string, more: object) => ({
		baseURL: base,
		url: path,
		headers: { Accept: 'application/json' },
		timeout: 30_000,
		returnFullResponse: true,
		...more,
	}),
	'the HTTP Request node': (base: string, path: string, more: object) => ({
		uri: `${base}${path}`,
		headers: { accept: 'application/json', 'content-type': 'application/json' },
		json: false,
		gzip: true,
		followRedirect: true,
		rejectUnauthorized: true,
		...more,
	}),
};

/** A node that sends one request with n8n's own helper, as other nodes do. */
function requester(
	helper: 'requestWithAuthentication' | 'httpRequestWithAuthentication',
	type: string,
	options: object,
): INodeType {
	return {
		description: {
			displayName: 'Requester',
			name: 'requester',
			group: ['output'],
			version: 1,
			description: '',
			defaults: { name: 'Requester' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const answer = await this.helpers[helper].call(this, type, options as IHttpRequestOptions);
			const json = typeof answer === 'string' ? (JSON.parse(answer) as IDataObject) : answer;
			return [[{ json }]];
		},
	};
}

/** Sends one request with n8n's own helper and a credential of the simulator's tenant. */
export async function sendThroughHelper(
	simulator: Simulator,
	...request: Parameters<typeof requester>
): Promise<RunResult> {
	const credentials = credentialsFor(simulator);
	return await runNode(requester(...request), { parameters: {}, credentials });
}
