/** Fields that both credential types have in common. */
import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../aicc/client/retryPolicy';

/** The server; each credential type has its own words for it. */
export function baseUrlField(
	words: Pick<INodeProperties, 'default' | 'placeholder' | 'description'>,
): INodeProperties {
	return { displayName: 'Base URL', name: 'baseUrl', type: 'string', required: true, ...words };
}

/** How the server is spoken to, whatever the keys are. */
export const CONNECTION_FIELDS: INodeProperties[] = [
	{
		displayName: 'Max Concurrent Requests',
		name: 'maxConcurrentRequests',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: DEFAULT_CONCURRENCY,
		description:
			'How many requests may be under way to this host from one n8n process, at most. If the platform takes fewer, fewer are sent, so that several workers need no smaller number.',
	},
	{
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'ignoreSslIssues',
		type: 'boolean',
		default: false,
		description:
			'Whether to connect even if the certificate of the server is not trusted, such as a self-signed one',
	},
];
