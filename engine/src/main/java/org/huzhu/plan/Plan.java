package org.huzhu.plan;

import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.Require;

/**
 * One version of one plan (计划): who may enrol, what waits, what each clause promises, and how the clauses bear on each
 * other.
 *
 * <p>A plan is data. What a clause gives in a case is worked out by {@code org.huzhu.adjudication}.
 *
 * @param title the full name as printed
 * @param office the office that runs the plan, such as {@code 北京}
 * @param sources the documents that this version rests on
 * @param relations what holds between clauses that could claim the same money
 */
public record Plan(
        PlanId id,
        String title,
        String office,
        List<Source> sources,
        Applicability applicability,
        Enrolment enrolment,
        Optional<Waiting> waiting,
        List<Exclusion> exclusions,
        List<Clause> clauses,
        List<Cap> caps,
        List<Relation> relations) {

    public Plan {
        sources = List.copyOf(sources);
        exclusions = List.copyOf(exclusions);
        clauses = List.copyOf(clauses);
        caps = List.copyOf(caps);
        relations = List.copyOf(relations);
        Require.that(!clauses.isEmpty(), "The plan %s has no clause", id);
        long numbers = clauses.stream().map(Clause::number).distinct().count();
        Require.that(numbers == clauses.size(), "Two clauses of %s bear the same number", id);
    }

    public Optional<Clause> clause(String number) {
        return clauses.stream().filter(clause -> clause.number().equals(number)).findFirst();
    }

    /** The caps that bind the clause, alone or together with others, in the order of the file. */
    public List<Cap> capsOn(String clause) {
        return caps.stream().filter(cap -> cap.clauses().contains(clause)).toList();
    }
}
