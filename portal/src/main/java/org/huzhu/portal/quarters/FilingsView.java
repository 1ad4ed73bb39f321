package org.huzhu.portal.quarters;

import java.util.List;
import org.huzhu.access.Role;
import org.huzhu.quarters.filed.Filing;

/**
 * What was filed for a year, as the page shows it.
 *
 * @param plans for which something may be filed
 * @param role of whoever looks
 * @param done what was just done; empty text where nothing was
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record FilingsView(
        int year, List<String> plans, List<Filing> filings, Role role, boolean mayFile, String done, String trouble) {

    /** Whether he may let it pass. */
    public boolean waits(Filing filing) {
        return switch (filing.state()) {
            case ENTERED -> role == Role.AGENCY_REVIEWER;
            case PASSED -> role == Role.OFFICE_REVIEWER;
            case ACCEPTED, RETURNED -> false;
        };
    }

    /** Whether he may return it. */
    public boolean mayReturn(Filing filing) {
        return waits(filing) || (filing.state() == Filing.State.ACCEPTED && role == Role.OFFICE_REVIEWER);
    }
}
