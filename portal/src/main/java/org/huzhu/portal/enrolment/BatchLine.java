package org.huzhu.portal.enrolment;

import java.util.stream.Collectors;
import org.huzhu.enrolment.Batch;

/** A batch in a list, and what its unit is called. */
public record BatchLine(Batch batch, String unit) {

    public String plans() {
        return batch.plans().stream().map(Batch.Pinned::plan).collect(Collectors.joining("、"));
    }

    public String address() {
        return "/w/enrolments/" + batch.id();
    }
}
