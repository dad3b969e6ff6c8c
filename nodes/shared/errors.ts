import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { AiccError, findAiccError } from '../../aicc/errors';

/** Kinds of our errors for which nothing was sent: the user's own fields are wrong. */
const LOCAL_KINDS = ['input', 'configuration'];

/**
 * The error that n8n shows for a failed item.
 *
 * It is made anew from the words alone: n8n's own errors carry the whole request with its keys.
 */
export function toNodeError(
	node: INode,
	thrown: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeOperationError) return thrown;
	const failure =
		findAiccError(thrown) ??
		new AiccError('unavailable', thrown instanceof Error ? thrown.message : String(thrown));
	const message = `${failure.message} [item ${itemIndex}]`;
	const { description } = failure;
	const error = LOCAL_KINDS.includes(failure.kind)
		? new NodeOperationError(node, message, { itemIndex, description })
		: new NodeApiError(
				node,
				{ message },
				{ itemIndex, message, description, httpCode: failure.status?.toString() ?? 'none' },
			);
	// n8n replaces a message in which it finds the name of a system error; the words are meant as is.
	error.message = message;
	return error;
}
