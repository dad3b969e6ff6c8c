/** What the storage says that an address of a file leads to: another host, which knows no codes. */
import { AiccError } from '../base/errors';
import { couldNot } from '../base/words';

/** The short word for a fault in the XML of object storages. */
const STORAGE_CODE = /<Code>(\w{1,60})<\/Code>/;

/** Statuses of a storage that is busy, and of an address whose time is over. */
const MAY_PASS = [403, 408, 429, 500, 502, 503, 504];

/**
 * The failure that words in place of a file stand for. Of the words only the storage's own code is
 * repeated: they may have parts of the address in them, which is a key to the file.
 */
export function storageFailure(title: string, status: number, words: string): AiccError {
	const code = STORAGE_CODE.exec(words)?.[1];
	const said = code === undefined ? '' : ` (${code})`;
	if (status >= 200 && status <= 299) {
		return new AiccError(
			'unavailable',
			couldNot({ title }, 'the storage gave a text, not a file'),
			{
				httpStatus: status,
				description:
					'A proxy or firewall on the way may answer like this. Open the address in a browser: switch Download off to get it.',
			},
		);
	}
	if (status >= 300 && status <= 399) {
		return new AiccError(
			'unavailable',
			couldNot({ title }, `the storage leads on to another address (HTTP ${status})`),
			{
				httpStatus: status,
				description:
					'Redirects are not followed: the address that the platform gave out is a key to the file. Ask the platform for addresses of the storage that answers itself; with Download off the address comes out, for a browser or another node.',
			},
		);
	}
	return new AiccError(
		'unavailable',
		couldNot({ title }, `the storage said HTTP ${status}${said}`),
		{
			httpStatus: status,
			description:
				'The address is valid for five minutes, and a new one was asked for each time. Check that this machine may reach the storage of the platform, and that the file is still there.',
			retryable: MAY_PASS.includes(status) ? {} : undefined,
		},
	);
}
