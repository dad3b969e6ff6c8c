import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { AiccError, findAiccError } from '../../aicc/errors';

/** Kinds of our errors for which nothing was sent: the user's own fields are wrong. */
const LOCAL_KINDS = ['input', 'configuration'];

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
	const failure =
		findAiccError(thrown) ??
		new AiccError('unavailable', thrown instanceof Error ? thrown.message : String(thrown));
	const item = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	const message = `${failure.message}${item}`;
	const { description } = failure;
	const error = LOCAL_KINDS.includes(failure.kind)
		? new NodeOperationError(node, message, { itemIndex, description })
		: new NodeApiError(
				node,
				{ message },
				{ itemIndex, message, description, httpCode: failure.httpStatus?.toString() ?? 'none' },
			);
	// n8n replaces a message in which it finds the name of a system error; the words are meant as is.
	error.message = message;
	return error;
}
