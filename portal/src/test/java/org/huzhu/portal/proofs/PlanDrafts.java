package org.huzhu.portal.proofs;

import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.portal.Demonstrated;

/** A draft of a plan, for the proofs that need one. */
final class PlanDrafts {

    private static final String FILE = "住院医疗/2099.yaml";

    private PlanDrafts() {}

    /** Lays it, where nobody has yet. */
    static void lay(Demonstrated society, PlanDesk desk) {
        Caller officer = new Caller(
                UUID.randomUUID(),
                Role.PLAN_OFFICER,
                Optional.of(society.post(Role.PLAN_OFFICER).organisation().path()),
                Optional.empty());
        officer.scope().run(() -> {
            if (desk.drafts(officer).stream().noneMatch(draft -> draft.file().equals(FILE))) {
                desk.draft(officer, FILE, "计划: 住院医疗\n名称: 一份还没有写完的计划\n");
            }
        });
    }
}
