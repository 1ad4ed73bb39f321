package org.huzhu.portal.claims;

import java.util.List;
import java.util.UUID;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.watch.Check;
import org.huzhu.kernel.Money;
import org.huzhu.portal.sheet.Sheet.Choice;

/**
 * What whoever looks at a claim needs beside it.
 *
 * @param member his name
 * @param unit where he worked
 * @param papers what can be asked for
 * @param grounds clauses by which it can be refused
 * @param flags why it deserves a second look, a sentence each
 * @param ticks the short list that is ticked when it is approved; empty where the step at hand approves nothing
 * @param lookers who else has it open, and since when
 * @param differences where receipts say otherwise than was told
 * @param hints what another claim has in common with it: people look at both, nothing is decided by it
 * @param isChecked whether whoever looks has said that he checked who is paid
 * @param mayEnter whether he may enter another card for one of them
 */
public record ReviewView(
        String member,
        String unit,
        boolean isHis,
        boolean mayReopen,
        List<PaperKind> papers,
        List<Choice> grounds,
        List<String> flags,
        List<Tick> ticks,
        List<String> lookers,
        List<String> differences,
        List<Hint> hints,
        List<Payee> recipients,
        boolean isChecked,
        boolean mayEnter) {

    /**
     * A line of the short list.
     *
     * @param isFound whether the program has found it to be so: then it is ticked already
     */
    public record Tick(Check check, boolean isFound) {}

    /** That another claim is like this one, in a sentence. */
    public record Hint(UUID claim, String number, String why) {}

    /**
     * Somebody who is paid in the member's place.
     *
     * @param gets what he is owed or, before it is decided, what he would be
     * @param isBack whether the bank gave it back
     */
    public record Payee(Recipient recipient, Money gets, boolean isBack) {}
}
