package org.huzhu.enrolment;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tables of this room, together. */
@Component
record EnrolmentTables(JdbcBatches batches, JdbcFiles files, JdbcLines lines, JdbcCovers covers, JdbcPeople people) {

    /** The name under which newcomers of a part of a batch wait. */
    UUID roster(Batch batch, int part) {
        return new UUID(batch.id().getMostSignificantBits(), batch.id().getLeastSignificantBits() ^ part);
    }
}
