package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CoversService implements Covers {

    private final Desk desk;
    private final JdbcCovers covers;

    CoversService(Desk desk, JdbcCovers covers) {
        this.desk = desk;
        this.covers = covers;
    }

    @Override
    public List<Cover> of(Caller caller, List<UUID> members) {
        Operation operation = caller.role() == Role.MEMBER ? Operation.OWN_VIEW : Operation.ENROLMENT_VIEW;
        desk.require(caller, operation, caller.path().orElse(""));
        return covers.of(members);
    }

    @Override
    public List<Cover> held(UUID member) {
        return covers.of(List.of(member)).stream()
                .filter(cover -> cover.state() == Cover.State.IN_FORCE)
                .toList();
    }

    @Override
    public Map<UUID, Integer> headsByUnit(Caller caller, String path, String plan, LocalDate day) {
        desk.require(caller, Operation.ENROLMENT_VIEW, path);
        return covers.heads(path, plan, day);
    }
}
