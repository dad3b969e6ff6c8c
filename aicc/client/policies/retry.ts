import { waitUntil } from '../../base/waiting';
import { atEnd } from '../atEnd';
import type { ApiResponse, Handler, OutgoingRequest, Policy } from '../policy';
import type { Session } from '../session';

async function sendAgain(
	next: Handler,
	request: OutgoingRequest,
	first: ApiResponse,
	session: Session,
): Promise<ApiResponse> {
	let { earlier } = request;
	let response = first;
	const turnedAway = (thrown: unknown): ApiResponse => {
		if (thrown !== session.end) throw thrown;
		return { ...response, again: undefined, failure: atEnd(response.failure, session) };
	};
	session.retrying++;
	try {
		while (response.again) {
			const until = Date.now() + response.again.after;
			await waitUntil(
				() => until,
				() => !session.isOver,
			);
			earlier = [...earlier, response];
			response = await next({ ...request, earlier }, session).catch(turnedAway);
		}
		return response;
	} finally {
		session.retrying--;
	}
}

/** Sends a request again, after its wait, as long as it comes back to be sent again. */
export const retry: Policy = (next) => async (request, session) => {
	const first = await next(request, session);
	return first.again ? await sendAgain(next, request, first, session) : first;
};
