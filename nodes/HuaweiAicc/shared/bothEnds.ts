import type { Moment } from '../../../aicc/base/time';
import type { Inputs } from '../../shared/inputs';

/** Both ends of a span, or undefined where there is neither. @throws AiccError where one is missing */
export function bothEnds(
	inputs: Inputs,
	beginPath: string,
	endPath: string,
): [begin: Moment, end: Moment] | undefined {
	const begin = inputs.optionalMoment(beginPath);
	const end = inputs.optionalMoment(endPath);
	if (begin && end) return [begin, end];
	if (!begin && !end) return undefined;
	throw inputs.complaint(
		begin ? endPath : beginPath,
		'is empty',
		'Set both Begin Time and End Time, or neither.',
	);
}
