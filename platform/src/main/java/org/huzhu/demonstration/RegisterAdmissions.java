package org.huzhu.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Newcomer;
import org.huzhu.members.Paper;
import org.springframework.stereotype.Component;

/** Admits the made-up people to the register, each as the handler of his unit would. */
@Component
class RegisterAdmissions implements Admissions {

    private final MemberRegister register;
    private final MemberFile file;

    RegisterAdmissions(MemberRegister register, MemberFile file) {
        this.register = register;
        this.file = file;
    }

    @Override
    public void admit(List<Worker> workers) {
        workers.forEach(this::admit);
    }

    private void admit(Worker worker) {
        Caller handler = new Caller(
                new UUID(0, 0), Role.UNIT_HANDLER, Optional.of(worker.unit().path()), Optional.empty());
        LocalDate since = worker.since();
        UUID member = register.admit(
                handler,
                worker.unit().id(),
                new Newcomer(
                        new PersonName(worker.name()),
                        new Paper.Resident(worker.id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Phone.parse(worker.phone())),
                        Optional.empty(),
                        since));
        file.giveCard(handler, member, CardKind.UNION, worker.card());
        file.categorise(handler, member, kind(worker.category()), since, Optional.empty());
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
