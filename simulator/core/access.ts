/** Lets in who may ask, in the way that the description has for an interface. */
import type { Operation } from './description';
import { Answer } from './answer';
import type { Platform, RecordedRequest } from './platform';
import { signatureFault } from './verifySignature';

const SIGNED_CONTENT_TYPE = 'application/json; charset=UTF-8';

/** Refuses a request that does not come with a living token of its own App Key. */
function tokenRefusal(platform: Platform, { headers }: RecordedRequest): Answer | undefined {
	const { account } = platform.options;
	const { behaviour } = platform;
	const [, token = ''] = /^Bearer (\S+)$/.exec(String(headers.authorization ?? '')) ?? [];
	const owner = platform.tokens.ownerOf(token, Date.now());
	const isTenantRight =
		!behaviour.requireTenantSpace || headers['x-tenantspaceid'] === account.tenantSpaceId;
	const appKey = headers['x-app-key'];
	const isAppKeyRight = appKey === owner || (behaviour.appKeyOptional && appKey === undefined);
	if (owner !== undefined && isAppKeyRight && isTenantRight) return undefined;
	return new Answer({
		status: behaviour.deadTokenStatus,
		json: { error: 'invalid_token', error_description: 'Authentication fails.' },
	});
}

/** Refuses a request that is not signed as the platform wants it. */
function signatureRefusal(
	platform: Platform,
	{ method, headers, body }: RecordedRequest,
	target: string,
): Answer | undefined {
	if (headers['content-type'] !== SIGNED_CONTENT_TYPE) {
		const message = `Content-Type must be ${SIGNED_CONTENT_TYPE}`;
		return new Answer({ status: 400, json: { message } });
	}
	const fault = signatureFault(
		{ method, target, headers, body },
		platform.options.account,
		platform.now,
		platform.behaviour.clockToleranceSeconds,
	);
	if (fault === undefined) return undefined;
	return new Answer({ status: 401, json: { message: `Unauthorized: ${fault}` } });
}

/**
 * The refusal of a request whose sender is not let in.
 *
 * @param target path and query as they were on the wire
 */
export function accessRefusal(
	{ security }: Operation,
	platform: Platform,
	request: RecordedRequest,
	target: string,
): Answer | undefined {
	if (security === 'bearer') return tokenRefusal(platform, request);
	if (security === 'authV2') return signatureRefusal(platform, request, target);
	return undefined;
}
