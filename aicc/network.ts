import { AiccError, findAiccError, type AiccErrorDetails } from './errors';
import { excerpt, redact } from './redact';

/** What a failed connection means, by the code of Node.js or of n8n's HTTP client. */
interface NetworkFault {
	message: string;
	description: string;
	/** Whether trying again may help. */
	passing?: AiccErrorDetails['passing'];
	/** Whether the service can have seen the request. */
	mayBeDone?: boolean;
}

const ADDRESS_ADVICE =
	"Check the credential's Base URL, and that this machine may reach it: AICC platforms let only listed addresses in.";

const NOT_REACHED = { passing: {}, mayBeDone: false };
const MAYBE_SENT = { passing: {}, mayBeDone: true };

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
		'Check that the platform is up and that no firewall drops the connection. A longer time can be set under Settings > Request Options > Timeout.',
	...MAYBE_SENT,
};

const CUT: NetworkFault = {
	message: 'The connection was cut before the answer was complete',
	description:
		'Try again later. If it goes on, ask the platform whether a firewall cuts connections.',
	...MAYBE_SENT,
};

const FAULTS: Record<string, NetworkFault> = {
	ECONNREFUSED: REFUSED,
	ENOTFOUND: UNKNOWN_HOST,
	EAI_AGAIN: UNKNOWN_HOST,
	EHOSTUNREACH: UNREACHABLE,
	ENETUNREACH: UNREACHABLE,
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
	EPROTO: {
		message: 'No encrypted connection could be made',
		description: 'Check that the port in the Base URL is the HTTPS port of the server.',
	},
};

/** Codes of Node.js for an answer that is no HTTP. */
const NO_HTTP = /^HPE_/;

function faultOf(code: string): NetworkFault | undefined {
	return NO_HTTP.test(code) ? CUT : FAULTS[code];
}

function toError(fault: NetworkFault, url: string): AiccError {
	return new AiccError('unavailable', `${fault.message} (${new URL(url).host})`, {
		description: fault.description,
		passing: fault.passing,
		mayBeDone: fault.mayBeDone,
	});
}

/** The error for an answer that did not come in time. */
export function timedOut(url: string): AiccError {
	return toError(TIMED_OUT, url);
}

/** The code of the innermost error that has one. */
function codeOf(error: unknown): string | undefined {
	let found: string | undefined;
	for (let current = error; current instanceof Error; current = current.cause) {
		if ('code' in current && typeof current.code === 'string') found = current.code;
		if (current.cause === current) break;
	}
	return found;
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
	if (code === 'ERR_CANCELED') return new AiccError('cancelled', 'The execution was cancelled');
	const fault = code === undefined ? undefined : faultOf(code);
	if (fault) return toError(fault, url);
	const reason = error instanceof Error ? excerpt(redact(error.message, secrets)) : '';
	return new AiccError('unavailable', `The request to ${new URL(url).host} could not be made`, {
		description: [ADDRESS_ADVICE, reason && `n8n says: ${reason}`].filter(Boolean).join(' '),
		mayBeDone: true,
	});
}
