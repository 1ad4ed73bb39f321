package org.huzhu.portal.console;

import org.huzhu.unions.Organisation;

/**
 * An organisation that a search found.
 *
 * @param above the name of what it stands under, which tells it from others of its name; empty text for none in reach
 */
public record FoundOrganisation(Organisation organisation, String above) {}
