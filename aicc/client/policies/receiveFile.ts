import type { IBinaryData, IN8nHttpFullResponse } from 'n8n-workflow';

import { AiccError } from '../../base/errors';
import { excerpt } from '../../base/redact';
import { couldNot } from '../../base/words';
import { isFile, kindOf, leastLengthOf, nameTold } from '../../protocol/files';
import { cutShort, networkError } from '../../protocol/network';
import type { ApiResponse, OutgoingRequest, Policy } from '../policy';
import { secretsOf } from '../secrets';
import type { FileStream, Session } from '../session';
import { Transfer } from '../transfer';

/** What some systems do not have in the name of a file, or take for a folder. */
const UNFIT_FOR_NAMES = /[\\/:*?"<>|]/g;

/** A file without anything in it: n8n's memory would not take it, its disk would. */
function nothingInIt({ endpoint }: OutgoingRequest): AiccError {
	return new AiccError('unavailable', couldNot(endpoint, 'the file has nothing in it'), {
		description: 'It may not be there yet: try again later, or ask the platform.',
	});
}

/** What n8n says when it cannot keep a file. */
function notKept({ endpoint }: OutgoingRequest, error: unknown): AiccError {
	const reason = error instanceof Error ? ` n8n says: ${excerpt(error.message)}` : '';
	return new AiccError('unavailable', couldNot(endpoint, 'n8n could not keep the file'), {
		description: `Check the place where n8n keeps binary data, and that it has room.${reason}`,
	});
}

async function keep(
	transfer: Transfer,
	first: Buffer,
	http: IN8nHttpFullResponse,
	request: OutgoingRequest,
	session: Session,
): Promise<IBinaryData> {
	const { endpoint, fileName = '' } = request;
	const { saveFile } = session;
	const least = leastLengthOf(http);
	// n8n would keep what it need not.
	if (least === Infinity) throw cutShort(session.originOf(endpoint));
	if (first.length === 0 && least <= 0) throw nothingInIt(request);
	const { ending, mimeType } = kindOf(http, first, endpoint);
	if (!saveFile) throw new Error(`Nothing here keeps what comes of "${endpoint.title}"`);
	const told = endpoint.isAnyFile ? nameTold(http) : undefined;
	const isWhole = told !== undefined && /\.\w+$/.test(told);
	const plain = `${told ?? (fileName || 'file')}${isWhole ? '' : ending}`;
	const name = plain.replace(UNFIT_FOR_NAMES, '_');
	const file = await saveFile(transfer.file(), name, mimeType).catch((error: unknown) => {
		throw transfer.error === undefined ? notKept(request, error) : transfer.error;
	});
	if (transfer.bytes < least) throw cutShort(session.originOf(endpoint));
	return file;
}

async function received(
	response: ApiResponse,
	request: OutgoingRequest,
	session: Session,
): Promise<ApiResponse> {
	const { http, options } = response;
	if (!http) return response;
	const transfer = new Transfer(http.body as FileStream, request.onProgress);
	try {
		const first = await transfer.begin();
		return isFile(http, first, request.endpoint)
			? { ...response, file: await keep(transfer, first, http, request, session) }
			: { ...response, http: { ...http, body: await transfer.text() } };
	} catch (error) {
		const origin = session.originOf(request.endpoint);
		return { options, failure: networkError(error, origin, secretsOf(request, options, session)) };
	} finally {
		transfer.end();
	}
}

/**
 * Hands a file to n8n as it comes, so that it never stands in memory as a whole where n8n keeps files
 * on disk; what came in its place is read as text. A file that is cut short is a failed connection.
 */
export const receiveFile: Policy = (next) => (request, session) => {
	const sending = next(request, session);
	return request.endpoint.file
		? sending.then(async (response) => await received(response, request, session))
		: sending;
};
