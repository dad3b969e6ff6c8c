/**
 * A file that queryBillData asked for can be fetched.
 *
 * Source: vendor page 0814.
 */
import { behaviour } from '../core/behaviour';
import type { PushSettings } from '../core/pushed';

/** What the push of a file can be asked for with. */
export interface FilePush extends PushSettings {
	/** Which request it is about; a made-up one unless told. */
	responseId?: string;
	billFileName?: string;
	/** Only if it was sent. */
	accountId?: string;
}

export default behaviour<FilePush>(
	'billFileReady',
	({
		responseId = '00000000-0000-0000-0000-000000000001',
		billFileName = `20260115_${responseId.replaceAll('-', '')}.zip`,
		accountId,
	}) => ({
		request: { version: '2.0' },
		msgBody: { responseId, billFileName, ...(accountId !== undefined && { accountId }) },
	}),
);
