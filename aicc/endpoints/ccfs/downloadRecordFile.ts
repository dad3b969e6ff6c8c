import { CCFS, ccfs, NOT_THERE } from './product';

/** Source: vendor page cec_07_0816. Its name for a file is that of the CSV, as it came. */
export const downloadRecordFile = ccfs.endpoint({
	title: 'download the recording',
	path: `${CCFS}/downloadRecordFile`,
	file: true,
	answerCodes: [NOT_THERE],
	limits: { fileName: { minLength: 1, maxLength: 225 } },
});
