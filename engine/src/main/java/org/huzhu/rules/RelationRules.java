package org.huzhu.rules;

import org.huzhu.plan.Relation;

/**
 * What holds between clauses of a version.
 *
 * @param clauses a set of {@link ClauseRules#bit}
 * @param first the bit of the clause that is named first
 */
public record RelationRules(Relation relation, long clauses, long first) {

    public boolean joins(long bit) {
        return (clauses & bit) != 0;
    }
}
