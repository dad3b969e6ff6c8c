import { takeServerTime, withClockDifference } from '../../auth/authV2/clock';
import type { ApiResponse, OutgoingRequest, Policy } from '../policy';
import type { Session } from '../session';

function corrected(
	{ earlier }: OutgoingRequest,
	{ origin }: Session,
	response: ApiResponse,
): ApiResponse {
	const { answer, failure } = response;
	if (!failure || answer?.status !== 401) return response;
	const { date } = answer.headers;
	const now = Date.now();
	const told = { ...response, failure: withClockDifference(failure, date, now) };
	const isFirst = !earlier.some(({ again }) => again?.because === 'clock');
	return isFirst && takeServerTime(origin, date, now)
		? { ...told, again: { after: 0, because: 'clock' } }
		: told;
}

/**
 * Takes over the server's time when it refuses a signature and the clocks differ, once for each
 * request, and has it sent with a new signature. Refused again, it is told by how much they differ.
 */
export const correctClock: Policy = (next) => (request, session) => {
	const sending = next(request, session);
	return request.endpoint.authentication === 'akSk'
		? sending.then((response) => corrected(request, session, response))
		: sending;
};
