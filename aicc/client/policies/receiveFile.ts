import type { IBinaryData, IN8nHttpFullResponse } from 'n8n-workflow';

import { AiccError } from '../../base/errors';
import { excerpt } from '../../base/redact';
import { couldNot } from '../../base/words';
import { isFile, kindOf, lengthOf, nameTold } from '../../protocol/files';
import { cutShort, networkError } from '../../protocol/network';
import type { ApiResponse, OutgoingRequest, Policy } from '../policy';
import { secretsOf } from '../secrets';
import type { FileStream, Session } from '../session';
import { Transfer } from '../transfer';

/** What some systems do not have in the name of a file, or take for a folder. */
const UNFIT_FOR_NAMES = /[\\/:*?"<>|]/g;

/** What n8n says when it cannot keep a file. Its memory does not take one without anything in it. */
function notKept({ endpoint }: OutgoingRequest, error: unknown, first: Buffer): AiccError {
	if (first.length === 0) {
		return new AiccError('unavailable', couldNot(endpoint, 'the file has nothing in it'), {
			description: 'It may not be there yet: try again later, or ask the platform.',
		});
	}
	const reason = error instanceof Error ? ` n8n says: ${excerpt(error.message)}` : '';
	return new AiccError('unavailable', couldNot(endpoint, 'n8n could not keep the file'), {
		description: `Check the place where n8n keeps binary data, and that it has room.${reason}`,
	});
}

async function keep(
	transfer: Transfer,
	http: IN8nHttpFullResponse,
	request: OutgoingRequest,
	session: Session,
): Promise<IBinaryData> {
	const { endpoint, fileName = '' } = request;
	const { saveFile } = session;
	const first = await transfer.begin();
	const { ending, mimeType } = kindOf(http, first, endpoint);
	if (!saveFile) throw new Error(`Nothing here keeps what comes of "${endpoint.title}"`);
	const told = endpoint.isAnyFile ? nameTold(http) : undefined;
	const isWhole = told !== undefined && /\.\w+$/.test(told);
	const plain = `${told ?? (fileName || 'file')}${isWhole ? '' : ending}`;
	const name = plain.replace(UNFIT_FOR_NAMES, '_');
	const file = await saveFile(transfer.body, name, mimeType).catch((error: unknown) => {
		throw transfer.error === undefined ? notKept(request, error, first) : transfer.error;
	});
	const length = lengthOf(http);
	if (length !== undefined && transfer.bytes < length) {
		throw cutShort(session.originOf(endpoint));
	}
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
		return isFile(http, request.endpoint)
			? { ...response, file: await keep(transfer, http, request, session) }
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
