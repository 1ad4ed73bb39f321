/**
 * Payments (支付): what is owed as benefits, the attempts to pay it, the files that go to banks, and what banks say.
 *
 * <p>What holds here, always, and is held by the tables themselves:
 *
 * <ul>
 *   <li>A benefit is paid at most once: of a payable at most one attempt is alive, and only what the bank gave back is
 *       tried again.
 *   <li>Each step is taken where the one before stands, and by nobody twice; its posting is in the same transaction.
 *   <li>Who assembles or files does not release; who asks does not confirm.
 *   <li>A file follows from its batch alone, to the byte; a batch is frozen when it is made, its number never
 *       another's.
 *   <li>What a bank says twice counts once; what contradicts it changes nothing and waits for a person.
 * </ul>
 *
 * <p>The room knows nothing of what it pays for. Those rooms begin with {@link org.huzhu.payments.Payables}; people pay
 * at {@link org.huzhu.payments.PaymentDesk} and take answers at {@link org.huzhu.payments.AnswerDesk}.
 */
@NullMarked
@ApplicationModule(
        displayName = "支付",
        allowedDependencies = {"kernel", "roster", "database", "crypto", "audit", "access", "ledger", "unions"})
package org.huzhu.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
