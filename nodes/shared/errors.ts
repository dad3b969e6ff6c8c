import {
	ExpressionError,
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
} from 'n8n-workflow';

import { AiccError, findAiccError } from '../../aicc/base/errors';

/** Kinds of our errors for which nothing was sent: the user's own fields are wrong. */
const LOCAL_KINDS = ['input', 'configuration'];

/** From here on an HTTP status says by itself that a request failed. */
const FIRST_FAILED_STATUS = 400;

/**
 * What the editor shows as the code of a failure: a refusal comes with HTTP 200, and has a code of the
 * service's own.
 */
function codeOf({ httpStatus, resultCode }: AiccError): string | null {
	const isStatus = httpStatus !== undefined && httpStatus >= FIRST_FAILED_STATUS;
	return isStatus ? String(httpStatus) : (resultCode ?? null);
}

/** What failed, in our own words. */
function failureOf(thrown: unknown): AiccError {
	return (
		findAiccError(thrown) ??
		new AiccError('unavailable', thrown instanceof Error ? thrown.message : String(thrown))
	);
}

/**
 * The error that n8n shows for a failed item or poll.
 *
 * It is made anew from the words alone: n8n's own errors carry the whole request with its keys.
 *
 * @param itemIndex the input item that failed; undefined where there are none
 */
export function toNodeError(
	node: INode,
	thrown: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeOperationError) return thrown;
	const failure = failureOf(thrown);
	const item = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	const message = `${failure.message}${item}`;
	const { description } = failure;
	const error = LOCAL_KINDS.includes(failure.kind)
		? new NodeOperationError(node, message, { itemIndex, description })
		: new NodeApiError(node, { message }, { itemIndex, message, description });
	if (error instanceof NodeApiError) error.httpCode = codeOf(failure);
	// n8n replaces a message in which it finds the name of a system error; the words are meant as is.
	error.message = message;
	return error;
}

/**
 * What an error item says: what happened, what to do, what became of the item's request, and the
 * service's own code. Workflows branch on these words; what has no value is left out.
 *
 * @param itemIndex the input item that failed
 */
export function errorFields(node: INode, thrown: unknown, itemIndex: number): IDataObject {
	const { message, description } = toNodeError(node, thrown, itemIndex);
	const isOfFields = thrown instanceof ExpressionError || thrown instanceof NodeOperationError;
	const { outcome, resultCode, httpStatus } = failureOf(thrown);
	const fields: IDataObject = {
		message,
		description: description ?? undefined,
		outcome: isOfFields ? 'refused' : outcome,
		code: resultCode,
		httpStatus,
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
