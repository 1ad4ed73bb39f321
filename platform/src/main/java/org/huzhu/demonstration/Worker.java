package org.huzhu.demonstration;

import java.time.LocalDate;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.unions.Organisation;

/**
 * A made-up person who works at a unit; {@link #toString} keeps phone and name to itself.
 *
 * @param phone eleven digits
 * @param unit where he works
 * @param since the first day there
 */
public record Worker(
        String name,
        IdNumber id,
        CardNumber card,
        String phone,
        Organisation unit,
        LocalDate since,
        Category category) {

    /** What a worker counts as, where that matters for what he is given. */
    public enum Category {
        /** 在职. */
        EMPLOYED,
        /** 新就业形态. */
        NEW_FORM,
        /** 困难. */
        HARDSHIP,
        /** 劳模. */
        MODEL
    }

    @Override
    public String toString() {
        return "Worker[" + id + " at " + unit.path() + "]";
    }
}
