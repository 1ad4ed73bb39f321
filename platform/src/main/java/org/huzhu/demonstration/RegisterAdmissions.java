package org.huzhu.demonstration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.Intake;
import org.huzhu.members.Intake.Awaited;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.springframework.stereotype.Component;

/** Admits the made-up people to the register, each unit's as a roster, as the handler of the unit would. */
@Component
class RegisterAdmissions implements Admissions {

    private final Intake intake;

    RegisterAdmissions(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void admit(List<Worker> workers) {
        Map<Organisation, List<Awaited>> rosters = workers.stream()
                .collect(Collectors.groupingBy(
                        Worker::unit,
                        LinkedHashMap::new,
                        Collectors.mapping(RegisterAdmissions::awaited, Collectors.toList())));
        rosters.forEach(this::admit);
    }

    private void admit(Organisation unit, List<Awaited> people) {
        Caller handler = new Caller(new UUID(0, 0), Role.UNIT_HANDLER, Optional.of(unit.path()), Optional.empty());
        UUID roster = UUID.randomUUID();
        intake.await(roster, unit.id(), people);
        intake.admit(handler, roster, unit.id());
    }

    private static Awaited awaited(Worker worker) {
        return new Awaited(
                UUID.randomUUID(),
                new PersonName(worker.name()),
                new Paper.Resident(worker.id()),
                worker.id().birthDate(),
                worker.id().sex(),
                Optional.of(Phone.parse(worker.phone())),
                Optional.of(worker.card()),
                kind(worker.category()),
                worker.since());
    }

    private static CategoryKind kind(Worker.Category category) {
        return switch (category) {
            case EMPLOYED -> CategoryKind.EMPLOYED;
            case NEW_FORM -> CategoryKind.NEW_FORM;
            case HARDSHIP -> CategoryKind.HARDSHIP;
            case MODEL -> CategoryKind.MODEL_WORKER;
        };
    }
}
