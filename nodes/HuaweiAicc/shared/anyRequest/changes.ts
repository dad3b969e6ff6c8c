/** Whether a request to any interface changes something, and whether it may. */
import { isKnownToChange } from '../../../../aicc/endpoints/anyInterface';
import { AiccError } from '../../../../aicc/base/errors';
import type { Inputs } from '../../../shared/inputs';
import type { RequestOptions } from './options';

const READING = 'GET';

/** How an expression has a model fill something in. */
const BY_MODEL = /\$fromAI\b/i;

const ALLOWANCE = 'allowAgentWrites';

/** Whether a model fills in a field of the form, or a part of it. */
function isOfModel(inputs: Inputs, name: string): boolean {
	return BY_MODEL.test(JSON.stringify(inputs.raw(name)) ?? '');
}

/** Whether whoever has built the workflow allows agents to change something: a model cannot. */
function isAllowed(inputs: Inputs, { isAgentAllowed }: RequestOptions): boolean {
	const raw = inputs.raw('options') as Record<string, unknown> | string | null;
	const own = typeof raw === 'object' ? raw?.[ALLOWANCE] : raw;
	return isAgentAllowed && !BY_MODEL.test(JSON.stringify(own) ?? '');
}

/** What the request is, and what is said of it. */
interface Request {
	method: string;
	path: string;
	options: RequestOptions;
}

/**
 * Lets an agent only look things up, unless it may more. Where a model chooses what is asked, a POST
 * counts as a look-up only if the pages say so.
 *
 * @throws AiccError
 */
function checkAgent(inputs: Inputs, { method, path, options }: Request, isWrite: boolean): void {
	if (isAllowed(inputs, options)) return;
	const isChosenByModel = ['method', 'path', 'options'].some((name) => isOfModel(inputs, name));
	const isKnownReading = method === READING || isKnownToChange(method, path) === false;
	if (!isWrite && (!isChosenByModel || isKnownReading)) return;
	throw new AiccError(
		'input',
		`An AI agent may not send ${method} ${path}: it may change something`,
		{
			description:
				'Nothing was sent. If the agent is to change something, switch on Allow Agents to Change Things in the options. A POST that only looks something up needs Changes Something off.',
		},
	);
}

/**
 * Whether a request changes something: what the user says, else every method but GET.
 *
 * @throws AiccError for what is known to be otherwise, and for an agent that may not
 */
export function isChange(inputs: Inputs, request: Request): boolean {
	const { method, path, options } = request;
	const isWrite = options.changesSomething ?? method !== READING;
	if (!isWrite && isKnownToChange(method, path)) {
		throw inputs.complaint(
			'options.changesSomething',
			`cannot be off for ${method} ${path}`,
			'That interface changes something: it must not be sent twice. Switch it on, or remove it.',
		);
	}
	if (inputs.isOfAgent) checkAgent(inputs, request, isWrite);
	return isWrite;
}
