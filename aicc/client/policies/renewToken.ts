import { tokenSentWith } from '../../auth/bearer/bearer';
import { isDead, markDead, markWorked, workedBefore } from '../../auth/bearer/tokens';
import { isAccessRefused, type Answer } from '../../protocol/answer';
import {
	isLetIn,
	perSession,
	type ApiResponse,
	type OutgoingRequest,
	type Policy,
} from '../policy';
import type { Session } from '../session';

const stateOf = perSession(() => ({
	/** Whether a token was given up and nothing answered since: another new one would not help. */
	hasRenewed: false,
	/** Whether a new token was refused with 403 like the old one: it is not about the token then. */
	isForbiddenFinal: false,
}));

/**
 * Whether a new token may help: not when the last one fetched was refused as well, nor with 403 for
 * what a living token may not do.
 */
function mayHaveDied({ status }: Answer, token: string, session: Session): boolean {
	const { hasRenewed, isForbiddenFinal } = stateOf(session);
	if (!session.canRenewToken || hasRenewed) return false;
	return status === 401 || (!isForbiddenFinal && workedBefore(token));
}

function renewed(
	{ earlier }: OutgoingRequest,
	session: Session,
	response: ApiResponse,
): ApiResponse {
	const { answer, options } = response;
	const token = tokenSentWith(options);
	if (token === undefined || !answer) return response;
	const state = stateOf(session);
	if (isLetIn(response)) {
		state.hasRenewed = false;
		markWorked(token);
	}
	if (!isAccessRefused(answer)) return response;
	if (earlier.some(({ again }) => again?.because === 'token')) {
		state.isForbiddenFinal ||= answer.status === 403;
		return response;
	}
	// Another request may have had it replaced meanwhile.
	if (!isDead(token)) {
		if (!mayHaveDied(answer, token, session)) return response;
		state.hasRenewed = true;
		markDead(token);
	}
	return { ...response, again: { after: 0, because: 'token' } };
}

/** Gives a bearer token up that was refused, once for each request, and has it sent with a new one. */
export const renewToken: Policy = (next) => (request, session) => {
	const sending = next(request, session);
	return request.endpoint.authentication === 'token'
		? sending.then((response) => renewed(request, session, response))
		: sending;
};
