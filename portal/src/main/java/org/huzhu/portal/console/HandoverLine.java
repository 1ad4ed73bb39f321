package org.huzhu.portal.console;

import org.huzhu.staff.Handovers.Handover;

/**
 * A handover that waits, as a page tells of it.
 *
 * @param isDecidable whether whoever looks may decide it
 */
public record HandoverLine(Handover handover, String unit, String outgoing, String incoming, boolean isDecidable) {}
