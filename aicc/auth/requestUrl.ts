import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { checkedVdnId } from '../base/callCentre';
import { credentialText } from '../base/credentialText';
import { AiccError } from '../base/errors';
import { excerpt } from '../base/redact';
import type { BaseUrlField } from '../protocol/endpoint';
import { canonicalQuery } from './authV2/signature';

/**
 * Options of a request in either of the two shapes that n8n hands to a credential: that of its
 * nodes, and the older one of the HTTP Request node with these names of its own.
 */
export interface RequestOptions extends IHttpRequestOptions {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
	rejectUnauthorized?: boolean;
}

/** Stands in a path for the VDN ID of the credential. */
export const VDN_PLACEHOLDER = '{vdnId}';

/** The parts of a credential that say where requests may go. */
export interface TargetCredential {
	baseUrl: string;
	/** Addresses of CC-CMS and of CC-FS; empty for that of the Base URL. */
	cmsBaseUrl?: string;
	ccfsBaseUrl?: string;
	ignoreSslIssues?: boolean;
	vdnId?: number | string;
	ccId?: number | string;
	/** IANA name of the tenant's time zone; empty for the workflow's. */
	timeZone?: string;
	/** Language of the texts of the service, see `checkedLocale`. */
	locale?: string;
}

/** An address as it was meant: full-width letters and marks are what some keyboards make of them. */
function addressText(address: unknown): string {
	return credentialText(address).normalize('NFKC').trim();
}

/** An address that has nothing in it but scheme, host and port. */
const PLAIN_HOST = /^(?:[a-z]+:\/\/)?[\w.-]+(?::\d*)?$/i;

/**
 * Checks an address out of a credential.
 *
 * @param label what the field is called on the screen
 * @returns scheme, host and port, without a path
 * @throws AiccError of kind `configuration`
 */
export function originOf(address: unknown, label: string): string {
	const text = addressText(address);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isPlain =
		url &&
		['http:', 'https:'].includes(url.protocol) &&
		!url.username &&
		!url.password &&
		url.pathname === '/' &&
		!url.search &&
		!url.hash;
	if (!isPlain) {
		// A password or a key may stand before an @, in a path or in a query.
		const quoted = PLAIN_HOST.test(text) ? `: "${excerpt(text)}"` : '';
		throw new AiccError(
			'configuration',
			`The credential's ${label} is not a usable address${quoted}`,
			{
				description: `Enter scheme, host and port only, such as https://service.besclouds.com or https://10.0.0.1:28443, without a path.`,
			},
		);
	}
	return url.origin;
}

/** What the fields with addresses are called on the screen. */
const LABELS: Readonly<Record<BaseUrlField, string>> = {
	baseUrl: 'Base URL',
	cmsBaseUrl: 'CC-CMS Base URL',
	ccfsBaseUrl: 'CC-FS Base URL',
};

/** Fields of a credential with an address that its keys may be sent to. */
export const BASE_URL_FIELDS = Object.keys(LABELS) as BaseUrlField[];

/**
 * Scheme, host and port that a field of a credential stands for: those of the Base URL when it is empty.
 *
 * @throws AiccError of kind `configuration`
 */
export function originFor(
	field: BaseUrlField,
	credential: Pick<TargetCredential, BaseUrlField>,
): string {
	const isOwn = addressText(credential[field]) !== '';
	const used = isOwn ? field : 'baseUrl';
	return originOf(credential[used], LABELS[used]);
}

/** Whether a credential is for the host of an address, and for its scheme. */
function isHome({ hostname, protocol }: URL, credential: TargetCredential): boolean {
	return BASE_URL_FIELDS.some((field) => {
		const home = new URL(originFor(field, credential));
		return hostname === home.hostname && protocol === home.protocol;
	});
}

function fillVdnId(path: string, vdnId: unknown): string {
	if (!path.includes(VDN_PLACEHOLDER) && !path.includes(encodeURI(VDN_PLACEHOLDER))) return path;
	const id = String(checkedVdnId(vdnId));
	return path.replaceAll(VDN_PLACEHOLDER, id).replaceAll(encodeURI(VDN_PLACEHOLDER), id);
}

/** Query parameters of n8n's options as names and values; lists as n8n writes them by default. */
function flattenQuery(query: IDataObject): Array<[string, string]> {
	const pairs: Array<[string, string]> = [];
	const add = (name: string, value: unknown): void => {
		if (value === undefined) return;
		if (value instanceof Date) pairs.push([name, value.toISOString()]);
		else if (value !== null && typeof value === 'object') {
			for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner);
		} else pairs.push([name, value === null ? '' : String(value)]);
	};
	for (const [name, value] of Object.entries(query)) add(name, value);
	return pairs;
}

/** Where a request goes. */
interface Target {
	/** Without query. */
	url: URL;
	/** Its decoded parameters. */
	query: Array<[string, string]>;
}

/**
 * Where a request goes, completed from the credential and checked against it: a relative address
 * is taken below the credential's Base URL, and no host but those of the credential is ever given a
 * key, nor one of them without encryption.
 *
 * @returns the address without query, and the query's decoded parameters
 * @throws AiccError of kind `configuration`
 */
export function resolveTarget(options: RequestOptions, credential: TargetCredential): Target {
	const origin = originFor('baseUrl', credential);
	const address = String(options.uri ?? options.url ?? '');
	const base = options.baseURL ? addressText(options.baseURL).replace(/\/+$/, '') : origin;
	const joined = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `${base}${address}`;
	const filled = fillVdnId(joined, credential.vdnId);
	if (!URL.canParse(filled)) {
		throw new AiccError('configuration', 'The address of the request is not usable', {
			description: 'Enter the full address of the interface, beginning with https://.',
		});
	}
	const url = new URL(filled);
	const home = new URL(origin);
	if (!isHome(url, credential)) {
		throw new AiccError(
			'configuration',
			`This credential is for ${home.protocol}//${home.hostname}, the request goes to ${url.protocol}//${url.hostname}`,
			{
				description:
					"Keys are sent to the credential's own host only. Use a credential whose Base URL has that host.",
			},
		);
	}
	const query = [...url.searchParams, ...flattenQuery(options.qs ?? {})];
	url.search = '';
	url.hash = '';
	url.username = '';
	url.password = '';
	return { url, query };
}

/**
 * Writes the final address back in the shape the options came in, its query as it is signed, and keeps
 * the request on it: a redirect is not followed, because it would take the key along.
 */
export function writeTarget(
	options: RequestOptions,
	{ url, query }: Target,
	credential: TargetCredential,
): void {
	const search = canonicalQuery(query);
	const href = search ? `${url.href}?${search}` : url.href;
	if (options.uri !== undefined) options.uri = href;
	else options.url = href;
	delete options.baseURL;
	delete options.qs;
	options.disableFollowRedirect = true;
	options.followRedirect = false;
	options.followAllRedirects = false;
	if (credential.ignoreSslIssues) {
		options.skipSslCertificateValidation = true;
		options.rejectUnauthorized = false;
	}
}

/**
 * Has the body of a GET sent: n8n's helper drops that of a request that is called a GET. One that has no
 * method is a GET all the same, and keeps it.
 */
export function keepBody(options: RequestOptions): void {
	if (options.body !== undefined && String(options.method).toUpperCase() === 'GET') {
		delete options.method;
	}
}

/** A copy of headers without the named ones, whatever their case. */
export function withoutHeaders(
	headers: IDataObject | undefined,
	names: readonly string[],
): IDataObject {
	return Object.fromEntries(
		Object.entries(headers ?? {}).filter(([name]) => !names.includes(name.toLowerCase())),
	);
}
