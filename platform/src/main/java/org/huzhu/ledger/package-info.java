/**
 * The general ledger (总账): funds, their accounts, and a journal of double entries. It knows no business: what a
 * transaction is for stands in its kind and its reference, which are others' words.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>A transaction lies within one fund, has two entries at least, and they sum to zero.
 *   <li>Nothing is changed or deleted: what was wrong is reversed, once, by another transaction on a day of its own.
 *   <li>What is posted twice under one key stands once.
 *   <li>Months are closed in order and for good; nothing is posted to a day that is closed.
 *   <li>Whoever reaches the organisation of a fund sees all of it, else nothing.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.ledger.Ledger} to post and to ask, with {@link org.huzhu.ledger.FundDesk} to open
 * funds and close months. Whoever moves organisations tells {@link org.huzhu.ledger.FundPaths}; a room whose business
 * needs a fund of an office has it of {@link org.huzhu.ledger.FundFounding}.
 */
@NullMarked
@ApplicationModule(
        displayName = "总账",
        allowedDependencies = {"kernel", "database", "audit", "access"})
package org.huzhu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
