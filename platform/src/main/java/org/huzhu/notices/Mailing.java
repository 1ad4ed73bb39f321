package org.huzhu.notices;

import java.util.Map;

/**
 * Tells as many members at once as a query finds: what {@link Outbox} is for one, and by the same rules, in one
 * statement.
 */
public interface Mailing {

    /**
     * Tells all whom the query names.
     *
     * @param query of the columns {@code event}, {@code member}, {@code path}, {@code words} and {@code link}, in this
     *     order; the words, an array of texts, are those of the template in its order; it has the parameter
     *     {@code reach}, which is filled here
     * @param blanks the other parameters of the query
     * @return how many were told who were not before
     */
    int tell(Template template, String query, Map<String, ?> blanks);
}
