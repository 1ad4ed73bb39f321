package org.huzhu.plan;

import java.time.LocalDate;
import org.huzhu.kernel.Require;

/**
 * A document that a figure or a rule was taken from.
 *
 * @param title as printed on the document or its publication
 * @param date the day on which it was issued or published
 */
public record Source(String title, LocalDate date) {
    public Source {
        Require.that(!title.isBlank(), "A source needs a title");
    }
}
