import { takeServerTime, withClockDifference } from '../../auth/authV2/clock';
import type { ApiResponse, OutgoingRequest, Policy } from '../policy';
import type { Session } from '../session';

function corrected(
	{ earlier, endpoint }: OutgoingRequest,
	session: Session,
	response: ApiResponse,
): ApiResponse {
	const { answer, failure } = response;
	if (!failure || answer?.status !== 401) return response;
	const { date } = answer.headers;
	const now = Date.now();
	const isFinal = endpoint.statuses?.[401] !== undefined;
	const told = { ...response, failure: withClockDifference(failure, date, now, !isFinal) };
	if (isFinal) return told;
	const isFirst = !earlier.some(({ again }) => again?.because === 'clock');
	return isFirst && takeServerTime(session.originOf(endpoint), date, now)
		? { ...told, again: { after: 0, because: 'clock' } }
		: told;
}

/**
 * Takes over the server's time when it refuses a signature and the clocks differ, once for each
 * request, and has it sent with a new signature. Refused again, or by a product that must not be asked
 * again, it is told by how much they differ.
 */
export const correctClock: Policy = (next) => (request, session) => {
	const sending = next(request, session);
	return request.endpoint.authentication === 'akSk'
		? sending.then((response) => corrected(request, session, response))
		: sending;
};
