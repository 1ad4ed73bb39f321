package org.huzhu.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds records of the trail, as far as the scope of the transaction reaches. */
public interface AuditSearch {

    /** The most records on a page. */
    int PAGE_RECORDS_MAX = 200;

    /** What matches all that the question states, the newest first. */
    List<AuditRecord> find(Question question);

    /**
     * What is looked for; what is empty matches all.
     *
     * @param actor the id of the actor
     * @param object the id of the object
     * @param action such as {@code member.reveal}
     * @param from the first day, in China
     * @param until the day after the last
     * @param before only records with a lower seq: the seq of the last record on the page before
     * @param count how many at most, up to {@link #PAGE_RECORDS_MAX}
     */
    record Question(
            Optional<String> actor,
            Optional<String> object,
            Optional<String> action,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            OptionalLong before,
            int count) {

        /** All of it, the newest records first. */
        public static Question all() {
            return new Question(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    PAGE_RECORDS_MAX);
        }

        public Question ofActor(String id) {
            return new Question(Optional.of(id), object, action, from, until, before, count);
        }

        public Question ofObject(String id) {
            return new Question(actor, Optional.of(id), action, from, until, before, count);
        }

        public Question ofAction(String name) {
            return new Question(actor, object, Optional.of(name), from, until, before, count);
        }

        /** Within half-open days. */
        public Question between(LocalDate first, LocalDate afterLast) {
            return new Question(actor, object, action, Optional.of(first), Optional.of(afterLast), before, count);
        }

        /** The page after the one that ends with the record. */
        public Question after(AuditRecord last) {
            return new Question(actor, object, action, from, until, OptionalLong.of(last.seq()), count);
        }

        /** At most so many. */
        public Question atMost(int records) {
            return new Question(actor, object, action, from, until, before, records);
        }
    }
}
