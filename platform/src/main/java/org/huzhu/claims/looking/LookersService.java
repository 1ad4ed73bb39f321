package org.huzhu.claims.looking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.PersonName;
import org.huzhu.staff.persons.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LookersService implements Lookers {

    private static final Duration LOOKS_FOR = Duration.ofMinutes(5);

    private final JdbcLookers lookers;
    private final Persons persons;
    private final BeyondReach beyond;
    private final Access access;
    private final Clock clock;

    LookersService(JdbcLookers lookers, Persons persons, BeyondReach beyond, Access access, Clock clock) {
        this.lookers = lookers;
        this.persons = persons;
        this.beyond = beyond;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Looker> arrive(Caller caller, UUID claim) {
        access.require(caller, Operation.CLAIM_REVIEW, caller.path().orElse(""));
        Instant now = clock.instant();
        Instant recent = now.minus(LOOKS_FOR);
        lookers.arrive(claim, name(caller), now, recent);
        return lookers.others(claim, recent);
    }

    private String name(Caller caller) {
        return beyond.call(() -> persons.of(caller.account()))
                .map(person -> new PersonName(person.name()).masked())
                .orElse("");
    }
}
