import { CHECK_FIELDS } from '../advice';
import { CCFS, ccfs, NOT_THERE } from './product';

/** Source: vendor page cec_07_0817. */
export const downloadRecord = ccfs.endpoint({
	title: 'download the recording',
	path: `${CCFS}/downloadRecord`,
	file: true,
	answerCodes: [NOT_THERE],
	codes: { '0300028': { text: 'A parameter is wrong', advice: CHECK_FIELDS } },
	limits: { fileName: { maxLength: 225 }, callId: { maxLength: 25 }, ccId: { maxLength: 64 } },
});
