import {
	AiccError,
	cancelled,
	findAiccError,
	MAX_WRAPPING,
	type AiccErrorDetails,
} from '../base/errors';
import { excerpt, redact } from '../base/redact';

/** Time-out of one request in milliseconds unless the user sets another. */
export const REQUEST_TIMEOUT = 30_000;

/** What a failed connection means, by the code of Node.js or of n8n's HTTP client. */
interface NetworkFault {
	message: string;
	description: string;
	/** Whether trying again may help. */
	retryable?: AiccErrorDetails['retryable'];
	/** Whether the service can have seen the request. */
	mayBeDone?: boolean;
}

const ADDRESS_ADVICE =
	"Check the credential's Base URL, and that this machine may reach it: AICC platforms let only listed addresses in.";

const NOT_REACHED = { retryable: {}, mayBeDone: false };
const MAYBE_SENT = { retryable: {}, mayBeDone: true };

const CERTIFICATE: NetworkFault = {
	message: "The server's certificate is not trusted",
	description:
		'Platforms addressed by IP and port often have a self-signed certificate. Have its issuer added to the trusted ones of n8n, or switch on Ignore SSL Issues in the credential.',
};

const REFUSED: NetworkFault = {
	message: 'The server refused the connection',
	description: ADDRESS_ADVICE,
	...NOT_REACHED,
};

const UNKNOWN_HOST: NetworkFault = {
	message: 'The host name could not be resolved',
	description: ADDRESS_ADVICE,
	...NOT_REACHED,
};

const UNREACHABLE: NetworkFault = {
	message: 'The server cannot be reached',
	description: ADDRESS_ADVICE,
	...NOT_REACHED,
};

const TIMED_OUT: NetworkFault = {
	message: 'The server did not answer in time',
	description:
		'Check that the platform is up and that no firewall drops the connection. In the node Huawei AICC a longer time can be set under Settings > Request Options > Timeout.',
	...MAYBE_SENT,
};

const CUT: NetworkFault = {
	message: 'The connection was cut before the answer was complete',
	description:
		'Try again later. If it goes on, check that the Base URL in the credential begins with https where the port is an HTTPS port, and ask the platform whether a firewall cuts connections.',
	...MAYBE_SENT,
};

const NO_ENCRYPTION: NetworkFault = {
	message: 'No encrypted connection could be made',
	description:
		'Check that the port in the Base URL is the HTTPS port of the server, or begin the address with http if it has none.',
};

/** It had been made before: until then Node.js has EPROTO for whatever is wrong with it. */
const BROKEN_ENCRYPTION: NetworkFault = {
	message: 'The encrypted connection broke off',
	description:
		'Try again later. If it goes on, check that the port in the Base URL is the HTTPS port of the server, and ask whoever runs a proxy or firewall in between.',
	...MAYBE_SENT,
};

const PACKED_WRONGLY: NetworkFault = {
	message: 'The answer could not be unpacked',
	description:
		'It says that it is compressed, and is not, or is damaged. Try again later; if it goes on, ask the platform, and whoever runs a proxy or firewall in between.',
	...MAYBE_SENT,
};

const FAULTS: Readonly<Record<string, NetworkFault>> = {
	ECONNREFUSED: REFUSED,
	ENOTFOUND: UNKNOWN_HOST,
	ENODATA: UNKNOWN_HOST,
	ESERVFAIL: UNKNOWN_HOST,
	EHOSTUNREACH: UNREACHABLE,
	EHOSTDOWN: UNREACHABLE,
	ENETUNREACH: UNREACHABLE,
	ENETDOWN: UNREACHABLE,
	EADDRNOTAVAIL: UNREACHABLE,
	EACCES: UNREACHABLE,
	EPERM: UNREACHABLE,
	ETIMEDOUT: TIMED_OUT,
	ECONNABORTED: TIMED_OUT,
	ESOCKETTIMEDOUT: TIMED_OUT,
	ECONNRESET: CUT,
	EPIPE: CUT,
	ERR_BAD_RESPONSE: CUT,
	ERR_STREAM_PREMATURE_CLOSE: CUT,
	Z_BUF_ERROR: CUT,
	DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
	SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
	UNABLE_TO_GET_ISSUER_CERT: CERTIFICATE,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
	CERT_HAS_EXPIRED: CERTIFICATE,
	CERT_NOT_YET_VALID: CERTIFICATE,
	ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
	HOSTNAME_MISMATCH: CERTIFICATE,
	INVALID_CA: CERTIFICATE,
	INVALID_PURPOSE: CERTIFICATE,
	EPROTO: NO_ENCRYPTION,
};

/** Families of codes of Node.js: names of hosts, no HTTP, encryption, certificates, compression. */
const FAMILIES: Array<[pattern: RegExp, fault: NetworkFault]> = [
	[/^EAI_/, UNKNOWN_HOST],
	[/^HPE_/, CUT],
	[/^ERR_SSL_/, BROKEN_ENCRYPTION],
	[/CERT/, CERTIFICATE],
	[/^(Z|ERR__ERROR)_/, PACKED_WRONGLY],
];

function faultOf(code: string): NetworkFault | undefined {
	return FAULTS[code] ?? FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
}

function toError(fault: NetworkFault, url: string): AiccError {
	return new AiccError('unavailable', `${fault.message} (${new URL(url).host})`, {
		description: fault.description,
		retryable: fault.retryable,
		mayBeDone: fault.mayBeDone,
	});
}

/** The error for an answer that did not come in time. */
export function timedOut(url: string): AiccError {
	return toError(TIMED_OUT, url);
}

/** The error for an answer that is shorter than it says. */
export function cutShort(url: string): AiccError {
	return toError(CUT, url);
}

/** How a system's or a library's code is written, unlike an HTTP status. */
const CODE = /^[A-Z][A-Z0-9_]+$/;

/** The code that an error has. n8n 1.x wraps errors and leaves the code in `httpCode` only. */
function ownCodeOf(error: Error): string | undefined {
	const { code, httpCode } = error as { code?: unknown; httpCode?: unknown };
	return [code, httpCode].find(
		(value): value is string => typeof value === 'string' && CODE.test(value),
	);
}

/** The code of the innermost error that has one. */
function codeOf(error: unknown): string | undefined {
	let found: string | undefined;
	let current = error;
	for (let depth = 0; current instanceof Error && depth < MAX_WRAPPING; depth++) {
		found = ownCodeOf(current) ?? found;
		current = current.cause;
	}
	return found;
}

/**
 * The fault of an answer that began and broke off, as n8n 1.x tells it: no code, but the status of
 * the answer. No status alone makes a request of ours fail.
 */
function brokenAnswer(error: unknown): NetworkFault | undefined {
	const { httpCode } = (error ?? {}) as { httpCode?: unknown };
	return /^\d{3}$/.test(String(httpCode)) ? CUT : undefined;
}

/** Codes of Node.js for what cannot be made a request at all. */
const UNFIT =
	/^(ERR_INVALID_URL|ERR_INVALID_CHAR|ERR_UNESCAPED_CHARACTERS|ERR_HTTP_INVALID_HEADER_VALUE|ERR_SOCKET_BAD_PORT)$/;

/** What n8n says of an address that its settings, or those of the credential, do not allow. */
const FORBIDDEN_BY_N8N = /^(Domain not allowed|The request was blocked because )/;

/**
 * The error for a request that n8n could not even add the keys to: it reads the credential from its
 * data base each time.
 *
 * @param error what n8n threw
 * @returns it, if it has words of its own for what is wrong
 */
export function notPrepared(error: unknown, secrets: readonly string[]): unknown {
	const isOwn = findAiccError(error) !== undefined || codeOf(error) === 'ERR_CANCELED';
	if (isOwn || !(error instanceof Error) || FORBIDDEN_BY_N8N.test(error.message)) return error;
	return new AiccError('unavailable', 'n8n could not read the credential for the request', {
		description: `Nothing was sent. Check n8n's data base. n8n says: ${excerpt(redact(error.message, secrets))}`,
		retryable: {},
		mayBeDone: false,
	});
}

/** Whether a failure without a name of its own came before anything was sent. */
function isBeforeSending(error: unknown, code: string | undefined): boolean {
	if (code !== undefined) return UNFIT.test(code);
	return error instanceof Error && FORBIDDEN_BY_N8N.test(error.message);
}

/**
 * Turns whatever a request without an answer threw into our own error. The original is not kept:
 * it carries the request with its keys.
 *
 * @param url address without query, for the text
 * @param secrets what must not be in the text
 */
export function networkError(error: unknown, url: string, secrets: readonly string[]): AiccError {
	const own = findAiccError(error);
	if (own) return own;
	const code = codeOf(error);
	if (code === 'ERR_CANCELED') return cancelled();
	const fault = code === undefined ? brokenAnswer(error) : faultOf(code);
	if (fault) return toError(fault, url);
	const reason = error instanceof Error ? excerpt(redact(error.message, secrets)) : '';
	return new AiccError('unavailable', `The request to ${new URL(url).host} could not be made`, {
		description: [ADDRESS_ADVICE, reason && `n8n says: ${reason}`].filter(Boolean).join(' '),
		mayBeDone: !isBeforeSending(error, code),
	});
}
