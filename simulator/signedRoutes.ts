/** Routes that want a signature (C2). */
import type { FastifyRequest } from 'fastify';

import { badRequest } from './checks';
import { isalesAnswer, parameterError, Refused } from './isalesAnswer';
import type { Platform, RecordedRequest } from './platform';
import type { Answer, Method, Service } from './service';
import { signatureFault } from './verifySignature';

/** Everything of CC-iSales is below the tenant's VDN. */
export const CAMPAIGNS = '/rest/isales/v1/openapi/campaigns/:vdnId';

const CONTENT_TYPE = 'application/json; charset=UTF-8';

export type SignedRoute = (request: RecordedRequest, params: Record<string, string>) => Answer;

export type AddSignedRoute = (
	method: Method,
	path: string,
	name: string,
	answer: SignedRoute,
) => void;

/** Refuses a request that is not signed as the platform wants it. */
function refusal(platform: Platform, request: RecordedRequest, target: string): Answer | undefined {
	if (request.headers['content-type'] !== CONTENT_TYPE) {
		return badRequest(`Content-Type must be ${CONTENT_TYPE}`);
	}
	const fault = signatureFault(
		{ method: request.method, target, headers: request.headers, body: request.body },
		platform.options.account,
		platform.now,
		platform.behaviour.clockToleranceSeconds,
	);
	return fault === undefined
		? undefined
		: { status: 401, json: { message: `Unauthorized: ${fault}` } };
}

/** Gives a function that adds routes for signed requests of the tenant's own VDN to a server. */
export function signedRoutes(service: Service, platform: Platform): AddSignedRoute {
	return (method, path, name, answer) => {
		service.route(method, path, name, (request: RecordedRequest, raw: FastifyRequest): Answer => {
			const refused = refusal(platform, request, raw.raw.url ?? '');
			if (refused) return refused;
			const params = raw.params as Record<string, string>;
			const isForeign =
				'vdnId' in params && params.vdnId !== String(platform.options.account.vdnId);
			if (isForeign) return parameterError('The VDN does not exist');
			try {
				return answer(request, params);
			} catch (error) {
				return error instanceof Refused
					? isalesAnswer(error.code, error.message)
					: { status: 500, json: { message: String(error) } };
			}
		});
	};
}
