/** What both credential types have in common: fields, and how their connection test judges. */
import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../aicc/pace';

type TestRules = NonNullable<ICredentialTestRequest['rules']>;
type TestRule = TestRules[number];

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
		description: 'How many requests may be under way at once to this host from this n8n process',
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

/** A connection test fails with an HTTP status. */
function failingStatus(value: number, message: string): TestRule {
	return { type: 'responseCode', properties: { value, message } };
}

/** A connection test fails when a field of the answer has this value; undefined for none. */
export function failingAnswer(key: string, value: unknown, message: string): TestRule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/** What the rules of a connection test call the service. */
interface ServiceWords {
	/** Whose interfaces there are at the Base URL. */
	service: string;
	/** What the keys must be for. */
	keysFor: string;
	/** What HTTP 401 means with this kind of keys. */
	unauthorized: string;
}

/** n8n judges both kinds of rule in one list; its type allows for lists of one kind only. */
export function connectionTestRules(words: ServiceWords, answerRules: TestRule[]): TestRules {
	const { service, keysFor, unauthorized } = words;
	return [
		failingStatus(401, unauthorized),
		failingStatus(
			403,
			`The service, or the firewall in front of it, refused the request (HTTP 403). Check that the address of this machine is on the allow list, and that the keys are for ${keysFor}.`,
		),
		failingStatus(
			404,
			`There is no ${service} interface at this address (HTTP 404). Check the Base URL.`,
		),
		...answerRules,
	] as TestRules;
}
