package org.huzhu.unions;

import static org.huzhu.access.Operation.UNIT_REVIEW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.unions.Registration.Decision;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.Registration.State;
import org.huzhu.unions.RegistrationRefused.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in at the reception, and decides them in the scope of the reviewer. */
@Service
class RegistrationService implements UnitRegistration {

    private final Access access;
    private final JdbcRegistrations registrations;
    private final JdbcFacts facts;
    private final Changes changes;
    private final Annals annals;
    private final Reception reception;

    RegistrationService(
            Access access,
            JdbcRegistrations registrations,
            JdbcFacts facts,
            Changes changes,
            Annals annals,
            Reception reception) {
        this.access = access;
        this.registrations = registrations;
        this.facts = facts;
        this.changes = changes;
        this.annals = annals;
        this.reception = reception;
    }

    @Override
    public List<Organisation> places(String words, int max) {
        return reception.places(words.strip(), max);
    }

    @Override
    public Optional<Organisation> place(UUID id) {
        return reception.place(id);
    }

    @Override
    public UUID ask(UUID receipt, UUID under, Form form) {
        return reception.ask(receipt, under, form);
    }

    @Override
    public Optional<Registration> progress(UUID receipt) {
        return reception.progress(receipt);
    }

    @Override
    public void mend(UUID receipt, Form form) {
        reception.mend(receipt, form);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Registration> waiting(Caller caller) {
        access.require(caller, UNIT_REVIEW, caller.path().orElse(""));
        return registrations.waiting();
    }

    @Override
    @Transactional
    public Organisation approve(Caller caller, UUID id, Occasion occasion) {
        Registration asked = held(caller, id);
        Form form = asked.form();
        Organisation unit = changes.open(new Opening(Tier.UNIT, form.name(), Optional.of(asked.under())), occasion);
        changes.state(unit.id(), form.facts(), occasion);
        facts.nameContact(unit.id(), form.contact());
        decide(asked, State.APPROVED, Optional.empty(), Optional.of(unit.id()));
        return unit;
    }

    @Override
    @Transactional
    public void giveBack(Caller caller, UUID id, String reason) {
        decide(held(caller, id), State.RETURNED, Optional.of(reason), Optional.empty());
    }

    /** The request, held for this transaction: another reviewer waits, and then finds it decided. */
    private Registration held(Caller caller, UUID id) {
        String path = registrations.pathOf(id).orElseThrow(() -> new RegistrationRefused(Why.ABSENT, Optional.empty()));
        access.require(caller, UNIT_REVIEW, path);
        return registrations.hold(id).orElseThrow(() -> decided(id));
    }

    private void decide(Registration asked, State state, Optional<String> reason, Optional<UUID> organisation) {
        Decision decision = new Decision(Reach.actor(), annals.now(), reason, organisation);
        if (!registrations.decide(asked.id(), state, decision)) {
            throw decided(asked.id());
        }
        annals.record(UNIT_REVIEW, asked.id());
    }

    private RegistrationRefused decided(UUID id) {
        return new RegistrationRefused(Why.DECIDED, registrations.find(id).flatMap(Registration::decision));
    }
}
