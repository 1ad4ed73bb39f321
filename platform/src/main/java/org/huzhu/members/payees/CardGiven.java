package org.huzhu.members.payees;

import java.util.UUID;

/**
 * A member has said himself on which card he is paid; told within the transaction that keeps it.
 *
 * @param isOther whether it is another than before
 */
public record CardGiven(UUID member, boolean isOther) {}
