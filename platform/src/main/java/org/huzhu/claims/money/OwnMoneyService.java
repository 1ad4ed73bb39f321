package org.huzhu.claims.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.money.JdbcOwed.Owed;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Require;
import org.huzhu.members.payees.OwnCard;
import org.huzhu.members.payees.Payees;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OwnMoneyService implements OwnMoney {

    private final JdbcOwed owed;
    private final Payables payables;
    private final Payees payees;
    private final OwnCard cards;
    private final OwnDesk desk;
    private final BeyondReach beyond;

    OwnMoneyService(JdbcOwed owed, Payables payables, Payees payees, OwnCard cards, OwnDesk desk, BeyondReach beyond) {
        this.owed = owed;
        this.payables = payables;
        this.payees = payees;
        this.cards = cards;
        this.desk = desk;
        this.beyond = beyond;
    }

    private UUID self(Caller caller) {
        return desk.self(caller);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Payment> payments(Caller caller) {
        UUID _ = self(caller);
        SequencedMap<String, Owed> own = owed.own();
        Map<String, Standing> standing = standing(own);
        List<Payment> payments = new ArrayList<>();
        own.forEach((key, one) -> Optional.ofNullable(standing.get(key))
                .ifPresent(each -> payments.add(new Payment(one.claim(), one.number(), one.kind(), each))));
        payments.sort(
                Comparator.comparing((Payment each) -> each.standing().since()).reversed());
        return payments;
    }

    /** The funds that pay are out of a member's reach; how they pay him is not. */
    private Map<String, Standing> standing(SequencedMap<String, Owed> own) {
        return own.isEmpty() ? Map.of() : beyond.call(() -> payables.standing(own.keySet()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> cardEnd(Caller caller) {
        return payees.of(self(caller)).map(Payees.Payee::cardEnd);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isPaidOn(Caller caller, CardNumber card) {
        return payees.of(self(caller))
                .filter(payee -> payee.card().equals(card))
                .isPresent();
    }

    @Override
    public boolean changeCard(Caller caller, CardNumber card, OwnPhone.Proof proof) {
        UUID member = self(caller);
        Require.that(proof.isOf(member), "The proof is not that of member %s", member);
        Optional<UUID> given = cards.give(caller, card);
        Payees.Payee payee = payees.of(member).orElseThrow();
        boolean isAll = true;
        for (Map.Entry<String, Standing> each : standing(owed.own()).entrySet()) {
            Standing.State state = each.getValue().state();
            boolean waits = given.isPresent() && state == Standing.State.REDIRECTED;
            if (state == Standing.State.RETURNED || waits) {
                Payee to = new Payee(payee.name(), payee.card());
                isAll &= beyond.call(() -> payables.redirect(each.getKey(), to));
            }
        }
        given.ifPresent(id -> desk.tellOfCard(caller, id, payee.cardEnd()));
        return isAll;
    }
}
