package org.huzhu.ledger;

import java.util.UUID;

/**
 * Funds for the rooms of the business, which post to them in the name of people who do not reach them. Each call is
 * made within a transaction, with all in reach ({@link org.huzhu.database.BeyondReach}); else it is refused.
 */
public interface FundFounding {

    /** The fund of that code; where there is none, it is opened, with the standard chart of accounts. */
    Fund standing(FundOpening opening);

    /** The fund, of which no month is closed until the transaction ends. */
    Fund held(UUID fund);
}
