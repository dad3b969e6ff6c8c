import type { AiccError } from '../../base/errors';
import type { Endpoint } from '../../protocol/endpoint';
import type { Subject } from './sendOrBisect';

/** HTTP status of a service that does not like the request, without a code of its own. */
const BAD_REQUEST = 400;

/** What a failure of an interface that takes many records is about. */
export function subjectOf(
	{ codes }: Endpoint,
	{ kind, resultCode, httpStatus }: AiccError,
): Subject | undefined {
	const about = codes[resultCode ?? '']?.isAbout;
	// It was waited for long enough.
	if (about === 'pace') return 'target';
	if (kind !== 'service') return undefined;
	if (resultCode === undefined) return httpStatus === BAD_REQUEST ? 'unclear' : undefined;
	return about ?? 'unclear';
}
