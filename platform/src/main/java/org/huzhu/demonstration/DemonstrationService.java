package org.huzhu.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.city.Chance;
import org.huzhu.database.Scope;
import org.huzhu.demonstration.Founders.Founded;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;
import org.huzhu.unions.UnitRegistration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills organisations, then posts, then members, then what the organisations have been through. */
@Service
class DemonstrationService implements Demonstration {

    private static final int PEOPLE = 5_000;
    private static final int BATCH = 500;
    private static final List<String> ASKING = List.of("天坛便民理发联合工会", "天坛社区养老驿站工会");

    private final Founders founders;
    private final UnionTree tree;
    private final UnitRegistration registration;
    private final Admissions admissions;
    private final Appointments appointments;
    private final TransactionTemplate transaction;

    DemonstrationService(
            Founders founders,
            UnionTree tree,
            UnitRegistration registration,
            Admissions admissions,
            Appointments appointments,
            PlatformTransactionManager transactions) {
        this.founders = founders;
        this.tree = tree;
        this.registration = registration;
        this.admissions = admissions;
        this.appointments = appointments;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean isDue() {
        return asSystem(() -> transaction.execute(_ -> tree.tops().isEmpty()));
    }

    @Override
    public Filled fill(Progress progress) {
        return asSystem(() -> filled(progress));
    }

    private static <T> T asSystem(Supplier<T> work) {
        return Scope.ofSystem().call(work::get);
    }

    private Filled filled(Progress progress) {
        Crowd crowd = new Crowd();
        Filled filled = transaction.execute(_ -> {
            if (!tree.tops().isEmpty()) {
                throw new IllegalStateException("Only an empty society is filled for demonstration");
            }
            List<Founded> founded = founders.found(crowd, progress);
            List<Post> posts = Posts.of(founded, crowd);
            Map<String, String> invitations = appointments.appoint(posts);
            List<Worker> workers = crowd.workers(founded, PEOPLE);
            admit(workers, progress);
            founders.givePast(founded);
            return new Filled(founded.size(), workers, posts, invitations);
        });
        ask(crowd);
        return filled;
    }

    private void admit(List<Worker> workers, Progress progress) {
        for (int from = 0; from < workers.size(); from += BATCH) {
            int to = Math.min(from + BATCH, workers.size());
            admissions.admit(workers.subList(from, to));
            progress.reached("会员", to, workers.size());
        }
    }

    /** Leaves the reviewer of an agency something to do. */
    private void ask(Crowd crowd) {
        Organisation street = tree.search("天坛街道总工会", 1).stream()
                .filter(found -> found.tier() == Tier.STREET)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < ASKING.size(); i++) {
            int number = 900 + i;
            Chance chance = crowd.chance(number);
            int staff = chance.between(8, 60);
            UnitFacts facts = new UnitFacts(
                    Optional.empty(),
                    Optional.of(CreditCode.withChecks("91110101", "ME%06d".formatted(number))),
                    Kind.PRIVATE_ENTERPRISE,
                    staff,
                    chance.below(staff),
                    Optional.empty());
            Contact contact = new Contact(crowd.official(number), Crowd.officialPhone(number));
            registration.ask(UUID.randomUUID(), street.id(), new Form(ASKING.get(i), facts, contact));
        }
    }
}
