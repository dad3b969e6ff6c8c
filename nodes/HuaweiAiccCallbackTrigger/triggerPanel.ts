import type { TriggerPanelDefinition } from 'n8n-workflow';

/** In this order: while n8n listens, it covers the form and with it the URLs. */
const TO_TRY_IT =
	'<b>To try it</b>, copy the Test URL, click the button, and have the platform (or the simulator) push to that URL, or open it in the browser for a sample. You see here what came.';

/** What the editor says beside the trigger's form, in place of n8n's words for any webhook. */
export const callbackTriggerPanel: TriggerPanelDefinition = {
	header: 'Take what AICC pushes',
	executionsHelp: {
		inactive: `${TO_TRY_IT}<br /><br /><b>For real calls</b>, publish the workflow and enter the Production URL on the platform. Each push is then an execution, listed under Executions, not here.`,
		active: `${TO_TRY_IT}<br /><br /><b>What is real</b> comes in at the Production URL while the workflow is published. Each push is an execution, listed under <a data-key="executions">Executions</a>, not here.`,
	},
	activationHint: {
		inactive: 'Publish the workflow to take pushes at the Production URL.',
		active: 'The workflow takes pushes at the Production URL.',
	},
};
